// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.eof;
import static ai.heymilo.testkit.Reply.json;
import static ai.heymilo.testkit.Reply.raw;
import static ai.heymilo.testkit.Reply.reset;
import static ai.heymilo.testkit.Reply.silence;
import static ai.heymilo.testkit.Reply.status;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.BadRequestException;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.NotFoundException;
import ai.heymilo.errors.RateLimitException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.errors.UnauthorizedException;
import ai.heymilo.errors.UnexpectedStatusException;
import ai.heymilo.errors.ValidationException;
import ai.heymilo.generated.Sender;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.testkit.Thrown;
import ai.heymilo.transport.Timeouts;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation against every row of the policy table, blocking and asynchronous. */
@Tag("slow")
@Timeout(60)
class PolicyTableTest {
  private static final Set<Op> READS =
      EnumSet.of(Op.LIST_POSTINGS, Op.GET_POSTING, Op.LIST_CANDIDATES);
  private static final Set<Op> REPEATABLE = EnumSet.of(Op.ACTIVATE, Op.ARCHIVE);
  private static final Set<Op> UPDATES = EnumSet.of(Op.UPDATE, Op.UPDATE_STEP);
  private static final List<Duration> AFTER_429 = seconds(1, 2, 4, 8, 16, 30);
  private static final List<Duration> AFTER_FAILURE = seconds(0.5, 1);

  static Stream<Arguments> everyCall() {
    return Arrays.stream(Op.values())
        .flatMap(call -> Stream.of(Arguments.of(call, false), Arguments.of(call, true)));
  }

  @ParameterizedTest(name = "{0}, async {1}")
  @MethodSource("everyCall")
  void tooManyRequestsIsRetriedSixTimesWhateverTheOperation(Op call, boolean async) {
    Result result = run(call, async, false, status(429));

    assertThat(result.requests).isEqualTo(7);
    assertThat(result.waits).isEqualTo(AFTER_429);
    assertThat(result.failure).isInstanceOf(RateLimitException.class);
    assertThat(result.failure.attempts()).isEqualTo(7);
    assertThat(result.failure.mayHaveBeenApplied()).isFalse();
  }

  static Stream<Arguments> everyCallAndLoss() {
    Map<String, Reply> losses =
        Map.of(
            "eof", eof(),
            "reset", reset(""),
            "half a status line", raw("HTTP/1.1 2"),
            "408", status(408),
            "500", status(500),
            "502", status(502),
            "503", status(503),
            "504", status(504));
    return losses.entrySet().stream()
        .flatMap(
            loss ->
                Arrays.stream(Op.values())
                    .flatMap(
                        call ->
                            Stream.of(true, false)
                                .map(
                                    async ->
                                        Arguments.of(
                                            loss.getKey(), loss.getValue(), call, async))));
  }

  @ParameterizedTest(name = "{0}: {2}, async {3}")
  @MethodSource("everyCallAndLoss")
  void whatWasLostIsSentAgainOnlyIfThatIsSafe(String name, Reply loss, Op call, boolean async) {
    Result result = run(call, async, false, loss);

    boolean again = READS.contains(call) || REPEATABLE.contains(call);
    assertThat(result.requests).isEqualTo(again ? 3 : 1);
    assertThat(result.waits).isEqualTo(again ? AFTER_FAILURE : List.of());
    assertThat(result.failure.attempts()).isEqualTo(again ? 3 : 1);
    if (READS.contains(call)) {
      assertThat(result.failure)
          .isInstanceOfAny(TransportException.class, UnexpectedStatusException.class);
    } else {
      assertThat(result.failure).isInstanceOf(AmbiguousWriteException.class);
    }
    assertThat(result.failure.mayHaveBeenApplied()).isEqualTo(!READS.contains(call));
    if (Character.isDigit(name.charAt(0))) {
      assertThat(result.failure.status()).isEqualTo(Integer.parseInt(name));
    }
  }

  @ParameterizedTest(name = "{0}, async {1}")
  @MethodSource("everyCall")
  void optingInHasUpdatesSentAgainAndNothingThatCreates(Op call, boolean async) {
    Result result = run(call, async, true, status(503));

    boolean again = READS.contains(call) || REPEATABLE.contains(call) || UPDATES.contains(call);
    assertThat(result.requests).isEqualTo(again ? 3 : 1);
  }

  @ParameterizedTest(name = "{0}, async {1}")
  @MethodSource("everyCall")
  void anUnreadableSuccessIsReadOnceMoreAndNeverWrittenAgain(Op call, boolean async) {
    Result result = run(call, async, true, json(200, "{\"data\":"));

    boolean read = READS.contains(call);
    assertThat(result.requests).isEqualTo(read ? 2 : 1);
    assertThat(result.waits).isEqualTo(read ? seconds(0.5) : List.of());
    assertThat(result.failure)
        .isInstanceOf(read ? TransportException.class : AmbiguousWriteException.class);
    assertThat(result.failure.status()).isEqualTo(200);
  }

  static Stream<Arguments> everyCallAndRefusal() {
    return Stream.of(301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 422)
        .flatMap(
            status ->
                Arrays.stream(Op.values())
                    .flatMap(
                        call ->
                            Stream.of(true, false)
                                .map(async -> Arguments.of(status, call, async))));
  }

  @ParameterizedTest(name = "{0}: {1}, async {2}")
  @MethodSource("everyCallAndRefusal")
  void aRefusalIsFinal(int status, Op call, boolean async) {
    Result result = run(call, async, true, status(status, "Location: http://127.0.0.1:1/"));

    assertThat(result.requests).isEqualTo(1);
    assertThat(result.waits).isEmpty();
    Class<?> type =
        switch (status) {
          case 400 -> BadRequestException.class;
          case 401 -> UnauthorizedException.class;
          case 404 -> NotFoundException.class;
          case 422 -> ValidationException.class;
          default -> UnexpectedStatusException.class;
        };
    assertThat(result.failure).isExactlyInstanceOf(type);
    assertThat(result.failure.status()).isEqualTo(status);
    assertThat(result.failure.mayHaveBeenApplied()).isFalse();
  }

  @ParameterizedTest(name = "{0}, async {1}")
  @MethodSource("everyCall")
  void anotherServerErrorIsNotRetriedAndLeavesAWriteInDoubt(Op call, boolean async) {
    Result result = run(call, async, true, status(520));

    assertThat(result.requests).isEqualTo(1);
    assertThat(result.failure)
        .isInstanceOf(
            READS.contains(call) ? UnexpectedStatusException.class : AmbiguousWriteException.class);
  }

  @ParameterizedTest(name = "{0}, async {1}")
  @MethodSource("everyCall")
  void aRefusedConnectionIsTriedAgainWhateverTheOperation(Op call, boolean async) {
    try (Client client = Client.plain()) {
      HeyMiloException failure =
          failure(call, client.sender(), "http://127.0.0.1:" + RawServer.freePort(), async);

      assertThat(failure).isExactlyInstanceOf(TransportException.class);
      assertThat(failure.attempts()).isEqualTo(3);
      assertThat(client.waits()).isEqualTo(AFTER_FAILURE);
    }
  }

  @ParameterizedTest(name = "{0}, async {1}")
  @MethodSource("everyCall")
  void anUnknownHostIsTriedAgainWhateverTheOperation(Op call, boolean async) {
    try (Client client = Client.plain()) {
      HeyMiloException failure = failure(call, client.sender(), "http://nowhere.invalid", async);

      assertThat(failure).isExactlyInstanceOf(TransportException.class);
      assertThat(failure.attempts()).isEqualTo(3);
      assertThat(client.waits()).isEqualTo(AFTER_FAILURE);
    }
  }

  static Stream<Arguments> oneCallOfEachKind() {
    return Stream.of(Op.GET_POSTING, Op.ARCHIVE, Op.UPDATE, Op.CREATE, Op.CLONE)
        .flatMap(call -> Stream.of(Arguments.of(call, false), Arguments.of(call, true)));
  }

  @ParameterizedTest(name = "{0}, async {1}")
  @MethodSource("oneCallOfEachKind")
  void anAnswerThatDoesNotComeInTimeIsLost(Op call, boolean async) {
    try (RawServer server = RawServer.answering(silence());
        Client client =
            Client.with(
                o -> o.timeouts(Timeouts.builder().attempt(Duration.ofMillis(300)).build()))) {
      HeyMiloException failure = failure(call, client.sender(), server.url(), async);

      boolean again = READS.contains(call) || REPEATABLE.contains(call);
      assertThat(server.requests()).hasSize(again ? 3 : 1);
      assertThat(failure)
          .isExactlyInstanceOf(
              READS.contains(call) ? TransportException.class : AmbiguousWriteException.class);
    }
  }

  private static Result run(Op call, boolean async, boolean retryUpdates, Reply reply) {
    try (RawServer server = RawServer.answering(reply);
        Client client = Client.plain()) {
      Sender http = client.sender(o -> o.retryUpdates(retryUpdates));
      HeyMiloException failure = failure(call, http, server.url(), async);
      assertThat(failure.operationId()).isNotEmpty();
      assertThat(server.requests().get(0).line())
          .startsWith(failure.method() + " " + failure.pathTemplate().replaceAll("\\{.*", ""));
      return new Result(server.requests().size(), client.waits(), failure);
    }
  }

  private static HeyMiloException failure(Op call, Sender http, String url, boolean async) {
    return Thrown.failure(HeyMiloException.class, () -> call.on(http, url, async));
  }

  private static List<Duration> seconds(double... seconds) {
    return Arrays.stream(seconds).mapToObj(s -> Duration.ofMillis((long) (s * 1000))).toList();
  }

  private record Result(int requests, List<Duration> waits, HeyMiloException failure) {}
}

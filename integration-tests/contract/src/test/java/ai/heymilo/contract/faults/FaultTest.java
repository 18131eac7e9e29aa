// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.faults;

import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.UnauthorizedException;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.testkit.Canary;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.testkit.Request;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import ai.heymilo.transport.Timeouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The faults that the client survives, as its users meet them; waits are shortened, counts are not.
 */
@Timeout(60)
class FaultTest {
  private static final Path TABLE = Path.of("FAULTS.md");
  private static final String POSTING =
      "{\"data\":{\"id\":\"POST_1\",\"company_id\":\"C1\",\"title\":\"T\",\"description\":\"D\","
          + "\"status\":\"draft\",\"finalized\":false,\"archived\":false,\"test_posting\":false%s}}";

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aRead(Fault fault) {
    check(fault, fault.reads, fault.readFailure, milo -> milo.posting("p1").get());
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void anAsynchronousRead(Fault fault) {
    check(
        fault,
        fault.reads,
        fault.readFailure,
        milo -> join(milo, m -> m.async().posting("p1").get().join()));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aPostingIsCreatedAtMostOnce(Fault fault) {
    check(
        fault,
        fault.writes,
        fault.writeFailure,
        milo -> milo.postings().createFromTemplate("Engineer", "IT_1", p -> {}));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aCandidateIsIngestedAtMostOnce(Fault fault) {
    check(
        fault,
        fault.writes,
        fault.writeFailure,
        milo -> milo.posting("p1").candidates().ingest("Ada", "ada@example.org"));
  }

  private static void check(
      Fault fault, int requests, Class<? extends HeyMiloException> type, Consumer<HeyMilo> call) {
    try (RawServer server = RawServer.answering(fault.reply);
        HeyMilo milo = client(server.url(), fault.attemptTimeout())) {
      HeyMiloException failure = failure(type, () -> call.accept(milo));

      assertThat(server.requests()).hasSize(requests);
      assertThat(failure.attempts()).isEqualTo(requests);
      assertThat(failure.status()).isEqualTo(fault.status);
      assertThat(failure.mayHaveBeenApplied()).isEqualTo(type == AmbiguousWriteException.class);
      assertThat(failure).hasMessageNotContaining("ada@example.org");
    }
  }

  @Test
  void theTableInTheDocumentationIsThatOfTheTests() throws IOException {
    String rows = Arrays.stream(Fault.values()).map(Fault::row).collect(Collectors.joining("\n"));

    assertThat(Files.readString(TABLE)).as("expected rows:%n%s", rows).contains(rows);
  }

  @Test
  void refusedThenUp() throws Exception {
    int port = RawServer.freePort();
    RetryPolicy patient =
        RetryPolicy.builder()
            .attempts(10)
            .waits(Duration.ofMillis(100), Duration.ofMillis(200))
            .build();
    CountDownLatch refused = new CountDownLatch(1);
    ExecutorService background = Executors.newSingleThreadExecutor();
    try (HeyMilo milo =
        HeyMilo.builder()
            .apiKey(Canary.KEY)
            .baseUrl("http://127.0.0.1:" + port)
            .retryPolicy(patient)
            .listener(
                new CallListener() {
                  @Override
                  public void attemptEnded(Call call, Attempt attempt) {
                    refused.countDown();
                  }
                })
            .build()) {
      Future<?> created =
          background.submit(() -> milo.posting("p1").candidates().ingest("Ada", "ada@example.org"));
      refused.await();
      try (RawServer server =
          RawServer.on(
              port,
              request ->
                  Reply.json(
                      201,
                      "{\"data\":{\"interview_id\":\"I1\",\"interview_url\":\"https://x/1\"}}"))) {
        created.get();
        assertThat(server.requests()).hasSize(1);
      }
    } finally {
      background.shutdownNow();
    }
  }

  @Test
  void hugeHeadersAreRefusedOrReadButNeverWrittenTwice() {
    Reply huge = Reply.json(422, "{}", "X-Huge: " + "x".repeat(2 << 20));
    try (RawServer server = RawServer.answering(huge);
        HeyMilo milo = client(server.url())) {
      failure(
          HeyMiloException.class,
          () -> milo.postings().createFromTemplate("Engineer", "IT_1", p -> {}));

      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aStatusWithoutContentThatDeclaresSomeIsNotWrittenTwice() {
    try (RawServer server =
            RawServer.answering(
                Reply.raw("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello"));
        HeyMilo milo = client(server.url())) {
      failure(
          AmbiguousWriteException.class,
          () -> milo.postings().createFromTemplate("Engineer", "IT_1", p -> {}));

      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aPooledConnectionThatTheServerClosedIsNeverAReasonForADuplicate() {
    Reply answerAndClose =
        socket -> {
          Reply.json(201, "{\"data\":{\"interview_id\":\"I1\",\"interview_url\":\"https://x/1\"}}")
              .to(socket);
          return false;
        };
    try (RawServer server = RawServer.answering(answerAndClose);
        HeyMilo milo = client(server.url())) {
      for (int i = 0; i < 100; i++) {
        String email = "ada" + i + "@example.org";
        try {
          milo.posting("p1").candidates().ingest("Ada", email);
        } catch (AmbiguousWriteException e) {
          assertThat(e.attempts()).isEqualTo(1); // it raced, and the caller is told
        }
      }
      List<String> bodies = server.requests().stream().map(Request::body).toList();
      assertThat(bodies).doesNotHaveDuplicates();
    }
  }

  @Test
  void sixtyFourThreadsWithAWrongKeySendOneRequestEach() throws Exception {
    try (RawServer server = RawServer.answering(Reply.status(401));
        HeyMilo milo = client(server.url())) {
      ExecutorService threads = Executors.newFixedThreadPool(64);
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        calls.add(
            threads.submit(
                () -> failure(UnauthorizedException.class, () -> milo.posting("p1").get())));
      }
      for (Future<?> call : calls) {
        call.get();
      }
      threads.shutdown();
      assertThat(server.requests()).hasSize(64);
    }
  }

  @Test
  void twoFailuresAndThenAnAnswer() {
    try (RawServer server =
            RawServer.answering(
                Reply.status(500), Reply.status(500), Reply.json(200, POSTING.formatted("")));
        HeyMilo milo = client(server.url())) {
      assertThat(milo.posting("p1").get().getId()).isEqualTo("POST_1");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void whatTheDocumentDoesNotKnowIsNoFault() {
    try (RawServer server =
            RawServer.answering(
                Reply.json(200, POSTING.formatted(",\"new_field\":[1],\"language\":\"tlh\"")));
        HeyMilo milo = client(server.url())) {
      PostingResponse posting = milo.posting("p1").get();

      assertThat(posting.getId()).isEqualTo("POST_1");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectTakesNothingToAnotherServer(int status) {
    try (RawServer elsewhere = RawServer.answering(Reply.ok());
        RawServer server =
            RawServer.answering(Reply.status(status, "Location: " + elsewhere.url() + "/"));
        HeyMilo milo = client(server.url())) {
      failure(HeyMiloException.class, () -> milo.posting("p1").get());

      assertThat(elsewhere.requests()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "...", "a\u0000b", "a\r\nX-Evil: 1"})
  void anIdThatCannotBeAPathIsNotSent(String id) {
    try (RawServer server = RawServer.answering(Reply.ok());
        HeyMilo milo = client(server.url())) {
      failure(RuntimeException.class, () -> milo.posting(id).get());

      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "a/b", "a?b=c", "a#b", "%2e%2e", "a b+c", "é"})
  void anOddIdIsOneSegmentOfThePath(String id) {
    try (RawServer server = RawServer.answering(Reply.json(200, POSTING.formatted("")));
        HeyMilo milo = client(server.url())) {
      milo.posting(id).get();

      assertThat(server.requests().get(0).line())
          .matches("GET /api/v2/postings/[A-Za-z0-9%._~-]+ HTTP/1.1")
          .doesNotContain("..%2e")
          .doesNotContain("+");
    }
  }

  private static HeyMilo client(String url) {
    return client(url, Duration.ofSeconds(30));
  }

  private static HeyMilo client(String url, Duration attempt) {
    return HeyMilo.builder()
        .apiKey(Canary.KEY)
        .baseUrl(url)
        .rateLimiter(RateLimiter.unlimited())
        .timeouts(Timeouts.builder().attempt(attempt).build())
        .retryPolicy(
            RetryPolicy.builder()
                .waits(Duration.ofMillis(1), Duration.ofMillis(2))
                .rateLimitRetries(2)
                .rateLimitWaits(Duration.ofMillis(1), Duration.ofMillis(2))
                .build())
        .build();
  }

  private static void join(HeyMilo milo, Consumer<HeyMilo> call) {
    try {
      call.accept(milo);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}

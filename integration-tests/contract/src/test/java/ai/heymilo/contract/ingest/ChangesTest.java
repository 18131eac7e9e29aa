// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.Clocks;
import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.CandidateChanges;
import ai.heymilo.candidates.ChangeOptions;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.contract.testkit.ScriptedServer.Request;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.generated.model.CandidateStatus;
import ai.heymilo.testkit.FakeTime;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Candidates that are new or have changed since the last time. */
@Timeout(60)
class ChangesTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  private final FakeTime time = FakeTime.skipping();
  private final Map<String, Listed> listed = new LinkedHashMap<>();
  private HeyMilo milo;
  private String state = "";

  private record Listed(Instant created, String status, String url) {}

  @BeforeEach
  void open() {
    milo = Clocks.client(server.baseUrl(), time);
    server.answer(this::page);
  }

  @AfterEach
  void close() {
    milo.close();
  }

  private void put(String id, Duration age, String status) {
    listed.put(id, new Listed(FakeTime.START.minus(age), status, "https://x/" + id));
  }

  private void set(String id, String status) {
    listed.computeIfPresent(id, (i, l) -> new Listed(l.created(), status, l.url()));
  }

  /** Answers as the document has it, the times inclusive. */
  private Answer page(Request request) {
    Instant from = time(request.url(), "created_after", Instant.MIN);
    Instant to = time(request.url(), "created_before", Instant.MAX);
    return Bulk.lastPage(
        listed.entrySet().stream()
            .filter(one -> !one.getValue().created().isBefore(from))
            .filter(one -> !one.getValue().created().isAfter(to))
            .map(
                one ->
                    "{\"interview_id\":\"%s\",\"status\":\"%s\",\"created_at\":%d,\"interview_url\":\"%s?%d\",\"name\":\"Ada\",\"email\":\"ada@example.com\"}"
                        .formatted(
                            one.getKey(),
                            one.getValue().status(),
                            one.getValue().created().getEpochSecond(),
                            one.getValue().url(),
                            request.number())) // signed anew each time
            .collect(Collectors.joining(",")));
  }

  private static Instant time(String url, String parameter, Instant otherwise) {
    Matcher found =
        Pattern.compile(parameter + "=([^&]+)")
            .matcher(String.valueOf(URI.create(url).getRawQuery()));
    return found.find()
        ? Instant.parse(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
        : otherwise;
  }

  /** Returns the ids and statuses that a call hands over, and keeps the next state. */
  private List<String> changes(Mode mode, Consumer<ChangeOptions> options) {
    List<String> changed = new ArrayList<>();
    if (mode == Mode.BLOCKING) {
      CandidateChanges changes = milo.posting("P1").candidates().changes(state, options);
      changes.forEach(c -> changed.add(c.getInterviewId() + " " + c.getStatus()));
      state = changes.state();
    } else {
      state =
          milo.async()
              .posting("P1")
              .candidates()
              .changes(state, options)
              .forEachAsync(c -> changed.add(c.getInterviewId() + " " + c.getStatus()))
              .join();
    }
    return changed;
  }

  @ParameterizedTest
  @EnumSource
  void newOnesAndChangesOfOldOnesArrive(Mode mode) {
    put("old", Duration.ofDays(30), "pending");
    put("new", Duration.ofMinutes(5), "pending");
    assertThat(changes(mode, o -> {})).containsExactly("old pending", "new pending");

    assertThat(changes(mode, o -> {})).isEmpty();

    set("old", "completed");
    put("newest", Duration.ZERO, "pending");
    assertThat(changes(mode, o -> {})).containsExactly("old completed", "newest pending");

    set("old", "shortlisted");
    assertThat(changes(mode, o -> {})).containsExactly("old shortlisted");
  }

  @ParameterizedTest
  @EnumSource
  void whoIsFinalIsNotAskedForAgain(Mode mode) {
    put("final", Duration.ofDays(20), "dismissed");
    put("open", Duration.ofDays(10), "pending");
    put("new", Duration.ofHours(5), "pending");
    changes(mode, o -> {});
    int before = server.count();

    changes(mode, o -> {});

    assertThat(server.requests().subList(before, server.count()))
        .extracting(r -> time(r.url(), "created_after", Instant.MIN))
        .containsExactly(
            FakeTime.START.minus(Duration.ofDays(10).plusHours(1)),
            FakeTime.START.minus(Duration.ofHours(5 + 2)));
    assertThat(server.requests().subList(before, server.count()))
        .extracting(r -> time(r.url(), "created_before", Instant.MAX))
        .containsExactly(FakeTime.START.minus(Duration.ofDays(10).minusHours(1)), Instant.MAX);
  }

  @ParameterizedTest
  @EnumSource
  void neighboursThatAreFinalAreNotHandedOverAgain(Mode mode) {
    put("final", Duration.ofDays(10), "knocked_out");
    put("open", Duration.ofDays(10), "pending");
    put("new", Duration.ofHours(5), "completed");
    changes(mode, o -> {});

    assertThat(changes(mode, o -> {})).isEmpty();
    assertThat(changes(mode, o -> {})).isEmpty();
    assertThat(state).doesNotContain("\"final\"");

    set("final", "in_progress"); // somebody changed the decision
    assertThat(changes(mode, o -> {})).containsExactly("final in_progress");
  }

  @ParameterizedTest
  @EnumSource
  void anAgeLimitEndsFollowing(Mode mode) {
    put("old", Duration.ofDays(30), "pending");
    put("new", Duration.ofHours(5), "pending");
    changes(mode, o -> o.maxAge(Duration.ofDays(31)));
    assertThat(state).contains("\"old\"");

    time.advance(Duration.ofDays(2));
    int before = server.count();
    assertThat(changes(mode, o -> o.maxAge(Duration.ofDays(31)))).isEmpty();

    assertThat(state).doesNotContain("\"old\"").contains("\"new\"");
    assertThat(server.count()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @EnumSource
  void whichStatusIsFinalIsConfigurable(Mode mode) {
    put("done", Duration.ofDays(30), "completed");
    put("new", Duration.ofHours(5), "pending");

    changes(mode, o -> o.finalStatuses(CandidateStatus.COMPLETED));

    assertThat(state).doesNotContain("\"done\"");
  }

  @ParameterizedTest
  @EnumSource
  void theStateIsSmallAndHasNoPersonalData(Mode mode) {
    for (int i = 0; i < 100; i++) {
      put("I-" + i, Duration.ofHours(i), "pending");
    }
    changes(mode, o -> {});

    assertThat(state).doesNotContain("Ada", "ada@", "https://");
    assertThat(state.length()).isLessThan(100 * 60);
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatFailsHalfwayStartsFromTheOldStateAgain(Mode mode) {
    put("old", Duration.ofDays(30), "pending");
    put("new", Duration.ofHours(5), "pending");
    changes(mode, o -> {});
    set("old", "completed");
    set("new", "completed");
    server.answer(r -> r.url().contains("created_before") ? page(r) : Answer.of(404, ""));

    assertThatThrownBy(() -> changes(mode, o -> {}))
        .satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(HeyMiloException.class),
            e -> assertThat(e).hasCauseInstanceOf(HeyMiloException.class));
    server.answer(this::page);

    assertThat(changes(mode, o -> {})).containsExactly("old completed", "new completed");
  }

  @ParameterizedTest
  @EnumSource
  void aStateOfAnotherPostingIsRefused(Mode mode) {
    put("old", Duration.ofDays(30), "pending");
    changes(mode, o -> {});
    int before = server.count();
    String ours = state;

    state = ours.replace("\"P1\"", "\"P2\"");
    assertThatThrownBy(() -> changes(mode, o -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the state is of posting P2, not of P1");
    state = ours.replace("\"format\":1", "\"format\":2");
    assertThatThrownBy(() -> changes(mode, o -> {})).isInstanceOf(IllegalArgumentException.class);
    state = "Ada";
    assertThatThrownBy(() -> changes(mode, o -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the state is not JSON");
    assertThat(server.count()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void theFirstTimeTheWholeListIsRead(Mode mode) {
    changes(mode, o -> {});
    state = " ";
    changes(mode, o -> {});

    assertThat(server.requests())
        .extracting(Request::url)
        .containsOnly("/api/v2/postings/P1/candidates?limit=100");
  }

  @Test
  void theStateIsKnownAtTheEndAndNothingFollows() {
    put("a", Duration.ofDays(1), "pending");
    CandidateChanges changes = milo.posting("P1").candidates().changes("", o -> {});
    Iterator<CandidateResponse> walk = changes.iterator();

    assertThat(walk.next().getInterviewId()).isEqualTo("a");
    assertThatThrownBy(changes::state)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the state is known after iterating to the end");
    assertThatThrownBy(walk::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("there are no more changes");
    assertThat(changes.state()).contains("\"a\"");
  }

  @ParameterizedTest
  @EnumSource
  void withoutTimesTheWholeListIsComparedEachTime(Mode mode) {
    listed.put("a", new Listed(Instant.EPOCH, "dismissed", "u"));
    listed.put("b", new Listed(Instant.EPOCH, "pending", "u"));
    server.answer(r -> Answer.of(200, page(r).body().replace("\"created_at\":0,", "")));
    assertThat(changes(mode, o -> {})).hasSize(2);

    set("b", "completed");

    assertThat(changes(mode, o -> {})).containsExactly("b completed");
    assertThat(changes(mode, o -> {})).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.ErrorDetails;
import ai.heymilo.generated.Operation;
import ai.heymilo.testkit.Logged;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.CallListener.Attempt;
import ai.heymilo.transport.CallListener.WaitReason;
import ai.heymilo.transport.RateLimiter.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the logger {@code ai.heymilo} says, and at which level. */
class CallLogTest {
  private static final Operation CREATE = new Operation("createThing", "POST", "/things");
  private static final String CALL = CREATE.toString();

  @RegisterExtension final Logged logged = new Logged();

  private List<String> log() {
    return logged.records().stream()
        .map(record -> record.getLevel() + " " + record.getMessage())
        .toList();
  }

  private static CallEvents events(CallListener... listeners) {
    return new CallEvents(List.of(listeners), CREATE, Priority.NORMAL);
  }

  @Test
  void anAttemptIsLoggedForDebugging() {
    Attempt attempt = Attempt.of(2, 503, null, 20, 7, Duration.ofMillis(5));
    events().attemptEnded(attempt);

    assertThat(log()).containsExactly("FINE " + CALL + " " + attempt);
  }

  @Test
  void onlyWaitsThatTheServerCausedAreNews() {
    CallEvents events = events();
    events.waited(WaitReason.LIMITER, Duration.ofMillis(1));
    events.waited(WaitReason.RATE_LIMITED, Duration.ofMillis(2));
    events.waited(WaitReason.BACKOFF, Duration.ofMillis(3));

    assertThat(log())
        .containsExactly(
            "FINE " + CALL + " waited 1 ms: LIMITER",
            "INFO " + CALL + " waited 2 ms: RATE_LIMITED",
            "INFO " + CALL + " waited 3 ms: BACKOFF");
  }

  @Test
  void aWaitOfNoTimeIsNone() {
    CallEvents events = events();
    events.waited(WaitReason.BACKOFF, Duration.ZERO);
    events.waited(WaitReason.BACKOFF, Duration.ofNanos(-1)); // a clock that was set back

    assertThat(log()).isEmpty();
  }

  @Test
  void aWriteInDoubtIsAWarning() {
    events()
        .ended(
            500,
            1,
            new AmbiguousWriteException(ErrorDetails.of(CREATE), "was lost", null),
            Duration.ZERO);

    assertThat(log()).containsExactly("WARNING " + CALL + " may have been applied, status 500");
  }

  @Test
  void theEndOfAnyOtherCallIsNotLogged() {
    events().ended(200, 1, null, Duration.ZERO);
    events().ended(400, 1, new IllegalStateException("declined"), Duration.ZERO);

    assertThat(log()).isEmpty();
  }

  @Test
  void aBrokenListenerIsAWarningThatNamesIt() {
    CallListener broken =
        new CallListener() {
          @Override
          public void callStarted(Call call) {
            throw new IllegalStateException("broken");
          }
        };
    events(broken).started();

    assertThat(log()).containsExactly("WARNING a listener failed: " + broken.getClass().getName());
  }

  @Test
  void theEndIsReportedOnce() {
    List<Integer> ends = new ArrayList<>();
    CallEvents events =
        events(
            new CallListener() {
              @Override
              public void callEnded(Call call, End end) {
                ends.add(end.status());
              }
            });
    events.ended(200, 1, null, Duration.ZERO);
    events.ended(0, 1, new IllegalStateException("closed"), Duration.ZERO);

    assertThat(ends).containsExactly(200);
  }
}

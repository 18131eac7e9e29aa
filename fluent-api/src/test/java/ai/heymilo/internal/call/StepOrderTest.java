// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one step after the other does, without a network. */
@Timeout(30)
class StepOrderTest {
  private final List<Throwable> broken = new ArrayList<>();
  private final List<Object> seen = new ArrayList<>();
  private final Steps<String> steps = new Steps<>(broken::add);
  private final CompletableFuture<String> step = new CompletableFuture<>();

  private void see(Object value, Throwable failure) {
    seen.add(failure == null ? value : failure);
  }

  @Test
  void aStepIsContinuedWithItsValueOrItsFailure() {
    IllegalStateException failure = new IllegalStateException("failed");
    steps.then(CompletableFuture.completedFuture("value"), this::see);
    steps.then(CompletableFuture.<String>failedFuture(failure).thenApply(v -> v), this::see);

    assertThat(seen).containsExactly("value", failure);
  }

  @Test
  void whatAContinuationThrowsIsReported() {
    IllegalStateException failure = new IllegalStateException("failed");
    steps.then(
        step,
        (value, why) -> {
          throw failure;
        });
    step.complete("value");

    assertThat(broken).containsExactly(failure);
  }

  @Test
  void endingFromOutsideCancelsTheCurrentStep() {
    steps.cancel();
    steps.then(step, this::see);
    steps.cancel();

    assertThat(step).isCancelled();
    assertThat(seen).hasSize(1);
  }

  @Test
  void aStepAfterTheEndIsCancelledAtOnce() {
    assertThat(steps.areOver()).isFalse();
    steps.result().complete("result");
    steps.then(step, this::see);

    assertThat(steps.areOver()).isTrue();
    assertThat(step).isCancelled();
  }

  @Test
  void aStepThatIsNotOverIsNotCancelled() {
    steps.then(step, this::see);

    assertThat(step).isNotDone();
  }

  @Test
  void theWaitingThreadRunsWhatEndsElsewhere() throws Exception {
    Thread here = Thread.currentThread();
    List<Thread> continuing = new ArrayList<>();
    Thread ending = new Thread(() -> step.complete("value"));
    String result =
        steps.await(
            () -> {
              assertThat(steps.areAwaitedHere()).isTrue();
              steps.then(
                  step,
                  (value, failure) -> {
                    continuing.add(Thread.currentThread());
                    steps.result().complete(value);
                  });
              ending.start();
            });
    ending.join();

    assertThat(result).isEqualTo("value");
    assertThat(continuing).containsExactly(here);
  }

  /** Sending parks this thread too, and may take the wake-up that was meant for the end. */
  @Test
  void aWakeUpThatAStepTookIsNotMissed() throws Exception {
    Thread ending = new Thread(() -> step.complete("value"));
    String result =
        steps.await(
            () -> {
              steps.then(
                  step,
                  (value, failure) -> {
                    steps.result().complete(value);
                    LockSupport.park(this);
                  });
              ending.start();
            });
    ending.join();

    assertThat(result).isEqualTo("value");
  }

  @Test
  void nobodyWaitsForAnAsynchronousCall() {
    assertThat(steps.areAwaitedHere()).isFalse();
  }

  @Test
  void aWaitingThreadIsWokenByTheResult() throws Exception {
    Thread here = Thread.currentThread();
    Thread ending =
        new Thread(
            () -> {
              while (here.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
              }
              steps.result().complete("result");
            });

    assertThat(steps.await(ending::start)).isEqualTo("result");
    ending.join();
  }

  @Test
  void aResultThatIsAFailureIsThrown() {
    IllegalStateException failure = new IllegalStateException("failed");

    assertThatThrownBy(() -> steps.await(() -> steps.result().completeExceptionally(failure)))
        .isInstanceOf(ExecutionException.class)
        .hasCause(failure);
    assertThatThrownBy(() -> steps.result().join()).isInstanceOf(CompletionException.class);
  }

  @Test
  void anInterruptOfTheWaitingThreadEndsTheWait() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> steps.await(() -> {})).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(steps.areOver()).isFalse();
  }
}

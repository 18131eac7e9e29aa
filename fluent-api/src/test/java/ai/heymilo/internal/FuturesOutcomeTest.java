// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.errors.InterruptedCallException;
import ai.heymilo.generated.Operation;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What futures end with, and what cancelling them reaches. */
class FuturesOutcomeTest {
  private static final Operation OPERATION = new Operation("getThing", "GET", "/things");

  private final CompletableFuture<String> source = new CompletableFuture<>();
  private final IllegalStateException broken = new IllegalStateException("broken");

  @Test
  void aValueIsMapped() {
    CompletableFuture<String> mapped = Futures.map(source, value -> value + "!");
    source.complete("value");

    assertThat(mapped).isCompletedWithValue("value!");
  }

  @Test
  void aFailureIsHandedOnAsItIs() {
    CompletableFuture<String> mapped =
        Futures.map(source.thenApply(value -> value), value -> value + "!");
    source.completeExceptionally(broken);

    assertFailed(mapped, broken);
  }

  @Test
  void whatAFunctionThrowsIsTheFailure() {
    CompletableFuture<String> then = Futures.then(source, value -> thrown());
    source.complete("value");

    assertFailed(then, broken);
  }

  private CompletableFuture<String> thrown() {
    throw broken;
  }

  @Test
  void aFailureOfTheKindIsRecoveredFrom() {
    CompletableFuture<String> recovered = recovered(source.thenApply(value -> value));
    source.completeExceptionally(broken);

    assertThat(recovered).isCompletedWithValue("recovered from broken");
  }

  @Test
  void anotherFailureIsNotRecoveredFrom() {
    IOException other = new IOException("other");
    CompletableFuture<String> recovered = recovered(source.thenApply(value -> value));
    source.completeExceptionally(other);

    assertFailed(recovered, other);
  }

  @Test
  void aSuccessNeedsNoRecovery() {
    CompletableFuture<String> recovered = recovered(source);
    source.complete("value");

    assertThat(recovered).isCompletedWithValue("value");
  }

  private static CompletableFuture<String> recovered(CompletableFuture<String> from) {
    return Futures.recover(
        from, IllegalStateException.class, e -> "recovered from " + e.getMessage());
  }

  @Test
  void cancellingReachesTheSource() {
    CompletableFuture<String> other = new CompletableFuture<>();
    Futures.then(source, CompletableFuture::completedFuture).cancel(true);
    recovered(other).cancel(true);

    assertThat(source).isCancelled();
    assertThat(other).isCancelled();
  }

  @Test
  void cancellingReachesWhatFollowed() {
    CompletableFuture<String> following = new CompletableFuture<>();
    CompletableFuture<String> result = Futures.then(source, value -> following);
    source.complete("value");
    result.cancel(true);

    assertThat(following).isCancelled();
  }

  @Test
  void aResultThatEndsWithItsSourceDoesNotCancelIt() {
    AtomicInteger cancelled = new AtomicInteger();
    CompletableFuture<String> watched =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterrupt) {
            cancelled.incrementAndGet();
            return super.cancel(mayInterrupt);
          }
        };
    CompletableFuture<String> result = Futures.map(watched, value -> value);
    watched.complete("value");

    assertThat(result).isCompletedWithValue("value");
    assertThat(cancelled).hasValue(0);
  }

  @Test
  void aFutureThatFailedBeforeIsUnwrapped() {
    assertThat(Futures.unwrapped(new CompletionException(broken))).isSameAs(broken);
    assertThat(Futures.unwrapped(broken)).isSameAs(broken);
    IllegalStateException caused = new IllegalStateException("of its own", broken);
    assertThat(Futures.unwrapped(caused)).isSameAs(caused);
    CompletionException bare = new CompletionException("bare", null);
    assertThat(Futures.unwrapped(bare)).isSameAs(bare);
  }

  @Test
  void waitingReturnsTheValueOrThrowsTheFailure() {
    source.complete("value");
    assertThat(Futures.await(source, OPERATION)).isEqualTo("value");
    assertThatThrownBy(() -> Futures.await(CompletableFuture.failedFuture(broken), OPERATION))
        .isSameAs(broken);
    IOException checked = new IOException("checked");
    assertThatThrownBy(() -> Futures.await(CompletableFuture.failedFuture(checked), OPERATION))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(checked);
  }

  @Test
  void anInterruptEndsTheWaitAndTheWork() {
    Thread.currentThread().interrupt();
    InterruptedCallException interrupted =
        failure(InterruptedCallException.class, () -> Futures.await(source, OPERATION));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(source).isCancelled();
    assertThat(interrupted.operationId()).isEqualTo("getThing");
    assertThat(interrupted.mayHaveBeenApplied()).isFalse();
  }

  @Test
  void stepsAreRepeatedWhileTheConditionHolds() {
    AtomicInteger steps = new AtomicInteger();
    CompletableFuture<Void> loop =
        Futures.repeatWhile(
            () -> steps.get() < 100_000,
            () -> CompletableFuture.completedFuture(steps.incrementAndGet()));

    assertThat(loop).isCompleted();
    assertThat(steps).hasValue(100_000);
  }

  @Test
  void aStepThatEndsLaterGoesOnFromThere() {
    Queue<CompletableFuture<String>> steps = new ArrayDeque<>();
    CompletableFuture<Void> loop = Futures.repeatWhile(() -> steps.size() < 2, added(steps));
    assertThat(steps).hasSize(1);
    steps.element().complete("first");

    assertThat(steps).hasSize(2);
    assertThat(loop).isNotDone();
    steps.forEach(step -> step.complete("second"));
    assertThat(loop).isCompleted();
  }

  @Test
  void aLoopThatIsCancelledCancelsItsStep() {
    Queue<CompletableFuture<String>> steps = new ArrayDeque<>();
    Futures.repeatWhile(() -> true, added(steps)).cancel(true);

    assertThat(steps).hasSize(1).allMatch(CompletableFuture::isCancelled);
  }

  @Test
  void aStepThatWasBegunWhenTheLoopWasCancelledIsCancelledToo() {
    CompletableFuture<String> late = new CompletableFuture<>();
    Queue<CompletableFuture<String>> steps = new ArrayDeque<>();
    CompletableFuture<?>[] loop = new CompletableFuture<?>[1];
    loop[0] =
        Futures.repeatWhile(
            () -> true,
            () -> {
              if (steps.isEmpty()) {
                return add(steps, new CompletableFuture<>());
              }
              loop[0].cancel(true);
              return late;
            });
    steps.element().complete("first");

    assertThat(late).isCancelled();
  }

  private static CompletableFuture<String> add(
      Queue<CompletableFuture<String>> steps, CompletableFuture<String> step) {
    steps.add(step);
    return step;
  }

  @Test
  void aStepThatFailsEndsTheLoop() {
    assertFailed(Futures.repeatWhile(() -> true, this::thrown), broken);
    assertFailed(
        Futures.repeatWhile(() -> true, () -> CompletableFuture.failedFuture(broken)), broken);
  }

  @Test
  void aConditionThatFailsEndsTheLoop() {
    CompletableFuture<Void> loop =
        Futures.repeatWhile(
            () -> {
              throw broken;
            },
            () -> source);

    assertFailed(loop, broken);
  }

  private static Supplier<CompletableFuture<String>> added(Queue<CompletableFuture<String>> steps) {
    return () -> add(steps, new CompletableFuture<>());
  }

  private static void assertFailed(CompletableFuture<?> future, Throwable failure) {
    assertThat(future).isCompletedExceptionally();
    assertThat(future.handle((value, why) -> why).join()).isSameAs(failure);
  }
}

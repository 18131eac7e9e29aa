// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.internal.Futures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous steps of one call, which follow each other until there is a result. A thread
 * that waits for it runs them itself; ending the result ends the current step.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which see to failures
final class Steps<R> {
  private static final Executor DIRECT = Runnable::run;

  private final CompletableFuture<R> result = new CompletableFuture<>();
  private final Consumer<Throwable> broken;
  private volatile @Nullable CompletableFuture<?> current;
  private volatile @Nullable WaitingThread caller;

  /**
   * Creates steps.
   *
   * @param broken is given what a continuation throws
   */
  Steps(Consumer<Throwable> broken) {
    this.broken = broken;
  }

  CompletableFuture<R> result() {
    return result;
  }

  boolean areOver() {
    return result.isDone();
  }

  /** Runs the steps on this thread as far as possible, and waits for the result. */
  R await(Runnable first) throws InterruptedException, ExecutionException {
    WaitingThread here = new WaitingThread();
    caller = here;
    try {
      first.run();
      return here.await(result);
    } finally {
      here.leave();
    }
  }

  /** Returns whether the thread that waits for the result is this one. */
  boolean areAwaitedHere() {
    WaitingThread waiting = caller;
    return waiting != null && waiting.isCurrent();
  }

  /** Continues when a step is over. */
  <S> void then(CompletableFuture<S> step, BiConsumer<? super S, ? super Throwable> continuation) {
    current = step;
    if (result.isDone()) {
      step.cancel(true);
    }
    BiConsumer<S, Throwable> next =
        (value, failure) -> {
          try {
            continuation.accept(value, failure == null ? null : Futures.unwrapped(failure));
          } catch (RuntimeException | Error e) {
            broken.accept(e);
          }
        };
    WaitingThread waiting = caller;
    if (waiting == null || step.isDone()) {
      step.whenComplete(next);
    } else {
      // once the call is over, what is left to do comes before its end is reported
      step.whenCompleteAsync(next, task -> (result.isDone() ? DIRECT : waiting).execute(task));
    }
  }

  /** Ends the current step, which is over already unless the call was ended from outside. */
  void cancel() {
    CompletableFuture<?> step = current;
    if (step != null) {
      step.cancel(true);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.internal.Futures;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous steps of one call, which follow each other until there is a result. A thread
 * that waits for the result runs them itself, so the calls of many threads are sent by as many and
 * no thread is started for them. Ending the result ends the current step.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which handle failures
final class Steps<R> {
  private final CompletableFuture<R> result = new CompletableFuture<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Consumer<Throwable> broken;
  private volatile @Nullable CompletableFuture<?> current;
  private volatile @Nullable Thread caller;
  private volatile boolean left;

  /**
   * Creates steps.
   *
   * @param broken receives what a continuation throws
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
    Thread here = Thread.currentThread();
    caller = here;
    result.whenComplete((value, failure) -> LockSupport.unpark(here));
    try {
      first.run();
      while (!result.isDone()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (!runTasks()) {
          LockSupport.park(this);
        }
      }
      return result.get();
    } finally {
      left = true;
      runTasks();
    }
  }

  /** Returns whether the thread that waits for the result is this one. */
  boolean areAwaitedHere() {
    return Thread.currentThread() == caller;
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
    if (caller == null || step.isDone()) {
      step.whenComplete(next);
    } else {
      step.whenCompleteAsync(next, this::runOnCaller);
    }
  }

  /** Runs a task on the waiting thread; here once the call is over or the thread has left. */
  private void runOnCaller(Runnable task) {
    if (result.isDone()) {
      task.run(); // before the end of the call is reported
      return;
    }
    tasks.add(task);
    if (left) {
      runTasks();
    } else {
      LockSupport.unpark(caller);
    }
  }

  private boolean runTasks() {
    boolean any = false;
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
      any = true;
    }
    return any;
  }

  /** Ends the current step, which is over already unless the call was ended from outside. */
  void cancel() {
    CompletableFuture<?> step = current;
    if (step != null) {
      step.cancel(true);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.errors.ErrorDetails;
import ai.heymilo.errors.InterruptedCallException;
import ai.heymilo.generated.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Futures that cancel their source when they are cancelled or completed from outside, for example
 * by {@code orTimeout}; {@code thenApply} alone does not. Exceptions and errors of callbacks become
 * the failure of the future.
 */
@SuppressWarnings("FutureReturnValueIgnored") // callbacks that hand their outcome to another future
public final class Futures {
  private Futures() {}

  /** Maps the value of a future. */
  public static <T, R> CompletableFuture<R> map(
      CompletableFuture<T> source, Function<? super T, ? extends R> function) {
    return then(source, value -> CompletableFuture.completedFuture(function.apply(value)));
  }

  /** Turns one kind of failure into a value, or into the exception that the function throws. */
  public static <T, X extends Throwable> CompletableFuture<T> recover(
      CompletableFuture<T> source, Class<X> kind, Function<? super X, ? extends T> function) {
    CompletableFuture<T> result = new CompletableFuture<>();
    source.whenComplete(
        (value, failure) -> {
          Throwable cause = failure == null ? null : unwrapped(failure);
          if (kind.isInstance(cause)) {
            X known = kind.cast(cause);
            settle(result, started(() -> CompletableFuture.completedFuture(function.apply(known))));
          } else {
            settle(result, value, cause);
          }
        });
    return linked(result, source);
  }

  /** Continues with another future, unless the result was cancelled meanwhile. */
  public static <T, R> CompletableFuture<R> then(
      CompletableFuture<T> source, Function<? super T, CompletableFuture<R>> function) {
    CompletableFuture<R> result = new CompletableFuture<>();
    source.whenComplete(
        (value, failure) -> {
          if (result.isDone()) {
            return;
          }
          if (failure == null) {
            settle(result, started(() -> function.apply(value)));
          } else {
            settle(result, null, failure);
          }
        });
    return linked(result, source);
  }

  /**
   * Repeats a step while a condition holds, each time after the last has completed. The number of
   * steps costs neither stack nor memory.
   */
  public static <T> CompletableFuture<Void> repeatWhile(
      BooleanSupplier condition, Supplier<CompletableFuture<T>> step) {
    Loop<T> loop = new Loop<>(condition, step);
    loop.result.whenComplete((nothing, failure) -> loop.stop());
    loop.run();
    return loop.result;
  }

  /** Completes a future as another one does, which is cancelled with it. */
  private static <T> void settle(CompletableFuture<T> result, CompletableFuture<T> source) {
    source.whenComplete((value, failure) -> settle(result, value, failure));
    linked(result, source);
  }

  /** Failures are stored without a wrapper, so that the first stage of a caller gets none. */
  private static <T> void settle(
      CompletableFuture<T> result, @Nullable T value, @Nullable Throwable failure) {
    if (failure != null) {
      result.completeExceptionally(unwrapped(failure));
    } else {
      result.complete(value);
    }
  }

  /** Calls a function; what it throws becomes the failure of the future. */
  public static <T> CompletableFuture<T> started(Supplier<CompletableFuture<T>> start) {
    try {
      return start.get();
    } catch (Throwable e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * Waits for a future of an operation; an interrupt of the thread cancels it.
   *
   * @throws InterruptedCallException if the thread was interrupted; its flag is set
   */
  public static <T> T await(CompletableFuture<T> future, Operation operation) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException) {
        throw (RuntimeException) e.getCause();
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedCallException(ErrorDetails.of(operation), false, e);
    }
  }

  /** Returns the failure without the wrapper that futures add. */
  public static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  private static <R> CompletableFuture<R> linked(
      CompletableFuture<R> result, CompletableFuture<?> source) {
    result.whenComplete(
        (value, failure) -> {
          if (!source.isDone()) {
            source.cancel(true);
          }
        });
    return result;
  }

  private static final class Loop<T> {
    private final BooleanSupplier condition;
    private final Supplier<CompletableFuture<T>> step;
    private final CompletableFuture<Void> result = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<T> current;

    Loop(BooleanSupplier condition, Supplier<CompletableFuture<T>> step) {
      this.condition = condition;
      this.step = step;
    }

    void run() {
      boolean again = true;
      while (again && !result.isDone()) {
        again = once();
      }
    }

    /** Starts a step and returns whether it is over already; else its end continues the loop. */
    private boolean once() {
      try {
        if (!condition.getAsBoolean()) {
          result.complete(null);
          return false;
        }
      } catch (Throwable e) {
        result.completeExceptionally(e);
        return false;
      }
      CompletableFuture<T> one = started(step);
      current = one;
      if (result.isDone()) {
        stop();
      }
      AtomicBoolean met = new AtomicBoolean(); // the second to arrive continues
      one.whenComplete(
          (value, failure) -> {
            if (failure != null) {
              result.completeExceptionally(unwrapped(failure));
            } else if (met.getAndSet(true)) {
              run();
            }
          });
      return met.getAndSet(true);
    }

    void stop() {
      CompletableFuture<T> running = current;
      if (running != null) {
        running.cancel(true);
      }
    }
  }
}

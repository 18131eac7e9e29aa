package ai.heymilo.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Futures whose cancellation reaches what they wait for, which {@code thenApply} alone does not do.
 */
@SuppressWarnings("FutureReturnValueIgnored") // callbacks that hand their outcome to another future
public final class Futures {
  private Futures() {}

  /** Maps the value of a future; cancelling the result cancels the source. */
  public static <T, R> CompletableFuture<R> map(
      CompletableFuture<T> source, Function<? super T, ? extends R> function) {
    return linked(source.thenApply(function), source);
  }

  /** Turns one kind of failure into a value; cancelling the result cancels the source. */
  public static <T, X extends Throwable> CompletableFuture<T> recover(
      CompletableFuture<T> source, Class<X> kind, Function<? super X, ? extends T> function) {
    CompletableFuture<T> result =
        source.handle(
            (value, failure) -> {
              if (failure == null) {
                return value;
              }
              Throwable cause = unwrapped(failure);
              if (kind.isInstance(cause) && !(cause instanceof CancellationException)) {
                return function.apply(kind.cast(cause));
              }
              throw cause instanceof RuntimeException
                  ? (RuntimeException) cause
                  : new CompletionException(cause);
            });
    return linked(result, source);
  }

  /** Goes on with another future; cancelling the result cancels whichever of the two is running. */
  public static <T, R> CompletableFuture<R> then(
      CompletableFuture<T> source, Function<? super T, CompletableFuture<R>> function) {
    CompletableFuture<R> result = new CompletableFuture<>();
    source.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            result.completeExceptionally(unwrapped(failure));
            return;
          }
          CompletableFuture<R> next = started(() -> function.apply(value));
          next.whenComplete(
              (mapped, failed) -> {
                if (failed != null) {
                  result.completeExceptionally(unwrapped(failed));
                } else {
                  result.complete(mapped);
                }
              });
          linked(result, next);
        });
    return linked(result, source);
  }

  /**
   * Repeats a step as long as a condition holds, each time after the last has completed. A step
   * that is complete at once costs no stack.
   */
  public static <T> CompletableFuture<Void> repeatWhile(
      BooleanSupplier condition, Supplier<CompletableFuture<T>> step) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    repeat(condition, step, result);
    return result;
  }

  private static <T> void repeat(
      BooleanSupplier condition,
      Supplier<CompletableFuture<T>> step,
      CompletableFuture<Void> result) {
    while (!result.isDone()) {
      if (!condition.getAsBoolean()) {
        result.complete(null);
        return;
      }
      CompletableFuture<T> one = started(step);
      if (!one.isDone() || one.isCompletedExceptionally()) {
        linked(result, one);
        one.whenComplete(
            (value, failure) -> {
              if (failure != null) {
                result.completeExceptionally(unwrapped(failure));
              } else {
                repeat(condition, step, result);
              }
            });
        return;
      }
    }
  }

  /** Starts something; what it throws becomes the failure of the future. */
  public static <T> CompletableFuture<T> started(Supplier<CompletableFuture<T>> start) {
    try {
      return start.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Returns what went wrong, without the wrapping that futures add. */
  public static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  private static <R> CompletableFuture<R> linked(
      CompletableFuture<R> result, CompletableFuture<?> source) {
    result.whenComplete(
        (value, failure) -> {
          if (failure instanceof CancellationException) {
            source.cancel(true);
          }
        });
    return result;
  }
}

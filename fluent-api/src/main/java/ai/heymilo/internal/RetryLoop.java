// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.generated.OperationRequest;
import ai.heymilo.transport.CallListener.WaitReason;
import ai.heymilo.transport.RateLimiter.Permit;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One call, in as many attempts as it takes: gate, permit, attempt, and then the end or a wait and
 * the same again. Every step is asynchronous, so that it serves blocking calls as well and holds no
 * thread while it waits; a {@link WaitingThread} that is there anyway does them itself. The steps
 * of one call follow each other; only {@link #close} and cancelling come from anywhere.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which see to failures
final class RetryLoop<T> {
  /** Before Java 16, HttpClient goes on with what a thread was interrupted in. */
  private static final boolean SENDS_ARE_INTERRUPTED = Runtime.version().feature() >= 16;

  private static final Executor DIRECT = Runnable::run;

  private final Core core;
  private final Settings settings;
  private final OperationRequest request;
  private final BodyHandler<T> handler;
  private final Failures failures;
  private final Retries retries;
  private final Telling telling;
  private final long startedAt;
  private final CompletableFuture<HttpResponse<T>> result = new CompletableFuture<>();

  private volatile int attempts;
  private volatile boolean underWay;
  private volatile @Nullable CompletableFuture<?> step;
  private volatile @Nullable WaitingThread caller;

  RetryLoop(Core core, Settings settings, OperationRequest request, BodyHandler<T> handler) {
    this.core = core;
    this.settings = settings;
    this.request = request;
    this.handler = handler;
    Repeatability repeatability = Repeatability.of(request.operation(), settings.retryUpdates());
    this.failures = new Failures(request.operation(), repeatability.isWrite(), core.secret());
    this.retries = new Retries(repeatability, core.retryPolicy(), core.backoff(), core.budget());
    this.telling = new Telling(core.listener(), request, settings.priority());
    this.startedAt = core.time().nanos();
  }

  /** Makes the call, as far as the JDK allows on the current thread. */
  HttpResponse<T> make() throws ExecutionException {
    WaitingThread here = new WaitingThread();
    caller = here;
    try {
      return here.await(start());
    } catch (InterruptedException e) {
      HeyMiloException interrupted = interrupted(e);
      result.completeExceptionally(interrupted);
      Thread.currentThread().interrupt();
      throw interrupted;
    } finally {
      here.leave();
    }
  }

  CompletableFuture<HttpResponse<T>> start() {
    core.started(this); // first, so that a close() from now on ends it
    try {
      core.delegate();
    } catch (ClosedException e) {
      core.ended(this);
      throw e;
    }
    telling.started();
    result.whenComplete(this::ended);
    try {
      passGate(null);
    } catch (RuntimeException | Error e) {
      fail(e);
    }
    return result;
  }

  /** Ends the call because the client is being closed. */
  void close() {
    result.completeExceptionally(failures.closed(underWay));
  }

  HeyMiloException interrupted(InterruptedException cause) {
    return failures.interrupted(underWay, cause);
  }

  /** Waits until the gate is open, then for a permit unless there is one, then sends. */
  private void passGate(@Nullable Permit permit) {
    Duration closed = core.gate().remaining();
    if (closed.isZero()) {
      if (permit == null) {
        takePermit();
      } else {
        attempt(permit);
      }
      return;
    }
    Duration wait = closed.plus(core.backoff().jitter());
    if (wait.compareTo(remaining()) > 0) {
      giveBack(permit);
      fail(failures.deadline("was held back by a 429 and", wait));
      return;
    }
    sleep(wait, WaitReason.RATE_LIMITED, permit);
  }

  private void takePermit() {
    long asked = core.time().nanos();
    CompletableFuture<Permit> turn =
        Turn.of(core.limiter(), core.time(), settings.priority(), remaining());
    boolean atOnce = turn.isDone();
    then(
        turn,
        (permit, failure) -> {
          if (permit == null) {
            fail(failures.withoutPermit(failure));
          } else if (result.isDone()) {
            permit.unused();
          } else {
            telling.waited(WaitReason.LIMITER, atOnce ? Duration.ZERO : since(asked));
            passGate(permit);
          }
        });
  }

  private void attempt(Permit permit) {
    Duration left = remaining();
    if (left.isZero() || result.isDone()) {
      giveBack(permit);
      fail(failures.deadline("", Duration.ZERO));
      return;
    }
    Duration timeout = settings.attemptTimeout();
    HttpRequest sent;
    try {
      sent = settings.complete(request, timeout.compareTo(left) < 0 ? timeout : left);
    } catch (RuntimeException | Error e) {
      giveBack(permit);
      throw e;
    }
    Attempt<T> attempt = new Attempt<>(handler, sent.timeout().orElse(left));
    int number = attempts + 1;
    attempts = number;
    failures.attempting(number);
    telling.attemptStarted(number);
    long sentAt = core.time().nanos();
    underWay = true;
    then(
        attempt.outcome(),
        (outcome, cancelled) -> {
          Outcome<T> ended = outcome != null ? outcome : Outcome.failed(cancelled, null);
          Duration said = ended.retryAfter(core.time());
          ended.giveBack(permit, said);
          telling.attemptEnded(number, ended, attempt.bytesReceived(), since(sentAt));
          decide(ended, said);
        });
    if (SENDS_ARE_INTERRUPTED && caller != null && caller.isCurrent()) {
      attempt.sendHere(core.delegate(), sent, core.options().caps());
    } else {
      attempt.send(core.delegate(), sent, core.options().caps());
    }
  }

  private void decide(Outcome<T> outcome, @Nullable Duration said) {
    HttpResponse<?> response = outcome.response();
    if (response != null) {
      core.budget().earn();
      succeed(new ReadResponse<>(request, response, outcome.value(), attempts));
    } else if (outcome.condition() == Condition.BROKEN && outcome.failure() != null) {
      fail(outcome.failure());
    } else if (outcome.condition() == Condition.REFUSED) {
      Duration wait = retries.refused(said);
      core.gate().closeFor(wait);
      Duration later = wait.plus(core.backoff().jitter());
      repeat(retries.mayFollowRefusal(), later, WaitReason.RATE_LIMITED, outcome, said);
    } else {
      boolean again = retries.mayFollow(outcome.condition());
      repeat(again, retries.afterFailure(said), WaitReason.BACKOFF, outcome, said);
    }
  }

  private void repeat(
      boolean again,
      Duration wait,
      WaitReason reason,
      Outcome<T> outcome,
      @Nullable Duration said) {
    HeyMiloException failure = failures.of(outcome, said);
    underWay = false; // not before it is noted whether that leaves a doubt
    if (!again) {
      fail(failure);
    } else if (wait.compareTo(remaining()) > 0) {
      if (reason == WaitReason.BACKOFF) {
        core.budget().giveBack();
      }
      String what = outcome.status() > 0 ? "answered " + outcome.status() : "failed";
      fail(failures.deadline(what + " and another attempt", wait));
    } else {
      sleep(wait, reason, null);
    }
  }

  private void sleep(Duration wait, WaitReason reason, @Nullable Permit permit) {
    long from = core.time().nanos();
    then(
        core.time().sleep(wait),
        (nothing, failure) -> {
          if (failure != null || result.isDone()) {
            giveBack(permit);
            return; // cancelled
          }
          telling.waited(reason, since(from));
          passGate(permit);
        });
  }

  /** Goes on when a step is over, which cancelling the call cancels. */
  private <S> void then(
      CompletableFuture<S> step, BiConsumer<? super S, ? super Throwable> continuation) {
    this.step = step;
    if (result.isDone()) {
      step.cancel(true);
    }
    BiConsumer<S, Throwable> next =
        (value, failure) -> {
          try {
            continuation.accept(value, failure == null ? null : Futures.unwrapped(failure));
          } catch (RuntimeException | Error e) {
            fail(e);
          }
        };
    WaitingThread waiting = caller;
    if (waiting == null || step.isDone()) {
      step.whenComplete(next);
    } else {
      // over, and somebody has ended the step: what is left to do comes before that is told
      step.whenCompleteAsync(next, task -> (result.isDone() ? DIRECT : waiting).execute(task));
    }
  }

  private void succeed(HttpResponse<T> response) {
    telling.ended(response.statusCode(), attempts, null, since(startedAt));
    result.complete(response);
  }

  private void fail(Throwable failure) {
    if (!result.isDone()) {
      telling.ended(failures.status(), attempts, failure, since(startedAt));
      result.completeExceptionally(failure);
    }
  }

  /** The result is there; from outside, if nobody told the end. */
  private void ended(@Nullable HttpResponse<T> response, @Nullable Throwable failure) {
    core.ended(this);
    CompletableFuture<?> current = step;
    if (current != null) {
      current.cancel(true); // done already, unless somebody ended the call from outside
    }
    telling.ended(failures.status(), attempts, failure, since(startedAt));
  }

  private static void giveBack(@Nullable Permit permit) {
    if (permit != null) {
      permit.unused();
    }
  }

  private Duration remaining() {
    Duration left = settings.callTimeout().minus(since(startedAt));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(core.time().nanos() - nanos);
  }
}

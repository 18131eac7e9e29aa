// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.internal.ApiKey;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.internal.Time;
import ai.heymilo.internal.listeners.CallEvents;
import ai.heymilo.transport.CallListener.WaitReason;
import ai.heymilo.transport.RateLimiter.Permit;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call in as many attempts as it takes: gate, permit, attempt, then the end or a wait and the
 * next round. Every step is asynchronous, so one loop serves both kinds of call and holds no thread
 * while it waits; a thread that waits for the call runs the steps itself ({@link Steps}). The steps
 * of a call follow each other; only {@link #close} and cancelling come from other threads.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which handle failures
final class RetryLoop<T> {
  private final SharedState shared;
  private final ClientOptions options;
  private final ApiCall<T> call;
  private final Consumer<? super ApiResponse<?>> observer;
  private final Time time;
  private final Repeatability repeatability;
  private final CallEvents events;
  private final long startedAt;
  private final Steps<ApiResponse<T>> steps = new Steps<>(this::fail);

  private volatile int attempts;
  private volatile boolean underWay;
  private volatile ApiKey key = ApiKey.none();
  private @Nullable Failures failures;
  private @Nullable Retries retries;

  RetryLoop(
      SharedState shared,
      ClientOptions options,
      ApiCall<T> call,
      Consumer<? super ApiResponse<?>> observer) {
    this.shared = shared;
    this.options = options;
    this.call = call;
    this.observer = observer;
    this.time = options.time();
    this.repeatability = Repeatability.of(call.operation(), options);
    this.events = new CallEvents(options.listeners(), call.operation(), options.priority());
    this.startedAt = time.nanos();
  }

  /** Makes the call, on the current thread where the JDK allows it. */
  ApiResponse<T> run() throws ExecutionException {
    try {
      return steps.await(this::start);
    } catch (InterruptedException e) {
      HeyMiloException interrupted = interrupted(e);
      steps.result().completeExceptionally(interrupted);
      Thread.currentThread().interrupt();
      throw interrupted;
    }
  }

  CompletableFuture<ApiResponse<T>> start() {
    shared.connections.started(this, call.operation());
    events.started();
    steps.result().whenComplete(this::ended);
    try {
      passGate(null);
    } catch (RuntimeException | Error e) {
      fail(e);
    }
    return steps.result();
  }

  /** Ends the call because the client is being closed. */
  void close() {
    steps.result().completeExceptionally(failures().closed(underWay));
  }

  HeyMiloException interrupted(InterruptedException cause) {
    return failures().interrupted(underWay, cause);
  }

  /** Waits until the gate is open, then for a permit unless there is one, then sends. */
  private void passGate(@Nullable Permit permit) {
    Duration closed = shared.gate.remaining();
    if (closed.isZero()) {
      if (permit == null) {
        takePermit();
      } else {
        attempt(permit);
      }
      return;
    }
    Duration wait = closed.plus(retries().jitter());
    if (wait.compareTo(remaining()) > 0) {
      giveBack(permit);
      fail(failures().timedOut("is held back after HTTP 429: its turn", wait));
      return;
    }
    sleep(wait, WaitReason.RATE_LIMITED, permit);
  }

  private void takePermit() {
    long from = time.nanos();
    CompletableFuture<Permit> asked = shared.gate.permit(options.priority(), remaining());
    boolean atOnce = asked.isDone();
    steps.then(
        asked,
        (permit, failure) -> {
          if (permit == null) {
            fail(failures().withoutPermit(failure));
          } else if (steps.areOver()) {
            permit.unused();
          } else {
            events.waited(WaitReason.LIMITER, atOnce ? Duration.ZERO : since(from));
            passGate(permit);
          }
        });
  }

  private void attempt(Permit permit) {
    Duration left = remaining();
    if (left.isZero() || steps.areOver()) {
      giveBack(permit);
      fail(failures().timedOut("", Duration.ZERO));
      return;
    }
    HttpClient client = shared.connections.http();
    if (client == null) {
      giveBack(permit); // close() ends the call
      return;
    }
    int number = attempts + 1;
    Attempt<T> attempt;
    try {
      key = options.apiKey();
      attempt = new Attempt<>(call, options, key, client, number, left);
    } catch (RuntimeException | Error e) {
      giveBack(permit);
      fail(failures().withoutKey(e));
      return;
    }
    attempts = number;
    events.attemptStarted(number);
    long sentAt = time.nanos();
    underWay = true;
    steps.then(
        attempt.outcome(),
        (outcome, cancelled) -> {
          Outcome<T> ended = outcome != null ? outcome : Outcome.failed(cancelled, null, true);
          Duration said = ended.retryAfter(time);
          ended.giveBack(permit, said);
          shared.connections.used(client, ended);
          events.attemptEnded(attempt.event(ended, since(sentAt)));
          decide(ended, said);
        });
    boolean here = Connections.SENDS_ARE_INTERRUPTED && steps.areAwaitedHere();
    if (here && !shared.connections.mayResolve(call.uri())) {
      attempt.sendHere(client);
    } else {
      shared.connections.send(attempt, client, call.uri());
    }
  }

  private void decide(Outcome<T> outcome, @Nullable Duration said) {
    ApiResponse<T> response = outcome.response;
    if (response == null) {
      response = deletedBefore(outcome);
    }
    if (response != null) {
      shared.budget.earn();
      succeed(response);
    } else if (outcome.condition == Condition.BROKEN && outcome.failure != null) {
      fail(outcome.failure);
    } else if (outcome.condition == Condition.REFUSED) {
      Duration wait = retries().refused(said);
      shared.gate.closeFor(wait);
      Duration later = wait.plus(retries().jitter());
      repeat(retries().mayFollowRefusal(), later, WaitReason.RATE_LIMITED, outcome, said);
    } else {
      boolean again = retries().mayFollow(outcome.condition);
      repeat(again, retries().afterFailure(said), WaitReason.BACKOFF, outcome, said);
    }
  }

  /** Returns a success if an earlier attempt of unknown fate explains why the object is gone. */
  private @Nullable ApiResponse<T> deletedBefore(Outcome<T> outcome) {
    boolean gone = outcome.status == 404 && call.operation().method().equals("DELETE");
    if (!gone || failures == null || !failures.inDoubt()) {
      return null;
    }
    try {
      return call.read(404, outcome.headers, outcome.error, attempts);
    } catch (IOException e) {
      return null; // the lost response had a body, this one has none
    }
  }

  private void repeat(
      boolean again,
      Duration wait,
      WaitReason reason,
      Outcome<T> outcome,
      @Nullable Duration said) {
    HeyMiloException failure = failures().of(outcome, said);
    underWay = false; // only after a doubt is recorded
    if (!again) {
      fail(failure);
    } else if (wait.compareTo(remaining()) > 0) {
      if (reason == WaitReason.BACKOFF) {
        shared.budget.giveBack();
      }
      String what = outcome.status > 0 ? "failed with HTTP " + outcome.status : "failed";
      fail(failures().timedOut(what + ": the next retry", wait));
    } else {
      sleep(wait, reason, null);
    }
  }

  private void sleep(Duration wait, WaitReason reason, @Nullable Permit permit) {
    long from = time.nanos();
    steps.then(
        time.sleep(wait),
        (nothing, failure) -> {
          if (failure != null || steps.areOver()) {
            giveBack(permit);
            return; // cancelled
          }
          events.waited(reason, since(from));
          passGate(permit);
        });
  }

  private void succeed(ApiResponse<T> response) {
    observer.accept(response);
    events.ended(response.status(), attempts, null, since(startedAt));
    steps.result().complete(response);
  }

  private void fail(Throwable failure) {
    if (!steps.areOver()) {
      events.ended(failures().status(), attempts, failure, since(startedAt));
      steps.result().completeExceptionally(failure);
    }
  }

  /** The call has a result; set from outside if no end was reported. */
  private void ended(@Nullable ApiResponse<T> response, @Nullable Throwable failure) {
    shared.connections.ended(this);
    steps.cancel();
    if (response == null) {
      events.ended(failures().status(), attempts, failure, since(startedAt));
    }
  }

  /** Returns the failures so far, created on demand. */
  private synchronized Failures failures() {
    if (failures == null) {
      failures = new Failures(call.operation(), repeatability.isWrite(), options.timeouts().call());
    }
    failures.attempted(attempts, key);
    return failures;
  }

  private Retries retries() {
    if (retries == null) {
      retries = new Retries(repeatability, options, shared.budget);
    }
    return retries;
  }

  private static void giveBack(@Nullable Permit permit) {
    if (permit != null) {
      permit.unused();
    }
  }

  private Duration remaining() {
    Duration left = options.timeouts().call().minus(since(startedAt));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(time.nanos() - nanos);
  }
}

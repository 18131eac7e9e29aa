// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.BadRequestException;
import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.errors.ErrorDetails;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.InterruptedCallException;
import ai.heymilo.errors.NotFoundException;
import ai.heymilo.errors.RateLimitException;
import ai.heymilo.errors.StatusException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.errors.UnauthorizedException;
import ai.heymilo.errors.UnexpectedStatusException;
import ai.heymilo.errors.ValidationException;
import ai.heymilo.generated.Operation;
import ai.heymilo.internal.ApiKey;
import ai.heymilo.transport.RateLimiter.WaitTooLongException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Builds the exceptions of one call. Once a write may have been applied, every failure of the call
 * is an {@link AmbiguousWriteException}, whatever came after.
 */
final class Failures {
  private static final List<String> REQUEST_ID_HEADERS =
      List.of("X-Request-Id", "Request-Id", "X-Correlation-Id");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_.:/+=|-]{1,128}");

  private final Duration callTimeout;
  private final boolean write;
  private volatile ErrorDetails call;
  private volatile ApiKey key = ApiKey.none();
  private volatile boolean inDoubt;
  private volatile @Nullable HeyMiloException last;

  Failures(Operation operation, boolean write, Duration callTimeout) {
    this.callTimeout = callTimeout;
    this.write = write;
    this.call = ErrorDetails.of(operation);
  }

  /** Sets how many requests were sent, or tried to be sent, and the key of the last one. */
  void attempted(int attempts, ApiKey last) {
    call = call.withAttempts(attempts);
    key = last;
  }

  /** Records an attempt that failed, and returns the exception that the caller would get for it. */
  HeyMiloException of(Outcome<?> outcome, @Nullable Duration retryAfter) {
    HeyMiloException failure = failure(outcome, retryAfter);
    last = failure;
    return failure;
  }

  private HeyMiloException failure(Outcome<?> outcome, @Nullable Duration retryAfter) {
    inDoubt |= write && outcome.condition.leavesDoubt();
    if (outcome.status > 0) {
      HttpHeaders headers = key.removeFrom(outcome.headers);
      call = call.withResponse(outcome.status, headers, requestId(headers));
      call =
          outcome.isError()
              ? new ErrorDecoder(key, call).decode(outcome.error)
              : call.withError(null, null, null, List.of());
    }
    if (outcome.isError()) {
      StatusException answered = ofStatus(retryAfter);
      return inDoubt
          ? new AmbiguousWriteException(call, "failed with HTTP " + call.status(), answered)
          : answered;
    }
    return ended(describe(outcome), key.removeFrom(outcome.failure), inDoubt);
  }

  /**
   * The call timeout has passed, or would pass during a wait; caused by the last failure, if any.
   *
   * @param what what would have to wait; empty if nothing would
   */
  HeyMiloException timedOut(String what, Duration needed) {
    String limit = "the call timeout of " + seconds(callTimeout);
    String fate =
        needed.isZero()
            ? "exceeded " + limit
            : what + " (in " + seconds(needed) + ") would exceed " + limit;
    return inDoubt
        ? new AmbiguousWriteException(call, fate, last)
        : new CallTimeoutException(call, fate, needed, last);
  }

  /** The limiter gave no permit: the wait is too long, it did not answer, or it failed. */
  HeyMiloException withoutPermit(@Nullable Throwable why) {
    if (why instanceof WaitTooLongException) {
      return timedOut(
          "found the rate limit used up: the next permit",
          ((WaitTooLongException) why).neededWait());
    }
    if (why instanceof CancellationException) {
      return timedOut("", Duration.ZERO);
    }
    return ended("was not sent: the rate limiter failed", key.removeFrom(why), inDoubt);
  }

  /** The request could not be built, because there is no API key. */
  HeyMiloException withoutKey(Throwable why) {
    return ended("was not sent: the API key could not be obtained", why, inDoubt);
  }

  HeyMiloException interrupted(boolean underWay, InterruptedException cause) {
    return new InterruptedCallException(call, inDoubt || (write && underWay), cause);
  }

  HeyMiloException closed(boolean underWay) {
    boolean doubt = inDoubt || (write && underWay); // on another thread: nothing is recorded
    return ended("ended because the client was closed", null, doubt);
  }

  /** Returns whether a write may have been applied. */
  boolean inDoubt() {
    return inDoubt;
  }

  int status() {
    return call.status();
  }

  private HeyMiloException ended(String what, @Nullable Throwable cause, boolean doubt) {
    return doubt
        ? new AmbiguousWriteException(call, what, cause)
        : new TransportException(call, what, cause);
  }

  private StatusException ofStatus(@Nullable Duration retryAfter) {
    switch (call.status()) {
      case 400:
        return new BadRequestException(call);
      case 401:
        return new UnauthorizedException(call);
      case 404:
        return new NotFoundException(call);
      case 422:
        return new ValidationException(call);
      case 429:
        return new RateLimitException(call, retryAfter);
      default:
        return new UnexpectedStatusException(call);
    }
  }

  private @Nullable String requestId(HttpHeaders headers) {
    for (String name : REQUEST_ID_HEADERS) {
      String id = headers.firstValue(name).orElse(null);
      if (id != null && REQUEST_ID.matcher(id).matches()) {
        return id;
      }
    }
    return null;
  }

  private static String describe(Outcome<?> outcome) {
    Throwable failure = outcome.failure;
    switch (outcome.condition) {
      case NEVER_SENT:
        return "could not be sent ("
            + (failure == null ? "" : failure.getClass().getSimpleName())
            + ")";
      case UNTRUSTED:
        return "was not sent: the server's certificate is not trusted";
      case UNREADABLE:
        return "succeeded with HTTP " + outcome.status + ", but the response could not be read";
      default:
        return failure instanceof HttpTimeoutException
            ? "got no complete response in time"
            : "lost its connection before the response was complete";
    }
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }
}

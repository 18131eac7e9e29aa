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
 * The exceptions of one call, and what they have to tell. One rule stands above all: once a write
 * may have been applied, every failure of the call is an {@link AmbiguousWriteException}, whatever
 * came after.
 */
final class Failures {
  private static final List<String> REQUEST_ID_HEADERS =
      List.of("X-Request-Id", "Request-Id", "X-Correlation-Id");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_.:/+=|-]{1,128}");

  private final ApiKey key;
  private final boolean write;
  private volatile ErrorDetails call;
  private volatile boolean inDoubt;
  private volatile @Nullable HeyMiloException last;

  Failures(Operation operation, boolean write, ApiKey key) {
    this.key = key;
    this.write = write;
    this.call = ErrorDetails.of(operation);
  }

  /** Takes note of an attempt that is about to be sent. */
  void attempting(int attempt) {
    call = call.withAttempts(attempt);
  }

  /** Takes note of an attempt that did not succeed, and says what the caller would get for it. */
  HeyMiloException of(Outcome<?> outcome, @Nullable Duration retryAfter) {
    HeyMiloException failure = failure(outcome, retryAfter);
    last = failure;
    return failure;
  }

  private HeyMiloException failure(Outcome<?> outcome, @Nullable Duration retryAfter) {
    inDoubt |= write && outcome.condition().leavesDoubt();
    if (outcome.status() > 0) {
      HttpHeaders headers = key.removeFrom(outcome.headers());
      call = call.withResponse(outcome.status(), headers, requestId(headers));
      call =
          outcome.isError()
              ? new ErrorDecoder(key).decode(outcome.error(), call)
              : call.withError(null, null, null, List.of());
    }
    if (outcome.isError()) {
      StatusException answered = ofStatus(retryAfter);
      return inDoubt ? ambiguous(answered, "failed with HTTP " + call.status()) : answered;
    }
    String what = describe(outcome);
    Throwable cause = key.removeFrom(outcome.failure());
    return inDoubt ? ambiguous(cause, what) : new TransportException(call, what, cause);
  }

  /** The wait does not fit what is left of the call's time; caused by the last failure, if any. */
  HeyMiloException deadline(String what, Duration needed) {
    Throwable cause = last;
    String fate =
        needed.isZero()
            ? "ran out of time"
            : what + " needs a wait of " + seconds(needed) + ", which does not fit the call's time";
    return inDoubt ? ambiguous(cause, fate) : new CallTimeoutException(call, fate, needed, cause);
  }

  /** The limiter gave no permit: the wait is too long, it did not answer, or it failed. */
  HeyMiloException withoutPermit(@Nullable Throwable why) {
    if (why instanceof WaitTooLongException) {
      return deadline(
          "found the rate limit used up and", ((WaitTooLongException) why).neededWait());
    }
    if (why instanceof CancellationException) {
      return deadline("", Duration.ZERO);
    }
    Throwable cause = key.removeFrom(why);
    String what = "was not sent: the rate limiter failed";
    return inDoubt ? ambiguous(cause, what) : new TransportException(call, what, cause);
  }

  HeyMiloException interrupted(boolean underWay, InterruptedException cause) {
    return new InterruptedCallException(call, inDoubt || (write && underWay), cause);
  }

  HeyMiloException closed(boolean underWay) {
    boolean doubt = inDoubt || (write && underWay); // on another thread: nothing is noted
    String what = "was cut off, because the client was closed";
    return doubt ? ambiguous(null, what) : new TransportException(call, what, null);
  }

  int status() {
    return call.status();
  }

  private HeyMiloException ambiguous(@Nullable Throwable cause, String what) {
    return new AmbiguousWriteException(call, what, cause);
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
    switch (outcome.condition()) {
      case NEVER_SENT:
        return "could not be sent";
      case UNTRUSTED:
        return "was not sent: the server's certificate is not trusted";
      case UNREADABLE:
        return "answered " + outcome.status() + " with a body that could not be read";
      default:
        return outcome.failure() instanceof HttpTimeoutException
            ? "got no complete answer in time"
            : "lost its connection before the answer was complete";
    }
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }
}

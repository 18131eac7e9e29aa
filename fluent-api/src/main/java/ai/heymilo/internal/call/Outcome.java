// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.generated.ApiResponse;
import ai.heymilo.internal.Time;
import ai.heymilo.internal.http.BoundedBody;
import ai.heymilo.internal.http.OneShotBody;
import ai.heymilo.transport.RateLimiter.Permit;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** The result of one attempt. Immutable. */
final class Outcome<T> {
  private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

  final Condition condition;

  /** 0 if no response came. */
  final int status;

  final HttpHeaders headers;

  /** The response of a success. */
  final @Nullable ApiResponse<T> response;

  /** The first bytes of an error; empty if there are none. */
  final byte[] error;

  final @Nullable Throwable failure;

  private Outcome(
      Condition condition,
      int status,
      HttpHeaders headers,
      @Nullable ApiResponse<T> response,
      byte[] error,
      @Nullable Throwable failure) {
    this.condition = condition;
    this.status = status;
    this.headers = headers;
    this.response = response;
    this.error = error;
    this.failure = failure;
  }

  static <T> Outcome<T> succeeded(ApiResponse<T> response) {
    return new Outcome<>(
        Condition.SUCCESS, response.status(), response.headers(), response, new byte[0], null);
  }

  static <T> Outcome<T> refused(int status, HttpHeaders headers, byte[] error) {
    return new Outcome<>(Condition.ofStatus(status), status, headers, null, error, null);
  }

  /**
   * Creates the outcome of a failed attempt, with a status if the response had one. An error whose
   * body is cut short is still that error.
   */
  static <T> Outcome<T> failed(
      Throwable failure, @Nullable BoundedBody body, boolean mayHaveBeenSent) {
    int status = body == null ? 0 : body.info().statusCode();
    HttpHeaders headers = body == null ? NO_HEADERS : body.info().headers();
    Condition condition = condition(failure, status, mayHaveBeenSent);
    boolean error = status >= 300 && condition != Condition.BROKEN;
    return new Outcome<>(
        condition,
        status,
        headers,
        null,
        error && body != null ? body.bytes() : new byte[0],
        error ? null : failure);
  }

  private static Condition condition(Throwable failure, int status, boolean mayHaveBeenSent) {
    if (isBroken(failure)) {
      return Condition.BROKEN;
    }
    if (status >= 300) {
      return Condition.ofStatus(status);
    }
    if (status >= 200) {
      return Condition.UNREADABLE;
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof GeneralSecurityException || t instanceof SSLPeerUnverifiedException) {
        return Condition.UNTRUSTED;
      }
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ConnectException
          || t instanceof HttpConnectTimeoutException
          || t instanceof UnknownHostException
          || t instanceof NoRouteToHostException
          || t instanceof UnresolvedAddressException
          || t instanceof SSLHandshakeException
          || isUnprocessed(t)) {
        return Condition.NEVER_SENT;
      }
    }
    return mayHaveBeenSent ? Condition.LOST : Condition.NEVER_SENT;
  }

  /**
   * HTTP/2: the server has said that it did not process the request; in words of JDK 17, and 25.
   */
  private static boolean isUnprocessed(Throwable failure) {
    String why = String.valueOf(failure.getMessage());
    return why.endsWith("Received RST_STREAM: Stream not processed")
        || why.endsWith("request not processed by peer");
  }

  private static boolean isBroken(Throwable failure) {
    return failure instanceof Error
        || (failure instanceof RuntimeException
            && !(failure instanceof UnresolvedAddressException)
            && !(failure instanceof OneShotBody.SentBeforeException));
  }

  /** Returns the wait that the server asks for; null if it names none. */
  @Nullable Duration retryAfter(Time time) {
    return status < 300 ? null : RetryAfter.of(headers, time.now(), status == 429);
  }

  /** Returns whether the server answered with an error. */
  boolean isError() {
    return failure == null && status >= 300;
  }

  /** Gives a permit back: as used, unless the request never left. */
  void giveBack(Permit permit, @Nullable Duration retryAfter) {
    if (condition == Condition.NEVER_SENT) {
      permit.unused();
    } else {
      permit.completed(status, status == 429 ? retryAfter : null);
    }
  }
}

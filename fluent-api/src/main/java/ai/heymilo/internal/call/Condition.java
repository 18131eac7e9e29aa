// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

/** The classes of outcomes that decide what follows an attempt. */
enum Condition {
  /** A 2xx that was read. */
  SUCCESS,
  /** 429. */
  REFUSED,
  /** Nothing was sent: refused connection, connect timeout, unknown host. */
  NEVER_SENT,
  /** Sent, and then a reset, an end or a timeout; or 408, 500, 502, 503, 504. */
  LOST,
  /** Another 5xx: not retried, but a write may have been applied. */
  SERVER_ERROR,
  /** A 2xx that could not be read, or was cut short. */
  UNREADABLE,
  /** 3xx or 4xx: the server rejected the request. */
  DECLINED,
  /** The certificate is not trusted; nothing was sent. */
  UNTRUSTED,
  /** The attempt was cancelled, or failed with a programming error. */
  BROKEN;

  static Condition ofStatus(int status) {
    switch (status) {
      case 429:
        return REFUSED;
      case 408:
      case 500:
      case 502:
      case 503:
      case 504:
        return LOST;
      default:
        return status >= 500 ? SERVER_ERROR : DECLINED;
    }
  }

  /** Returns whether a write that ended like this may have been applied. */
  boolean leavesDoubt() {
    return this == LOST || this == SERVER_ERROR || this == UNREADABLE;
  }
}

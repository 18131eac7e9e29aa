// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

/** How an attempt ended, as far as it matters for what comes next. */
enum Condition {
  /** A success that was read. */
  SUCCESS,
  /** 429: the server refused to do it now. */
  REFUSED,
  /** Nothing was sent: refused connection, connect timeout, unknown host. */
  NEVER_SENT,
  /** Sent, and then a reset, an end or a timeout; or 408, 500, 502, 503, 504. */
  LOST,
  /** Another 5xx: not worth another attempt, but not a refusal either. */
  SERVER_ERROR,
  /** A success that could not be read, or was cut short. */
  UNREADABLE,
  /** 3xx or 4xx: the server said no. */
  DECLINED,
  /** The certificate is not trusted; nothing was sent. */
  UNTRUSTED,
  /** The attempt was cancelled, or a programming error came up. */
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

  /** Says whether a write that ended like this may have been applied. */
  boolean leavesDoubt() {
    return this == LOST || this == SERVER_ERROR || this == UNREADABLE;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.faults;

import static ai.heymilo.testkit.Reply.drip;
import static ai.heymilo.testkit.Reply.endless;
import static ai.heymilo.testkit.Reply.eof;
import static ai.heymilo.testkit.Reply.json;
import static ai.heymilo.testkit.Reply.raw;
import static ai.heymilo.testkit.Reply.reset;
import static ai.heymilo.testkit.Reply.silence;
import static ai.heymilo.testkit.Reply.status;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.BadRequestException;
import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.NotFoundException;
import ai.heymilo.errors.RateLimitException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.errors.UnauthorizedException;
import ai.heymilo.errors.UnexpectedStatusException;
import ai.heymilo.errors.ValidationException;
import ai.heymilo.testkit.Reply;
import java.time.Duration;

/**
 * What a server or a network can do wrong, for ever; how often a read and a creating write are then
 * sent, and what the caller gets.
 */
@SuppressWarnings("ImmutableEnumChecker") // replies without state
enum Fault {
  EOF("the connection ends before a byte of the answer", eof(), 0, Kind.LOST),
  RESET("the connection is reset before the answer", reset(""), 0, Kind.LOST),
  HALF_STATUS_LINE("half a status line, then the end", raw("HTTP/1.1 20"), 0, Kind.LOST),
  RANDOM_DATA("random data", raw("\u0000\u0007\u00ff\u0080 nonsense\r\n\r\n"), 0, Kind.LOST),
  NEVER_ANSWERED("accepted, and never answered", silence(), 0, Kind.LOST),
  RESET_INSIDE(
      "a reset inside the answer",
      reset(Fault.OK + "Content-Length: 100\r\n\r\n{\"da"),
      200,
      Kind.CUT_SHORT),
  SHORT_BODY(
      "a body shorter than Content-Length",
      raw(Fault.OK + "Content-Length: 100\r\n\r\n{\"da"),
      200,
      Kind.CUT_SHORT),
  LENGTH_THAT_IS_NONE(
      "a Content-Length that is no number",
      raw(Fault.OK + "Content-Length: ten\r\n\r\n{}"),
      200,
      Kind.CUT_SHORT),
  MALFORMED_CHUNK(
      "a malformed chunk",
      raw(Fault.OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
      200,
      Kind.CUT_SHORT),
  DRIPPING_BODY(
      "headers, then a byte every so often",
      drip(Fault.OK + "Content-Length: 100000\r\n\r\n", 20),
      200,
      Kind.CUT_SHORT),
  ENDLESS_BODY("an endless body", endless(Fault.OK + "\r\n"), 200, Kind.CUT_SHORT),
  DECLARED_99_GB(
      "a body declared as 99 GB",
      endless(Fault.OK + "Content-Length: 99000000000\r\n\r\n"),
      200,
      Kind.CUT_SHORT),
  NULL_BODY("a body of `null`", json(200, "null"), 200, Kind.CUT_SHORT),
  ARRAY_BODY("a body of `[]`", json(200, "[]"), 200, Kind.CUT_SHORT),
  TRAILING_JUNK("junk after the body", json(200, "{\"data\":{}} x"), 200, Kind.CUT_SHORT),
  DEEP_BODY(
      "a body 1,001 levels deep",
      json(200, "{\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}"),
      200,
      Kind.CUT_SHORT),
  TOO_MANY_REQUESTS(
      "429", status(429), 429, 3, RateLimitException.class, 3, RateLimitException.class),
  TOO_MANY_REQUESTS_FOR_LONG(
      "429 whose wait is longer than the deadline",
      status(429, "Retry-After: 100000"),
      429,
      1,
      CallTimeoutException.class,
      1,
      CallTimeoutException.class),
  TOO_MANY_REQUESTS_1E9(
      "429 with `Retry-After: 1e9`",
      status(429, "Retry-After: 1e9"),
      429,
      1,
      CallTimeoutException.class,
      1,
      CallTimeoutException.class),
  TOO_MANY_REQUESTS_NEGATIVE(
      "429 with `Retry-After: -1`",
      status(429, "Retry-After: -1"),
      429,
      3,
      RateLimitException.class,
      3,
      RateLimitException.class),
  TOO_MANY_REQUESTS_ABC(
      "429 with `Retry-After: abc`",
      status(429, "Retry-After: abc"),
      429,
      3,
      RateLimitException.class,
      3,
      RateLimitException.class),
  S408("408", 408),
  S500("500", 500),
  S502("502", 502),
  S503("503", 503),
  S504("504", 504),
  S501(
      "501",
      status(501),
      501,
      1,
      UnexpectedStatusException.class,
      1,
      AmbiguousWriteException.class),
  S301("301 to another server", 301, UnexpectedStatusException.class),
  S302("302 to another server", 302, UnexpectedStatusException.class),
  S303("303 to another server", 303, UnexpectedStatusException.class),
  S307("307 to another server", 307, UnexpectedStatusException.class),
  S308("308 to another server", 308, UnexpectedStatusException.class),
  S400("400", 400, BadRequestException.class),
  S401("401", 401, UnauthorizedException.class),
  S403("403", 403, UnexpectedStatusException.class),
  S404("404", 404, NotFoundException.class),
  S409("409", 409, UnexpectedStatusException.class),
  S413("413", 413, UnexpectedStatusException.class),
  S418("418", 418, UnexpectedStatusException.class),
  S422("422", 422, ValidationException.class),
  S422_HTML(
      "422 with a body of HTML",
      json(422, "<html>no</html>"),
      422,
      1,
      ValidationException.class,
      1,
      ValidationException.class),
  S422_10_MB(
      "422 with a body of 10 MB",
      json(422, "{\"detail\":\"" + "x".repeat(10 << 20) + "\"}"),
      422,
      1,
      ValidationException.class,
      1,
      ValidationException.class);

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  /** How a fault is dealt with when it leaves the fate of a write open. */
  private enum Kind {
    LOST(3),
    CUT_SHORT(2);

    private final int reads;

    Kind(int reads) {
      this.reads = reads;
    }
  }

  final String words;
  final Reply reply;
  final int status;
  final int reads;
  final Class<? extends HeyMiloException> readFailure;
  final int writes;
  final Class<? extends HeyMiloException> writeFailure;

  Fault(String words, Reply reply, int status, Kind kind) {
    this(
        words,
        reply,
        status,
        kind.reads,
        TransportException.class,
        1,
        AmbiguousWriteException.class);
  }

  Fault(String words, int status) {
    this(
        words,
        status(status),
        status,
        3,
        UnexpectedStatusException.class,
        1,
        AmbiguousWriteException.class);
  }

  Fault(String words, int status, Class<? extends HeyMiloException> failure) {
    this(words, status(status, "Location: http://127.0.0.1:1/"), status, 1, failure, 1, failure);
  }

  Fault(
      String words,
      Reply reply,
      int status,
      int reads,
      Class<? extends HeyMiloException> readFailure,
      int writes,
      Class<? extends HeyMiloException> writeFailure) {
    this.words = words;
    this.reply = reply;
    this.status = status;
    this.reads = reads;
    this.readFailure = readFailure;
    this.writes = writes;
    this.writeFailure = writeFailure;
  }

  /** The time for an attempt: short where nothing else ends it. */
  Duration attemptTimeout() {
    boolean endedByTime = this == NEVER_ANSWERED || this == DRIPPING_BODY;
    return endedByTime ? Duration.ofMillis(400) : Duration.ofSeconds(30);
  }

  /** The row of the table in FAULTS.md. */
  String row() {
    return "| %s | %d | `%s` | %d | `%s` |"
        .formatted(words, reads, readFailure.getSimpleName(), writes, writeFailure.getSimpleName());
  }
}

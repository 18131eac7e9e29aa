// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.faults;

import ai.heymilo.contract.faults.Ledger.Answer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.testkit.Request;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A server that has one request in twenty meet a fault, some before it is applied, some after. */
final class Mixer implements Function<Request, Reply> {
  private static final double SHARE = 0.05;
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  private final Ledger ledger;
  private final Random random;
  private final String retryAfter;
  private final Map<Mishap, Integer> met = new EnumMap<>(Mishap.class);
  private long requests;

  Mixer(Ledger ledger, long seed, String retryAfter) {
    this.ledger = ledger;
    this.random = new Random(seed);
    this.retryAfter = retryAfter;
  }

  @Override
  public Reply apply(Request request) {
    Mishap mishap = next();
    ledger.received(request);
    if (mishap == null) {
      Answer answer = ledger.apply(request);
      return Reply.json(answer.status(), answer.body());
    }
    if (mishap.inDoubt) {
      ledger.leaveInDoubt(request);
    }
    return mishap.reply(mishap.applied ? ledger.apply(request) : new Answer(0, ""), retryAfter);
  }

  private synchronized Mishap next() {
    requests++;
    if (random.nextDouble() >= SHARE) {
      return null;
    }
    Mishap mishap = Mishap.values()[random.nextInt(Mishap.values().length)];
    met.merge(mishap, 1, Integer::sum);
    return mishap;
  }

  synchronized long requests() {
    return requests;
  }

  synchronized int faults() {
    return met.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns the faults that were met so far. */
  @Override
  public synchronized String toString() {
    return met.entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  synchronized boolean metAll() {
    return met.keySet().containsAll(Arrays.asList(Mishap.values()));
  }

  /** What becomes of one request in twenty. */
  enum Mishap {
    TOO_MANY_REQUESTS(false, false),
    S500(false, true),
    S502(false, true),
    S503(false, true),
    S500_AFTER_ALL(true, true),
    EOF(false, true),
    EOF_AFTER_ALL(true, true),
    RESET(false, true),
    RESET_INSIDE(true, true),
    SHORT_BODY(true, true),
    SLOW_BODY(true, true),
    BAD_JSON(true, true);

    private final boolean applied;
    private final boolean inDoubt;

    Mishap(boolean applied, boolean inDoubt) {
      this.applied = applied;
      this.inDoubt = inDoubt;
    }

    private Reply reply(Answer answer, String retryAfter) {
      String body = answer.body();
      String half = body.substring(0, body.length() / 2);
      String declared = OK + "Content-Length: " + body.length() + "\r\n\r\n";
      return switch (this) {
        case TOO_MANY_REQUESTS -> Reply.status(429, "Retry-After: " + retryAfter);
        case S500, S500_AFTER_ALL -> Reply.status(500);
        case S502 -> Reply.json(502, "<html>");
        case S503 -> Reply.status(503);
        case EOF, EOF_AFTER_ALL -> Reply.eof();
        case RESET -> Reply.reset("");
        case RESET_INSIDE -> Reply.reset(declared + half);
        case SHORT_BODY -> Reply.raw(declared + half);
        case SLOW_BODY -> Reply.drip(OK + "Content-Length: 100000\r\n\r\n", 50);
        case BAD_JSON -> Reply.json(200, half);
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }
}

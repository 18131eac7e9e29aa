// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.testkit;

import ai.heymilo.internal.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/** A clock that stands still until it is moved, and a sleeper that records what it is asked for. */
public final class FakeTime implements Time {
  /** When the clock starts. */
  public static final Instant START = Instant.parse("2026-03-13T12:00:00Z");

  private final boolean skipping;
  private final List<Duration> sleeps = new ArrayList<>();
  private final PriorityQueue<Sleeper> sleepers =
      new PriorityQueue<>(Comparator.comparingLong((Sleeper sleeper) -> sleeper.until));
  private long nanos = 1_000_000_000L;

  private FakeTime(boolean skipping) {
    this.skipping = skipping;
  }

  /** Returns a time that skips every sleep: the clock jumps and nobody waits. */
  public static FakeTime skipping() {
    return new FakeTime(true);
  }

  /** Returns a time that passes only by {@link #advance}. */
  public static FakeTime manual() {
    return new FakeTime(false);
  }

  @Override
  public synchronized Instant now() {
    return START.plusNanos(nanos - 1_000_000_000L);
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public CompletableFuture<Void> sleep(Duration duration) {
    synchronized (this) {
      sleeps.add(duration);
      if (skipping) {
        nanos += duration.toNanos();
        return CompletableFuture.completedFuture(null);
      }
      Sleeper sleeper = new Sleeper(nanos + duration.toNanos());
      sleepers.add(sleeper);
      return sleeper.woken;
    }
  }

  /** Moves the clock, waking sleepers on the way, each at its own time. */
  public void advance(Duration duration) {
    long end = nanos() + duration.toNanos();
    for (Sleeper next = next(end); next != null; next = next(end)) {
      next.woken.complete(null);
    }
    synchronized (this) {
      nanos = end;
    }
  }

  private synchronized @org.jspecify.annotations.Nullable Sleeper next(long end) {
    if (sleepers.isEmpty() || sleepers.peek().until > end) {
      return null;
    }
    Sleeper next = sleepers.remove();
    nanos = Math.max(nanos, next.until);
    return next;
  }

  /** Returns the sleeps that were asked for, in order. */
  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  private static final class Sleeper {
    private final CompletableFuture<Void> woken = new CompletableFuture<>();
    private final long until;

    Sleeper(long until) {
      this.until = until;
    }
  }
}

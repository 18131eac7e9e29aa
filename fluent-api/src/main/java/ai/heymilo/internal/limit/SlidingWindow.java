// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

import ai.heymilo.internal.SystemTime;
import ai.heymilo.internal.Time;
import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * At most so many requests in any window. A slot is taken from the moment of the permit until one
 * window after completion, which keeps within the limit however the server counts: by rolling
 * window, by fixed window or by token bucket. Thread-safe; futures are completed outside the lock.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which see to failures
public final class SlidingWindow implements RateLimiter {
  private static final int DEEPEST = 16;
  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  private final int requests;
  private final long window;
  private final Time time;
  private final AdaptiveLimit limit;

  /** Who waits, by priority and then by arrival; any can leave at once. */
  private final Map<Priority, Set<Waiter>> waiters = new EnumMap<>(Priority.class);

  /** When the slots of completed requests are free again, the earliest first. */
  private final ArrayDeque<Long> freeAt = new ArrayDeque<>();

  private int underWay;
  private long wakeAt = Long.MAX_VALUE;
  private @Nullable CompletableFuture<Void> alarm;

  public SlidingWindow(int requests, Duration window) {
    this(requests, window, Time.system());
  }

  public SlidingWindow(int requests, Duration window, Time time) {
    this.requests = requests;
    this.window = window.toNanos();
    this.time = time;
    this.limit = new AdaptiveLimit(requests, this.window, time.nanos());
    for (Priority priority : Priority.values()) {
      waiters.put(priority, new LinkedHashSet<>());
    }
  }

  /** Returns one that is configured like this one, for another key. */
  public SlidingWindow another() {
    return new SlidingWindow(requests, Duration.ofNanos(window), time);
  }

  @Override
  public CompletableFuture<Permit> acquire(Priority priority, Duration atMost) {
    Waiter waiter;
    synchronized (this) {
      long now = time.nanos();
      forgetUntil(now);
      waiter = new Waiter(priority);
      long ahead = waiting(priority);
      long wait = leastWait(now, ahead);
      if (wait > atMost.toNanos()) {
        return CompletableFuture.failedFuture(WaitTooLongException.of(Duration.ofNanos(wait)));
      }
      waiters.get(priority).add(waiter);
    }
    serve();
    if (!waiter.permit.isDone()) {
      waiter.giveUpAfter(atMost);
    }
    return waiter.permit;
  }

  @Override
  public synchronized QuotaStatus quota() {
    long now = time.nanos();
    forgetUntil(now);
    int allowed = limit.at(now);
    int waiting = waiting(Priority.BULK);
    int remaining = Math.max(0, allowed - used() - waiting);
    return QuotaStatus.of(allowed, remaining, waiting, Duration.ofNanos(leastWait(now, waiting)));
  }

  @Override
  public String toString() {
    return "RateLimiter[" + limit + " per " + Duration.ofNanos(window) + "]";
  }

  /** Hands out what is free, then sets the alarm for what will be. */
  private void serve() {
    List<Waiter> served = new ArrayList<>();
    CompletableFuture<Void> newAlarm = null;
    synchronized (this) {
      long now = time.nanos();
      forgetUntil(now);
      while (used() < limit.at(now) && waiting(Priority.BULK) > 0) {
        underWay++;
        served.add(removeFirst());
      }
      long next =
          waiting(Priority.BULK) == 0 || freeAt.isEmpty() ? Long.MAX_VALUE : now + untilFree(now);
      if (next < wakeAt) {
        if (alarm != null) {
          alarm.cancel(false);
        }
        wakeAt = next;
        newAlarm = time.sleep(Duration.ofNanos(Math.max(0, next - now)));
        alarm = newAlarm;
      }
    }
    grant(served);
    if (newAlarm != null) {
      newAlarm.thenRun(this::wake);
    }
  }

  /**
   * Grants. What a grant leads to may give the permit back at once, which serves the next, and so
   * on for hundreds of waiters: some calls within each other, and then another thread goes on.
   */
  private void grant(List<Waiter> served) {
    int depth = DEPTH.get();
    if (depth >= DEEPEST && !served.isEmpty()) {
      SystemTime.WAKERS.execute(() -> grant(served));
      return;
    }
    DEPTH.set(depth + 1);
    try {
      served.forEach(Waiter::grant);
    } finally {
      if (depth == 0) {
        DEPTH.remove();
      } else {
        DEPTH.set(depth);
      }
    }
  }

  /** Returns how many wait with this priority or a higher one. */
  private int waiting(Priority priority) {
    int count = 0;
    for (Priority each : Priority.values()) {
      if (each.compareTo(priority) <= 0) {
        count += waiters.get(each).size();
      }
    }
    return count;
  }

  private Waiter removeFirst() {
    for (Set<Waiter> some : waiters.values()) {
      Iterator<Waiter> first = some.iterator();
      if (first.hasNext()) {
        Waiter waiter = first.next();
        first.remove();
        return waiter;
      }
    }
    throw new IllegalStateException("nobody waits");
  }

  private void wake() {
    synchronized (this) {
      wakeAt = Long.MAX_VALUE;
      alarm = null;
    }
    serve();
  }

  private void forgetUntil(long now) {
    while (!freeAt.isEmpty() && freeAt.getFirst() - now <= 0) {
      freeAt.removeFirst();
    }
  }

  private int used() {
    return underWay + freeAt.size();
  }

  /** The time until enough completed requests are forgotten for one more; all, if it takes more. */
  private long untilFree(long now) {
    int mustGo = Math.min(freeAt.size(), Math.max(1, used() - limit.at(now) + 1));
    return nthFree(mustGo - 1) - now;
  }

  private long nthFree(int index) {
    Iterator<Long> times = freeAt.iterator();
    for (int i = 0; i < index; i++) {
      times.next();
    }
    return times.next();
  }

  /** The least wait with so many ahead; requests under way may make it longer, never shorter. */
  private long leastWait(long now, long ahead) {
    int allowed = limit.at(now);
    int tooMany = Math.max(0, used() - allowed);
    long turn = used() - tooMany + ahead - allowed;
    if (turn < 0) {
      return 0;
    }
    int slot = tooMany + (int) (turn % allowed);
    long rounds = turn / allowed * window;
    return rounds + (slot < freeAt.size() ? nthFree(slot) - now : window);
  }

  /** Somebody in the queue. */
  private final class Waiter {
    private final CompletableFuture<Permit> permit = new CompletableFuture<>();
    private final Priority priority;

    Waiter(Priority priority) {
      this.priority = priority;
    }

    void grant() {
      Slot slot = new Slot(time.nanos());
      if (!permit.complete(slot)) {
        slot.unused(); // cancelled in the same moment
      }
    }

    void giveUpAfter(Duration atMost) {
      CompletableFuture<Void> timer = time.sleep(atMost);
      timer.thenRun(() -> permit.completeExceptionally(tooLong(atMost)));
      permit.whenComplete(
          (slot, failure) -> {
            timer.cancel(false);
            if (failure != null) {
              leave();
            }
          });
    }

    private WaitTooLongException tooLong(Duration waited) {
      synchronized (SlidingWindow.this) {
        return WaitTooLongException.of(waited.plusNanos(Math.max(1, leastWait(time.nanos(), 0))));
      }
    }

    private void leave() {
      synchronized (SlidingWindow.this) {
        waiters.get(priority).remove(this);
      }
    }
  }

  /** A permit. */
  private final class Slot implements Permit {
    private final AtomicBoolean returned = new AtomicBoolean();
    private final long issuedAt;

    Slot(long issuedAt) {
      this.issuedAt = issuedAt;
    }

    @Override
    public void completed(int status, @Nullable Duration retryAfter) {
      giveBack(true, status == 429);
    }

    @Override
    public void unused() {
      giveBack(false, false);
    }

    private void giveBack(boolean used, boolean refused) {
      if (!returned.compareAndSet(false, true)) {
        return;
      }
      synchronized (SlidingWindow.this) {
        long now = time.nanos();
        underWay--;
        if (used) {
          freeAt.addLast(now + window);
        }
        if (refused) {
          limit.refused(issuedAt, now);
        }
      }
      serve();
    }
  }
}

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A number of requests in any window. A slot is occupied from the permit until one window after
 * completion, which keeps the limit however the server counts: by rolling window, by fixed window
 * or by token bucket. Thread-safe; futures are completed outside the lock.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which handle failures
public final class SlidingWindow implements RateLimiter {
  private static final int DEEPEST = 16;
  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  private final int requests;
  private final long window;
  private final Time time;
  private final AdaptiveLimit limit;

  /** The waiters, by priority and then by arrival; removing any takes constant time. */
  private final Map<Priority, Set<Waiter>> waiters = new EnumMap<>(Priority.class);

  /** The times at which the slots of completed requests become free, in ascending order. */
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

  /** Returns a limiter with the same settings, for another key. */
  public SlidingWindow another() {
    return new SlidingWindow(requests, Duration.ofNanos(window), time);
  }

  @Override
  public CompletableFuture<Permit> acquire(Priority priority, Duration atMost) {
    Waiter waiter = new Waiter(priority);
    synchronized (this) {
      long now = time.nanos();
      forgetUntil(now);
      long wait = leastWait(now, waiting(priority));
      if (wait > atMost.toNanos()) {
        return CompletableFuture.failedFuture(WaitTooLongException.of(Duration.ofNanos(wait)));
      }
      queue(priority).add(waiter);
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

  /** Grants the free slots, then sets the alarm for the next one. */
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
   * Grants permits. A grant may return its permit at once, which serves the next waiter, and so on:
   * beyond some depth of such nested calls, another thread continues.
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

  /** Returns the number of waiters of this priority or a higher one. */
  private int waiting(Priority priority) {
    return waiters.entrySet().stream()
        .filter(queue -> queue.getKey().compareTo(priority) <= 0)
        .mapToInt(queue -> queue.getValue().size())
        .sum();
  }

  private Set<Waiter> queue(Priority priority) {
    return Objects.requireNonNull(waiters.get(priority));
  }

  private Waiter removeFirst() {
    Waiter first = waiters.values().stream().flatMap(Set::stream).findFirst().orElseThrow();
    queue(first.priority).remove(first);
    return first;
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

  /** The time until enough slots of completed requests are free for one more request. */
  private long untilFree(long now) {
    int mustGo = Math.min(freeAt.size(), Math.max(1, used() - limit.at(now) + 1));
    return nthFree(mustGo - 1) - now;
  }

  private long nthFree(int index) {
    return freeAt.stream().skip(index).findFirst().orElseThrow();
  }

  /** The least wait with a number of waiters ahead; requests under way can only make it longer. */
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

  /** A place in the queue. */
  private final class Waiter {
    private final CompletableFuture<Permit> permit = new CompletableFuture<>();
    private final Priority priority;

    Waiter(Priority priority) {
      this.priority = priority;
    }

    void grant() {
      Slot slot = new Slot(time.nanos());
      if (!permit.complete(slot)) {
        slot.unused(); // cancelled at the same moment
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
        queue(priority).remove(this);
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

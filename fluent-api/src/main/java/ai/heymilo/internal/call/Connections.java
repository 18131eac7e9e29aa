// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.errors.ClientClosedException;
import ai.heymilo.errors.ErrorDetails;
import ai.heymilo.generated.Operation;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.internal.Time;
import ai.heymilo.internal.http.DefaultHttpClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The HTTP client, and the calls that are using it. Thread-safe. */
final class Connections {
  /** A firewall may silently drop an idle connection, and JDKs before 20 keep it for 20 minutes. */
  private static final long MOST_IDLE = Duration.ofSeconds(25).toNanos();

  /** The JDK caches the address of a name for 30 s. */
  private static final long RESOLVED = Duration.ofSeconds(20).toNanos();

  private static final long BETWEEN_RENEWALS = Duration.ofSeconds(1).toNanos();
  private static final Executor DIRECT = Runnable::run;

  /** Before Java 16, an interrupt does not stop HttpClient.send. */
  static final boolean SENDS_ARE_INTERRUPTED = Runtime.version().feature() >= 16;

  /** On two processors, the JDK starts a thread to complete each asynchronous exchange. */
  private static final boolean SENDS_ON_THREADS =
      SENDS_ARE_INTERRUPTED && ForkJoinPool.getCommonPoolParallelism() < 2;

  private static final int MOST_SENDERS = 64;

  private final ClientOptions options;
  private final Time time;
  private final boolean own;
  private final Set<RetryLoop<?>> running = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private final ThreadPoolExecutor starters;
  private final ThreadPoolExecutor senders;
  private @Nullable HttpClient http;
  private volatile boolean draining;
  private long madeAt;
  private long usedAt;
  private volatile boolean answered;
  private volatile long answeredAt;

  Connections(ClientOptions options) {
    this.options = options;
    this.time = options.time();
    HttpClient given = options.httpClient();
    this.own = given == null;
    this.http = given == null ? DefaultHttpClient.of(options) : given;
    this.madeAt = time.nanos();
    this.usedAt = madeAt;
    this.starters =
        new ThreadPoolExecutor(
            4, 4, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Connections::thread);
    starters.allowCoreThreadTimeOut(true);
    this.senders =
        new ThreadPoolExecutor(
            0, MOST_SENDERS, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), Connections::thread);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(null, task, "heymilo-sender", 0, false);
    thread.setDaemon(true);
    return thread;
  }

  /** Returns the client; null after {@link #close}. */
  synchronized @Nullable HttpClient http() {
    long now = time.nanos();
    if (now - usedAt > MOST_IDLE) {
      renew();
    }
    usedAt = now;
    return http;
  }

  /**
   * Records the end of an attempt. A response means that the server's name is resolved; when the
   * connection was lost, others of the client may be dead too.
   */
  void used(HttpClient client, Outcome<?> outcome) {
    if (outcome.status > 0) {
      answeredAt = time.nanos();
      answered = true;
    } else if (outcome.condition == Condition.LOST) {
      renew(client);
    }
  }

  private synchronized void renew(HttpClient client) {
    if (client == http && time.nanos() - madeAt > BETWEEN_RENEWALS) {
      renew();
    }
  }

  /** Replaces the client; calls under way keep the old connections. */
  private void renew() {
    HttpClient old = http;
    if (own && old != null) {
      http = DefaultHttpClient.of(options);
      madeAt = time.nanos();
      DefaultHttpClient.shutDown(old);
    }
  }

  /** Returns whether sending may wait for the name of the server to be resolved. */
  boolean mayResolve(URI uri) {
    return !isAddress(uri.getHost()) && !(answered && time.nanos() - answeredAt < RESOLVED);
  }

  /** Sends an attempt without blocking this thread, even if a name must be resolved. */
  void send(Attempt<?> attempt, HttpClient client, URI uri) {
    if (SENDS_ON_THREADS) {
      try {
        senders.execute(() -> attempt.sendHere(client));
        return;
      } catch (RejectedExecutionException e) {
        // all are busy, or close() ends the call
      }
    }
    attempt.send(client, isAddress(uri.getHost()) ? DIRECT : starters);
  }

  private static boolean isAddress(String host) {
    return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
  }

  /**
   * Registers a call, so that {@link #close} ends it.
   *
   * @throws ClientClosedException after {@link #close}
   */
  void started(RetryLoop<?> call, Operation operation) {
    running.add(call);
    if (draining) {
      ended(call);
      throw new ClientClosedException(ErrorDetails.of(operation));
    }
  }

  void ended(RetryLoop<?> call) {
    running.remove(call);
    if (draining && running.isEmpty()) {
      drained.complete(null);
    }
  }

  /**
   * Accepts no further calls, and closes once those under way have ended or the time has passed.
   */
  void close(Duration atMost) {
    draining = true;
    if (running.isEmpty()) {
      drained.complete(null);
    }
    try {
      drained.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      // the rest is ended
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      close();
    }
  }

  /** Ends the calls under way and releases the connections; the caller's own client stays open. */
  void close() {
    draining = true;
    HttpClient open;
    synchronized (this) {
      open = http;
      http = null; // before JDK 21, its threads end once it is unreachable
    }
    running.forEach(RetryLoop::close);
    starters.shutdown(); // without an interrupt: code of the caller may be running on them
    senders.shutdown();
    if (open != null && own) {
      DefaultHttpClient.shutDownNow(open);
    }
  }
}

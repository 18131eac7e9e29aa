// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.quota;

import ai.heymilo.benchmarks.calls.Caller;
import ai.heymilo.benchmarks.calls.OurCaller;
import ai.heymilo.benchmarks.calls.StockCaller;
import ai.heymilo.benchmarks.report.Row;
import ai.heymilo.benchmarks.report.Row.Better;
import ai.heymilo.benchmarks.server.ServerProcess;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * 1,500 calls from 64 threads at a server that permits 300 in a rolling window. The window is
 * shorter than the API's minute, and every wait of the peers' retries is shorter by as much.
 */
public final class Quota {
  private static final int CALLS = 1500;
  private static final int LIMIT = 300;
  private static final int THREADS = 64;
  private static final double MINUTE = 60_000;

  private final long windowMillis;
  private double windows;

  private Quota(long windowMillis) {
    this.windowMillis = windowMillis;
  }

  public static List<Row> measure(long windowMillis) throws Exception {
    Quota quota = new Quota(windowMillis);
    Row seconds = new Row("time, in windows", "windows", Better.LESS);
    Row used = new Row("quota used", "%", Better.MORE);
    Row refused = new Row("429", "answers", Better.LESS);
    Row failed = new Row("calls that failed in the end", "calls", Better.LESS);
    for (String who : List.of("ours", "stock, plain retry", "stock, retry as SDKs do")) {
      quota.warmUp(who);
      try (ServerProcess server = ServerProcess.limited(100, LIMIT, windowMillis)) {
        int ended = quota.run(who, server.baseUrl());
        double windows = quota.windows;
        seconds.put(who, windows);
        // so many fit: a full window at the start, and one more with every window that passes
        used.put(who, 100 * (CALLS - ended) / (LIMIT * (1 + windows)));
        failed.put(who, ended);
        refused.put(who, server.stop());
      }
    }
    return List.of(seconds, used, refused, failed);
  }

  /** Loads what a client needs: in the API's minute, that would not count. */
  private void warmUp(String who) throws Exception {
    try (ServerProcess server = ServerProcess.start(100);
        Caller caller = caller(who, server.baseUrl())) {
      for (int i = 0; i < LIMIT; i++) {
        caller.getPosting();
      }
    }
  }

  private Caller caller(String who, String baseUrl) {
    return who.equals("ours")
        ? new OurCaller(baseUrl, RateLimiter.slidingWindow(LIMIT, Duration.ofMillis(windowMillis)))
        : new StockCaller(baseUrl);
  }

  /** Makes all calls; returns how many failed for good. */
  private int run(String who, String baseUrl) throws Exception {
    AtomicInteger left = new AtomicInteger(CALLS);
    AtomicInteger failed = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Caller caller = caller(who, baseUrl)) {
      long start = System.nanoTime();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(
            threads.submit(
                () -> {
                  while (left.getAndDecrement() > 0) {
                    if (!call(who, caller)) {
                      failed.incrementAndGet();
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
      windows = (System.nanoTime() - start) / 1e6 / windowMillis;
    } finally {
      threads.shutdownNow();
    }
    return failed.get();
  }

  private boolean call(String who, Caller caller) throws Exception {
    switch (who) {
      case "ours":
        caller.getPosting();
        return true;
      case "stock, plain retry":
        return retried(caller, Integer.MAX_VALUE, false);
      default:
        return retried(caller, 3, true);
    }
  }

  /** A second between attempts, or 0.5 s · 2ⁿ up to 8 s with up to a quarter less. */
  private boolean retried(Caller caller, int attempts, boolean exponential) throws Exception {
    for (int attempt = 0; attempt < attempts; attempt++) {
      try {
        caller.getPosting();
        return true;
      } catch (Exception e) {
        if (caller.status(e) != 429) {
          throw e;
        }
        double wait =
            exponential
                ? Math.min(8000, 500 * Math.pow(2, attempt))
                    * (1 - ThreadLocalRandom.current().nextDouble() / 4)
                : 1000;
        if (attempt + 1 < attempts) {
          Thread.sleep(Math.round(wait * windowMillis / MINUTE));
        }
      }
    }
    return false;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What all views of a client share: connections, limiter, gate, budget. Thread-safe. */
final class Core {
  private final TransportOptions options;
  private final Gate gate;
  private final RetryBudget budget = new RetryBudget();
  private final Backoff backoff;
  private final Secret secret;
  private final Listeners listeners;
  private final Set<RetryLoop<?>> running = ConcurrentHashMap.newKeySet();
  private volatile @Nullable HttpClient delegate;

  Core(TransportOptions options) {
    this.options = options;
    this.gate = new Gate(options.time());
    this.backoff = new Backoff(options.retryPolicy(), options.random());
    this.secret = new Secret(options.apiKey());
    List<CallListener> all = new ArrayList<>(options.listeners());
    all.add(new CallLog());
    this.listeners = new Listeners(all);
    HttpClient given = options.delegate();
    this.delegate = given == null ? options.own().build() : given;
  }

  HttpClient delegate() {
    HttpClient open = delegate;
    if (open == null) {
      throw new ClosedException();
    }
    return open;
  }

  TransportOptions options() {
    return options;
  }

  Time time() {
    return options.time();
  }

  RateLimiter limiter() {
    return options.limiter();
  }

  RetryPolicy retryPolicy() {
    return options.retryPolicy();
  }

  Gate gate() {
    return gate;
  }

  RetryBudget budget() {
    return budget;
  }

  Backoff backoff() {
    return backoff;
  }

  Secret secret() {
    return secret;
  }

  CallListener listener() {
    return listeners;
  }

  void started(RetryLoop<?> call) {
    running.add(call);
  }

  void ended(RetryLoop<?> call) {
    running.remove(call);
  }

  /** Ends what is under way, and lets go of the connections. */
  void close() {
    HttpClient open = delegate;
    delegate = null; // on JDKs before 21, its threads end when nobody holds it any more
    running.forEach(RetryLoop::close);
    if (open != null && options.delegate() == null) {
      OwnClient.shutdown(open);
    }
  }
}

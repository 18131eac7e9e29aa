// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.internal.ClientOptions;
import ai.heymilo.internal.limit.Gate;
import ai.heymilo.transport.RateLimiter;

/** What all views of a client share: connections, limiter, gate, retry budget. Thread-safe. */
final class SharedState {
  final Connections connections;
  final RateLimiter limiter;
  final Gate gate;
  final RetryBudget budget = new RetryBudget();

  SharedState(ClientOptions options, Connections connections) {
    this.connections = connections;
    this.limiter = options.rateLimiter();
    this.gate = new Gate(options.time());
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.internal.ClientOptions;
import ai.heymilo.internal.limit.Gate;

/**
 * The state that all views of a client share: connections, gate with limiter, retry budget.
 * Thread-safe.
 */
final class SharedState {
  final Connections connections;
  final Gate gate;
  final RetryBudget budget = new RetryBudget();

  SharedState(ClientOptions options, Connections connections) {
    this.connections = connections;
    this.gate = new Gate(options.rateLimiter(), options.time());
  }
}

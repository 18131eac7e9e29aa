// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

/** What one operation does. Runs under the store's monitor. */
@FunctionalInterface
public interface Handler {
  /**
   * Serves a call.
   *
   * @throws Refusal when the answer is an error
   */
  Reply handle(Call call);
}

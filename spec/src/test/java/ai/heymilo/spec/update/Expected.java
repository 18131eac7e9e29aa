// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

/** What a report must say of one seeded change. */
record Expected(ChangeKind kind, String where, Effect request, Effect response) {
  static Expected of(Change change) {
    return new Expected(change.kind(), change.where(), change.request(), change.response());
  }
}

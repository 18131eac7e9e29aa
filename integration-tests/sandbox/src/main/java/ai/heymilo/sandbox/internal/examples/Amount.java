// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.examples;

/** How much of what a schema permits an example has. */
public enum Amount {
  /** Required fields, empty lists, null where it is permitted. */
  MINIMAL,
  /** Every field. */
  FULL,
  /** What a seeded random number decides. */
  RANDOM
}

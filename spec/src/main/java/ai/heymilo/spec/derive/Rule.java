// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

/** One kind of correction, applied in place to the whole document. */
interface Rule {
  void apply(Document document, Findings findings);
}

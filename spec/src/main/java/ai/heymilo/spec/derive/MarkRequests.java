// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Marks the schemas of what a caller sends with {@code x-request}. */
final class MarkRequests implements Rule {
  static final String MARK = "x-request";

  @Override
  public void apply(Document document, Findings findings) {
    for (String name : document.requestSchemas()) {
      ((ObjectNode) document.schemas().get(name)).put(MARK, true);
    }
  }
}

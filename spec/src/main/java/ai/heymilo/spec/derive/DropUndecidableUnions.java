// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Makes a union without a discriminator an untyped value: what arrives cannot be told apart without
 * guessing, and an untyped value loses nothing.
 */
final class DropUndecidableUnions implements Rule {
  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          for (String keyword : List.of("anyOf", "oneOf")) {
            if (schema.has(keyword) && !schema.has(Discriminators.UNION)) {
              makeUntyped(schema, keyword);
            }
          }
        });
  }

  private static void makeUntyped(ObjectNode schema, String keyword) {
    schema.remove(List.of(keyword, "type", "discriminator"));
  }
}

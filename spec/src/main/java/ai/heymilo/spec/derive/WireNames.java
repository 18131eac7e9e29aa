// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Refuses names that would end a Java string or a comment: nobody has any, and generated code that
 * is safe from them would be harder to read.
 */
final class WireNames implements Rule {
  private static final Pattern ENDS_A_TEXT = Pattern.compile("[\"\\\\\\p{Cntrl}]|\\*/");

  static boolean isPlain(String name) {
    return !ENDS_A_TEXT.matcher(name).find();
  }

  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          schema
              .path("properties")
              .fieldNames()
              .forEachRemaining(
                  name -> {
                    String at = pointer + "/properties/" + Pointers.escape(name);
                    if (name.isEmpty()) {
                      findings.refuse(at, "a name without characters");
                    }
                    check(name, at, findings);
                  });
          for (JsonNode value : schema.path("enum")) {
            if (value.asText().contains("*/")) {
              check(value.asText(), pointer + "/enum", findings);
            }
          }
        });
    for (Operation operation : document.operations()) {
      check(operation.path(), operation.pathPointer(), findings);
      ObjectNode node = operation.node();
      check(node.path("operationId").asText(), operation.pointer() + "/operationId", findings);
      check(node.path("x-accept").asText(), operation.pointer() + "/responses", findings);
      check(node.path("tags").path(0).asText(), operation.pointer() + "/tags/0", findings);
      for (int i = 0; i < operation.parameters().size(); i++) {
        check(
            operation.parameters().get(i).path("name").asText(),
            operation.pointer() + "/parameters/" + i,
            findings);
      }
    }
  }

  private static void check(String name, String pointer, Findings findings) {
    if (!isPlain(name)) {
      findings.refuse(pointer, "a name with characters that are not understood");
    }
  }
}

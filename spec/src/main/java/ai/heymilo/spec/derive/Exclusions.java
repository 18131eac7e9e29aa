// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks properties of which only one may be sent ({@code Mutually exclusive with `x`}) with {@code
 * x-exclusive}: they get no plain setter in the generated bases of builders.
 */
final class Exclusions implements Rule {
  private static final Pattern EXCLUSIVE =
      Pattern.compile("\\b[Mm]utually exclusive with `+([A-Za-z0-9_]+)`+");

  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          JsonNode properties = schema.path("properties");
          for (Map.Entry<String, JsonNode> property : properties.properties()) {
            Matcher other = EXCLUSIVE.matcher(property.getValue().path("description").asText());
            if (other.find() && properties.has(other.group(1))) {
              ((ObjectNode) property.getValue()).put("x-exclusive", true);
              ((ObjectNode) properties.get(other.group(1))).put("x-exclusive", true);
            }
          }
        });
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Makes one object of an {@code allOf}: its own keywords, and those of its members; of two limits,
 * the tighter. A single reference stays a reference.
 */
final class MergeAllOf implements Rule {
  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          Deque<String> within = new ArrayDeque<>();
          if (Pointers.isNamedSchema(pointer)) {
            within.push(String.valueOf(Pointers.namedSchema(pointer)));
          }
          flatten(document, schema, pointer, findings, within);
        });
  }

  private static void flatten(
      Document document,
      ObjectNode schema,
      String pointer,
      Findings findings,
      Deque<String> within) {
    if (!schema.has("allOf")) {
      return;
    }
    JsonNode members = schema.remove("allOf");
    boolean plain = !schema.has("properties") && !schema.has("$ref");
    if (plain && members.size() == 1 && members.get(0).has("$ref")) {
      Tighter.add(schema, members.get(0));
      return;
    }
    for (JsonNode member : members) {
      String name = Document.refName(member);
      JsonNode part = name == null ? member : document.schemas().path(name);
      if (name != null && within.contains(name)) {
        findings.refuse(pointer, "allOf leads back to " + name);
        return;
      }
      ObjectNode copy = part.deepCopy();
      if (name != null) {
        within.push(name);
        copy.remove("description");
      }
      flatten(document, copy, pointer, findings, within);
      if (copy.has("$ref")) {
        within.push(String.valueOf(Document.refName(copy)));
        copy = document.schemas().path(within.peek()).deepCopy();
        flatten(document, copy, pointer, findings, within);
        within.pop();
      }
      if (name != null) {
        within.pop();
      }
      if (copy.has("oneOf") || copy.has("anyOf")) {
        findings.refuse(pointer, "a union within allOf is not understood");
      }
      Tighter.add(schema, copy);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Says in Java what {@link Generics} found: of each generic class its own type ({@code x-self}),
 * and of each operation that answers with one, the type ({@code x-answer-type}) and what reads it
 * ({@code x-answer-reader}).
 */
final class GenericTypes implements Rule {
  @Override
  public void apply(Document document, Findings findings) {
    document
        .schemas()
        .properties()
        .forEach(
            schema -> {
              if (Generics.isGeneric(schema.getValue())) {
                nameSelf((ObjectNode) schema.getValue(), schema.getKey() + "<T>");
              }
            });
    Set<String> imported = new HashSet<>();
    for (Operation operation : document.operations()) {
      for (Map.Entry<String, JsonNode> answer : operation.node().path("responses").properties()) {
        JsonNode body = answer.getValue().path("content").path("application/json");
        if (body.has(Generics.ARGUMENT) && answer.getKey().startsWith("2")) {
          JsonNode argument = body.path(Generics.ARGUMENT);
          String generic = Document.refName(body.path("schema"));
          ObjectNode node = operation.node();
          node.put("x-answer-type", generic + "<" + type(argument) + ">")
              .put("x-answer-reader", generic + ".reader(" + reader(argument) + ")");
          if (imported.add(node.path("x-api").asText() + " " + named(argument))) {
            node.put("x-answer-import", named(argument));
          }
        }
      }
    }
  }

  private static void nameSelf(ObjectNode schema, String self) {
    schema.put("x-self", self);
    schema.path("properties").forEach(property -> ((ObjectNode) property).put("x-self", self));
  }

  private static String named(JsonNode argument) {
    String name = Document.refName(argument);
    return name == null ? named(argument.path("items")) : name;
  }

  private static String type(JsonNode argument) {
    String name = Document.refName(argument);
    return name == null ? "List<" + type(argument.path("items")) + ">" : name;
  }

  private static String reader(JsonNode argument) {
    String name = Document.refName(argument);
    return name == null
        ? "Readers.list(" + reader(argument.path("items")) + ")"
        : name + ".reader()";
  }
}

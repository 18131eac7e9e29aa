// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A document with more of everything, none of which is to need an edit of hand-written code. */
public final class AdditiveDocument {
  private static final String NEW = "added_later";

  private final ObjectNode document;

  private AdditiveDocument(ObjectNode document) {
    this.document = document;
  }

  /** Returns a document with additions in every place. */
  public static ObjectNode of(JsonNode bundled) {
    AdditiveDocument more = new AdditiveDocument(bundled.deepCopy());
    more.document.withObject("/info").put("version", "2.99.0");
    more.values();
    more.fields();
    more.schemas();
    more.operations();
    for (JsonNode path : more.document.path("paths")) {
      path.forEach(operation -> more.parametersAndAnswers((ObjectNode) operation));
    }
    return more.document;
  }

  /** One more value of each enumeration, listed or described; and one of a single one of equals. */
  private void values() {
    List<JsonNode> enumerations = document.findValues("enum");
    enumerations.forEach(values -> ((ArrayNode) values).add(NEW));
    enumerations.stream()
        .filter(values -> enumerations.indexOf(values) < enumerations.lastIndexOf(values))
        .findFirst()
        .ifPresent(values -> ((ArrayNode) values).add("only_here"));
    for (JsonNode described : document.findParents("description")) {
      String text = described.path("description").asText();
      if (text.matches("[^:.']*: '[a-z_]+', (?s:.*)")) {
        ((ObjectNode) described).put("description", text.replaceFirst(": '", ": '" + NEW + "', '"));
      }
    }
  }

  private ObjectNode properties(String schema) {
    return document.at("/components/schemas/" + schema).withObject("/properties");
  }

  private void fields() {
    for (var schema : document.at("/components/schemas").properties()) {
      if (schema.getValue().path("properties").isObject()) {
        ObjectNode properties = properties(schema.getKey());
        properties.putObject(NEW).put("type", "string").put("maxLength", 40);
        properties.putObject("added_later_mode").putArray("enum").add("fast").add("slow");
        properties.putObject("added_later_parts").put("$ref", "#/components/schemas/BrandNew");
      }
    }
  }

  /** Before all others, with enumerations that have the names and values of some there are. */
  private void schemas() {
    ObjectNode components = (ObjectNode) document.path("components");
    JsonNode others = components.remove("schemas");
    ObjectNode schemas = components.putObject("schemas");
    ObjectNode properties =
        schemas.putObject("BrandNew").put("type", "object").withObject("/properties");
    for (String name : List.of("status", "mcq_type", "job_delivery_mode", "modality")) {
      properties.putObject(name).putArray("enum").add("pending").add("active").add("error");
    }
    schemas.setAll((ObjectNode) others);
  }

  /** With the headers that all have and without, with a tag that there is and with another. */
  private void operations() {
    ObjectNode paths = (ObjectNode) document.path("paths");
    ObjectNode create = first("requestBody").deepCopy();
    create.put("operationId", "brandNew");
    ObjectNode bare = first("parameters").deepCopy();
    bare.put("operationId", "listBrandNew").putArray("tags").add("Brand new");
    bare.remove("requestBody");
    bare.remove("parameters");
    bare.putObject("responses").putObject("204").put("description", "None.");
    paths.putObject("/api/v2/brand-new").set("post", create);
    paths.withObject("/~1api~1v2~1brand-new").set("get", bare);
  }

  private ObjectNode first(String part) {
    return (ObjectNode) document.path("paths").findParent(part);
  }

  /** For most operations the first optional parameter; a header where it is not the only one. */
  private void parametersAndAnswers(ObjectNode operation) {
    ObjectNode parameter = operation.withArray("/parameters").addObject();
    boolean header = operation == first("parameters");
    parameter.put("name", NEW).put("in", header ? "header" : "query");
    parameter.putObject("schema").put("type", "string");
    ObjectNode responses = (ObjectNode) operation.path("responses");
    var first = responses.properties().iterator().next();
    if (first.getKey().startsWith("2")) { // a success makes another answer of a redirect
      responses.set("203", first.getValue().deepCopy());
    }
    responses.putObject("409").put("description", "New.");
  }
}

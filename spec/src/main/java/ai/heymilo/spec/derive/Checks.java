// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the limits of what a caller sends, as the client checks them ({@code Constraint} of the
 * generated client): {@code x-limits} of a schema has the limits of each property by its name, of
 * an operation those of each parameter; under no name, those of the object or the body itself.
 */
final class Checks implements Rule {
  static final List<String> NUMBERS =
      List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
  static final List<String> COUNTS =
      List.of("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties");

  /** Every keyword that limits a value; what is in a value has limits of its own. */
  static final Set<String> KEYWORDS = new LinkedHashSet<>(NUMBERS);

  static {
    KEYWORDS.addAll(COUNTS);
    KEYWORDS.addAll(List.of("pattern", "uniqueItems"));
  }

  private static final String EMAIL = "^[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+$";
  private static final String E164 = "^\\+[1-9][0-9]{1,14}$";

  @Override
  public void apply(Document document, Findings findings) {
    for (Map.Entry<String, JsonNode> named : document.schemas().properties()) {
      if (named.getValue().has(MarkBodies.REQUEST)) {
        String pointer = "/components/schemas/" + Pointers.escape(named.getKey());
        put((ObjectNode) named.getValue(), ofObject(document, named.getValue(), pointer, findings));
      }
    }
    for (Operation operation : document.operations()) {
      put(operation.node(), ofParameters(document, operation, findings));
    }
  }

  private static void put(ObjectNode at, ObjectNode limits) {
    if (!limits.isEmpty()) {
      at.set("x-limits", limits);
      // JSON and Java write such literals alike.
      at.put("x-limits-java", Document.text(limits.toString()).toString());
    }
  }

  private static ObjectNode ofObject(
      Document document, JsonNode schema, String pointer, Findings findings) {
    ObjectNode limits = Document.object();
    Set<String> required = new LinkedHashSet<>();
    schema.path("required").forEach(property -> required.add(property.asText()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!property.getValue().has(Constants.CONST_JAVA)) { // which is always sent
        String at = pointer + "/properties/" + Pointers.escape(property.getKey());
        ObjectNode own = of(document, property.getValue(), at, findings);
        own.remove("nullable"); // null is a state of the property
        if (required.contains(property.getKey())) {
          own.put("required", true);
        }
        setUnlessEmpty(limits, property.getKey(), own);
      }
    }
    ObjectNode itself = Document.object();
    for (String keyword : List.of("minProperties", "maxProperties")) {
      if (schema.has(keyword)) {
        itself.set(keyword, schema.get(keyword));
      }
    }
    setUnlessEmpty(limits, "", itself);
    return limits;
  }

  private static ObjectNode ofParameters(
      Document document, Operation operation, Findings findings) {
    ObjectNode limits = Document.object();
    for (int i = 0; i < operation.parameters().size(); i++) {
      ObjectNode parameter = (ObjectNode) operation.parameters().get(i);
      String at = operation.pointer() + "/parameters/" + i + "/schema";
      ObjectNode own = of(document, parameter.path("schema"), at, findings);
      own.remove("nullable");
      boolean inPath = parameter.path("in").asText().equals("path"); // where null is refused anyway
      if (parameter.path("required").asBoolean() && (!inPath || !own.isEmpty())) {
        own.put("required", true);
        parameter.put("x-limited", true);
        operation.node().put("x-limited", true);
      }
      setUnlessEmpty(limits, parameter.path("name").asText(), own);
    }
    return limits;
  }

  private static void setUnlessEmpty(ObjectNode limits, String name, ObjectNode own) {
    if (!own.isEmpty()) {
      limits.set(name, own);
    }
  }

  /** Returns the limits of a value, with those of what its schema refers to. */
  private static ObjectNode of(
      Document document, JsonNode schema, String pointer, Findings findings) {
    ObjectNode all = schema.deepCopy();
    JsonNode target = document.resolved(schema);
    if (schema.has("$ref")) {
      ObjectNode referred = target.deepCopy();
      referred.remove(List.of("properties", "required"));
      Tighter.add(all, referred);
    }
    ObjectNode limits = Document.object();
    for (String keyword : KEYWORDS) {
      if (all.has(keyword)) {
        limits.set(keyword, all.get(keyword));
      }
    }
    patterns(all, limits, pointer, findings);
    if (all.has(OpenEnums.VALUES)) {
      limits.set("enum", all.get(OpenEnums.VALUES));
    }
    if (all.path("nullable").asBoolean() || isAny(all)) {
      limits.put("nullable", true);
    }
    for (String inner : List.of("items", "additionalProperties")) {
      if (all.path(inner).isObject() && !target.has("properties")) {
        ObjectNode own = of(document, all.path(inner), pointer + "/" + inner, findings);
        if (all.has("x-max-value-length")) {
          own.set("maxLength", all.get("x-max-value-length"));
        }
        if (own.size() != 1 || !own.has("nullable")) {
          limits.set(inner, own);
        }
      }
    }
    ObjectNode keys = Document.object();
    if (all.has("propertyNames")) {
      keys = of(document, all.path("propertyNames"), pointer + "/propertyNames", findings);
      keys.remove("nullable");
    }
    if (all.has("x-max-key-length")) {
      keys.set("maxLength", all.get("x-max-key-length"));
    }
    setUnlessEmpty(limits, "propertyNames", keys);
    return limits;
  }

  /** Returns whether a schema, null included, allows everything that its limits let pass. */
  private static boolean isAny(JsonNode schema) {
    return !schema.has("type")
        && !schema.has("$ref")
        && !schema.has("enum")
        && !schema.has(Constants.CONST)
        && !schema.has("properties")
        && !schema.has(Discriminators.UNION);
  }

  private static void patterns(
      JsonNode schema, ObjectNode limits, String pointer, Findings findings) {
    ArrayNode patterns = Document.array();
    JsonNode stated = schema.path("pattern");
    for (JsonNode one : stated.isArray() ? stated : Document.array().add(stated.asText())) {
      if (!one.asText().isEmpty()) {
        pattern(patterns, one.asText(), "must match " + one.asText(), pointer, findings);
      }
    }
    if (schema.has("x-email")) {
      pattern(patterns, EMAIL, "must be an e-mail address", pointer, findings);
    }
    if (schema.has("x-e164")) {
      String why = "must be a phone number in E.164 format, such as +4930123456";
      pattern(patterns, E164, why, pointer, findings);
    }
    limits.remove("pattern");
    if (!patterns.isEmpty()) {
      limits.set("pattern", patterns);
    }
  }

  private static void pattern(
      ArrayNode patterns, String regex, String message, String pointer, Findings findings) {
    try {
      ArrayNode program = Regex.compile(regex);
      patterns.addObject().put("message", message).set("program", program);
    } catch (IllegalArgumentException e) {
      findings.refuse(pointer, "the pattern '" + regex + "' is not understood: " + e.getMessage());
    }
  }
}

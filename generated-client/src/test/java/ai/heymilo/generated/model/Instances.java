// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.model;

import ai.heymilo.generated.Published;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Makes instances of published schemas: within their limits, but for at most one value. */
final class Instances {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern TIME = Pattern.compile("(?i)ISO[- ]?8601|date-time");
  private static final List<String> SOME =
      List.of(
          "",
          "a",
          "A",
          "1",
          "-",
          "_",
          "a1",
          "ab",
          "abc",
          "ab-cd",
          "ab_cd",
          "abcdef",
          "ABC",
          "AB12",
          "en",
          "en-US",
          "#00ff00",
          "00ff00",
          "2026-01-01",
          "12:30",
          "1.0.0",
          "+4930123456",
          "https://a.example/b",
          "a\n",
          "abc\n",
          "12:30\n",
          "ä",
          "😀");
  private static final int DEEPEST = 7;

  private final Random random;
  private int untilFault;

  /** Where the one value is that may be out of its limits; empty if there is none. */
  String fault = "";

  /** Whether another value is of a pattern that none of the texts known here matches. */
  boolean unsure;

  Instances(long seed) {
    this.random = new Random(seed);
    this.untilFault = random.nextInt(30);
  }

  JsonNode of(String schema) {
    return of(Published.SCHEMAS.path(schema), "", 0);
  }

  private boolean faultHere(String path) {
    boolean here = fault.isEmpty() && untilFault-- == 0;
    fault = here ? path : fault;
    return here;
  }

  private JsonNode of(JsonNode schema, String path, int depth) {
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asText().replaceAll(".*/", "");
      return of(Composed.merged(schema, Published.SCHEMAS.path(name)), path, depth + 1);
    }
    if (schema.has("allOf")) {
      return of(Composed.all(schema), path, depth);
    }
    for (String union : List.of("anyOf", "oneOf")) {
      if (schema.has(union)) {
        return ofUnion(schema, union, path, depth);
      }
    }
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    switch (schema.path("type").asText()) {
      case "object":
        return schema.has("properties")
            ? ofObject(schema, path, depth)
            : ofMap(schema, path, depth);
      case "array":
        return ofArray(schema, path, depth);
      case "string":
        return ofText(schema, path);
      case "integer":
      case "number":
        return ofNumber(schema, path);
      case "boolean":
        return JSON.booleanNode(random.nextBoolean());
      default:
        return JSON.textNode("anything");
    }
  }

  private JsonNode ofUnion(JsonNode schema, String union, String path, int depth) {
    List<JsonNode> members = new ArrayList<>();
    schema.path(union).forEach(members::add);
    boolean nullable = members.removeIf(m -> m.path("type").asText().equals("null"));
    if (nullable && random.nextInt(8) == 0) {
      return JSON.nullNode();
    }
    ObjectNode chosen = members.get(random.nextInt(members.size())).deepCopy();
    schema.properties().forEach(e -> chosen.putIfAbsent(e.getKey(), e.getValue()));
    chosen.remove(union);
    return of(chosen, path, depth);
  }

  private ObjectNode ofObject(JsonNode schema, String path, int depth) {
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    ObjectNode object = JSON.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      String at = path.isEmpty() ? name : path + "." + name;
      boolean wanted = depth < DEEPEST && random.nextInt(3) > 0;
      if (required.contains(name) && !property.getValue().has("const") && faultHere(at)) {
        continue;
      }
      if (required.contains(name) || wanted) {
        object.set(name, of(property.getValue(), at, depth + 1));
      }
    }
    return object;
  }

  private ObjectNode ofMap(JsonNode schema, String path, int depth) {
    ObjectNode map = JSON.objectNode();
    int least = schema.path("minProperties").asInt(0);
    int most = schema.path("maxProperties").asInt(least + 3);
    int size = size(least, most, schema, "Properties", path);
    JsonNode values = schema.path("additionalProperties");
    for (int i = 0; i < size; i++) {
      String at = path + ".k" + i;
      boolean typed = values.isObject() && !values.isEmpty();
      map.set(
          "k" + i,
          typed && faultHere(at)
              ? JSON.nullNode()
              : typed ? of(values, at, depth + 1) : JSON.numberNode(1.5));
    }
    return map;
  }

  private ArrayNode ofArray(JsonNode schema, String path, int depth) {
    ArrayNode array = JSON.arrayNode();
    int least = schema.path("minItems").asInt(0);
    int most = schema.path("maxItems").asInt(least + 2);
    int size = size(least, most, schema, "Items", path);
    JsonNode items = schema.path("items");
    for (int i = 0; i < size; i++) {
      String at = path + "[" + i + "]";
      boolean typed = items.isObject() && !items.isEmpty();
      array.add(typed && faultHere(at) ? JSON.nullNode() : of(items, at, depth + 1));
    }
    if (schema.path("uniqueItems").asBoolean() && array.size() > 1 && faultHere(path)) {
      array.set(1, array.get(0));
    }
    return array;
  }

  private int size(int least, int most, JsonNode schema, String what, String path) {
    if (schema.has("min" + what) && faultHere(path)) {
      return Math.max(0, least - random.nextInt(2));
    }
    if (schema.has("max" + what) && faultHere(path)) {
      return most + random.nextInt(2);
    }
    return least + random.nextInt(Math.min(most - least, 2) + 1);
  }

  private JsonNode ofText(JsonNode schema, String path) {
    String words = schema.path("description").asText();
    if (TIME.matcher(words + schema.path("format").asText()).find() || path.endsWith("_at")) {
      return JSON.textNode("2026-01-01T00:00:00Z");
    }
    if (words.contains("E.164")) {
      return JSON.textNode("+4930123456");
    }
    if (words.matches("(?is).*\\be-?mail address\\b.*")
        || schema.path("format").asText().equals("email")) {
      return JSON.textNode("ada@example.com");
    }
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(least + 10);
    if (schema.has("pattern")) {
      return JSON.textNode(matching(schema.path("pattern").asText(), least, most, path));
    }
    int length = least + random.nextInt(Math.min(most - least, 10) + 1);
    if (schema.has("minLength") && faultHere(path)) {
      length = Math.max(0, least - random.nextInt(2));
    } else if (schema.has("maxLength") && faultHere(path)) {
      length = most + random.nextInt(2);
    }
    String character = random.nextInt(4) == 0 ? "😀" : "x";
    return JSON.textNode(character.repeat(length));
  }

  /** Returns one of some texts that matches, or at a fault any of them. */
  private String matching(String pattern, int least, int most, String path) {
    List<String> texts = new ArrayList<>(SOME);
    if (!faultHere(path)) {
      texts.removeIf(
          text ->
              text.codePointCount(0, text.length()) < least
                  || text.codePointCount(0, text.length()) > most
                  || text.endsWith("\n")
                  || !Pattern.compile(pattern).matcher(text).find());
    }
    if (texts.isEmpty()) {
      unsure = true;
      texts = SOME;
    }
    return texts.get(random.nextInt(texts.size()));
  }

  private JsonNode ofNumber(JsonNode schema, String path) {
    boolean whole = schema.path("type").asText().equals("integer");
    BigDecimal step = whole ? BigDecimal.ONE : new BigDecimal("0.25");
    if (schema.has("multipleOf")) {
      step = schema.path("multipleOf").decimalValue();
    }
    List<BigDecimal> edges = new ArrayList<>();
    for (String limit : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")) {
      if (schema.has(limit)) {
        BigDecimal at = schema.path(limit).decimalValue();
        edges.addAll(List.of(at.subtract(step), at, at.add(step)));
      }
    }
    if (schema.has("multipleOf")) {
      edges.add(step.multiply(new BigDecimal(3)));
      edges.add(whole ? step.add(BigDecimal.ONE) : step.divide(new BigDecimal(2)));
    }
    if (edges.isEmpty()) {
      return whole
          ? JSON.numberNode(random.nextInt(100))
          : JSON.numberNode(random.nextInt(400) / 4d);
    }
    if (faultHere(path)) {
      BigDecimal edge = edges.get(random.nextInt(edges.size()));
      return JSON.numberNode(whole ? new BigDecimal(edge.toBigInteger()) : edge);
    }
    return JSON.numberNode(within(schema, whole, step));
  }

  /** Returns a number within all limits: of the multiples of a step from the least, the first. */
  private static BigDecimal within(JsonNode schema, boolean whole, BigDecimal step) {
    BigDecimal at =
        schema.has("minimum")
            ? schema.path("minimum").decimalValue()
            : schema.has("exclusiveMinimum")
                ? schema.path("exclusiveMinimum").decimalValue()
                : schema.has("maximum")
                    ? schema.path("maximum").decimalValue().subtract(step)
                    : schema.path("exclusiveMaximum").decimalValue().subtract(step);
    BigDecimal multiple = at.divide(step, 0, java.math.RoundingMode.CEILING).multiply(step);
    boolean excluded =
        schema.has("exclusiveMinimum")
            && multiple.compareTo(schema.path("exclusiveMinimum").decimalValue()) <= 0;
    return excluded ? multiple.add(step) : multiple;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import ai.heymilo.sandbox.internal.examples.PatternText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Makes examples of JSON from the document's schemas. What it cannot make is found by the tests,
 * because every example but the novel ones is checked against its schema.
 */
final class Examples {
  /** How much of what may be there is there. */
  enum Size {
    /** Every field. */
    FULL,
    /** What is required, and empty lists. */
    REQUIRED,
    /** What a seeded random number says; nulls too, where they are allowed. */
    RANDOM,
    /** Every field, values that the document does not list, and fields that it does not know. */
    NOVEL
  }

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEPTH = 12;

  private final Size size;
  private final Random random;
  private int depth;
  private int counter;
  private boolean time;

  Examples(Size size, long seed) {
    this.size = size;
    this.random = new Random(seed);
  }

  /** Makes an example of the schema at a JSON pointer of the document. */
  JsonNode at(String pointer) {
    return of(Documented.DOCUMENT.at(pointer));
  }

  JsonNode of(JsonNode unresolved) {
    JsonNode schema = Documented.resolve(unresolved);
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      return size == Size.NOVEL ? JSON.textNode("novel_value") : pick(schema.get("enum"));
    }
    for (String union : new String[] {"anyOf", "oneOf"}) {
      if (schema.has(union)) {
        return of(branch(schema.get(union)), schema);
      }
    }
    return schema.has("allOf") ? of(merged(schema)) : typed(schema, schema);
  }

  /** Returns one schema for an {@code allOf}: every property, and the tightest limits. */
  private static ObjectNode merged(JsonNode schema) {
    ObjectNode all = schema.deepCopy();
    for (JsonNode unresolved : (ArrayNode) all.remove("allOf")) {
      JsonNode resolved = Documented.resolve(unresolved);
      JsonNode part = resolved.has("allOf") ? merged(resolved) : resolved;
      for (Map.Entry<String, JsonNode> keyword : part.properties()) {
        String name = keyword.getKey();
        JsonNode here = all.path(name);
        JsonNode there = keyword.getValue();
        if (name.equals("properties")) {
          all.withObject("/properties").setAll((ObjectNode) there);
        } else if (name.equals("required")) {
          there.forEach(all.withArray("/required")::add);
        } else if (here.isMissingNode()
            || (here.isNumber() && name.startsWith("min") == there.asDouble() > here.asDouble())) {
          all.set(name, there);
        }
      }
    }
    return all;
  }

  /** A branch of a union goes by the union's description, which the document puts beside it. */
  private JsonNode of(JsonNode unresolved, JsonNode described) {
    JsonNode branch = Documented.resolve(unresolved);
    boolean plain = branch.path("type").isTextual() && !branch.has("enum") && !branch.has("const");
    return plain ? typed(branch, described) : of(branch);
  }

  private JsonNode branch(JsonNode branches) {
    JsonNode last = branches.get(branches.size() - 1);
    boolean nullable = last.path("type").asText().equals("null");
    if (nullable && size == Size.RANDOM && random.nextInt(4) == 0) {
      return last;
    }
    int choices = branches.size() - (nullable ? 1 : 0);
    return branches.get(size == Size.RANDOM ? random.nextInt(choices) : counter % choices);
  }

  private JsonNode typed(JsonNode schema, JsonNode described) {
    return switch (schema.path("type").asText("any")) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "string" -> JSON.textNode(text(schema, described));
      case "integer" -> JSON.numberNode(number(schema, 1000, 1).longValueExact());
      case "number" -> JSON.numberNode(number(schema, 1_800_000_000.0, 0.001));
      case "boolean" -> JSON.booleanNode(size != Size.REQUIRED && random.nextBoolean());
      case "null" -> JSON.nullNode();
      default -> JSON.textNode("anything " + counter++);
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    depth++;
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (required.contains(property.getKey()) || isThere()) {
        counter++;
        time = property.getKey().endsWith("_at");
        object.set(property.getKey(), of(property.getValue()));
        time = false;
      }
    }
    JsonNode more = schema.path("additionalProperties");
    if (more.isObject() || more.asBoolean()) {
      int least = schema.path("minProperties").asInt(0);
      for (int i = 0; i < least || (isThere() && i < 2); i++) {
        object.set("key_" + i, more.isObject() ? of(more) : anything());
      }
    }
    if (size == Size.NOVEL && !more.isObject()) {
      object.putObject("novel_field").putArray("of").add(1).addNull().add("x");
    }
    depth--;
    return object;
  }

  private JsonNode anything() {
    ObjectNode nested = JSON.objectNode().put("n", 1.5).put("yes", true);
    return counter++ % 2 == 0 ? JSON.textNode("text") : nested;
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = JSON.arrayNode();
    int least = schema.path("minItems").asInt(0);
    int branches = Documented.resolve(schema.path("items")).path("oneOf").size();
    int items = size == Size.RANDOM ? random.nextInt(3) : isThere() ? Math.max(2, branches) : 0;
    depth++;
    counter = 0; // so that the items go through the branches of a union
    int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
    for (int i = 0; i < Math.min(most, Math.max(least, items)); i++) {
      counter = i;
      array.add(of(schema.path("items")));
    }
    depth--;
    return array;
  }

  private boolean isThere() {
    return switch (size) {
      case REQUIRED -> false;
      case RANDOM -> depth < DEPTH && random.nextBoolean();
      default -> depth < DEPTH;
    };
  }

  private String text(JsonNode schema, JsonNode described) {
    String about = (schema.path("format").asText() + " " + described.path("description").asText());
    if (schema.has("pattern")) {
      return new PatternText(schema.path("pattern").asText(), random)
          .between(
              schema.path("minLength").asInt(0), schema.path("maxLength").asInt(Integer.MAX_VALUE));
    }
    if (about.startsWith("date-time") || about.matches("(?s).*ISO.8601.*") || time) {
      long earliest = about.contains("or before") ? 1_800_000_000L : 1_700_000_000L;
      return Instant.ofEpochSecond(earliest + random.nextInt(100_000_000)).toString();
    }
    if (about.contains("E.164")) {
      return "+4930" + (1_000_000 + random.nextInt(8_999_999));
    }
    if (about.startsWith("date ")) {
      return LocalDate.ofEpochDay(20_000 + random.nextInt(1_000)).toString();
    }
    if (about.startsWith("uri")) {
      return "https://example.org/" + counter;
    }
    if (about.startsWith("email") || about.contains("email address")) {
      return "someone" + counter + "@example.org";
    }
    String text = "text – " + counter + " \uD83D\uDE80";
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    String longer = text.repeat(1 + least / text.codePointCount(0, text.length()));
    int kept = Math.min(longer.codePointCount(0, longer.length()), most);
    return longer.substring(0, longer.offsetByCodePoints(0, kept));
  }

  private BigDecimal number(JsonNode schema, double usual, double step) {
    BigDecimal unit = BigDecimal.valueOf(schema.path("multipleOf").asDouble(step));
    double least = schema.path("minimum").asDouble(0);
    double above = schema.path("exclusiveMinimum").asDouble(least - 1);
    double most = schema.path("maximum").asDouble(Math.max(usual, least));
    double below = schema.path("exclusiveMaximum").asDouble(most + 1);
    long first = steps(least, unit, RoundingMode.CEILING);
    long last = steps(most, unit, RoundingMode.FLOOR);
    first += above >= first * unit.doubleValue() ? 1 : 0;
    last -= below <= last * unit.doubleValue() ? 1 : 0;
    double chosen = size == Size.REQUIRED ? 0 : random.nextDouble();
    return unit.multiply(BigDecimal.valueOf(first + Math.round(chosen * (last - first))));
  }

  private static long steps(double limit, BigDecimal unit, RoundingMode rounding) {
    return BigDecimal.valueOf(limit).divide(unit, 0, rounding).longValueExact();
  }

  private JsonNode pick(JsonNode values) {
    return values.get(random.nextInt(values.size()));
  }
}

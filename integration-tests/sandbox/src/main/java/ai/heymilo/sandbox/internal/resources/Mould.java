// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.resources;

import ai.heymilo.generated.Json;
import ai.heymilo.generated.model.Readers;
import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.examples.Amount;
import ai.heymilo.sandbox.internal.examples.Examples;
import ai.heymilo.sandbox.internal.examples.Shapes;
import ai.heymilo.sandbox.internal.examples.Times;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes objects by their schema from values that are known, and fills in what else is required. */
public final class Mould {
  private static final Pattern OF_CHANGES = Pattern.compile("(created|updated|modified)_at");
  private static final Pattern ON = Pattern.compile("(is_)?(active|enabled)");

  private final ApiDocument document;
  private final Shapes shapes;

  /** Returns a mould for the schemas of {@code document}. */
  public Mould(ApiDocument document, Shapes shapes) {
    this.document = document;
    this.shapes = shapes;
  }

  /**
   * Makes a value.
   *
   * @param known values that are used where the schema permits them
   * @param now the time of creation, for fields that want one; null to make up times
   */
  JsonNode made(JsonNode schema, Known known, Amount amount, long seed, @Nullable Instant now) {
    ObjectNode shape = shapes.of(schema);
    for (ObjectNode branch : shapes.branches(shape)) {
      if (isObject(branch)) {
        ObjectNode object = object(branch, known, amount, seed, now);
        if (document.permits(schema, object)) {
          return object;
        }
      }
    }
    return isObject(shape)
        ? object(shape, known, amount, seed, now)
        : examples(amount, seed).of(schema, "value");
  }

  private ObjectNode object(
      ObjectNode shape, Known known, Amount amount, long seed, @Nullable Instant now) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Set<String> required = required(shape);
    for (Map.Entry<String, JsonNode> property : shape.path("properties").properties()) {
      String name = property.getKey();
      JsonNode schema = property.getValue();
      JsonNode value = fitting(schema, name, known.of(name, schema));
      if (value == null) {
        boolean wanted = required.contains(name) || amount == Amount.FULL;
        value = value(schema, name, wanted, known, amount, seed, now);
      }
      if (value != null) {
        object.set(name, value);
      }
    }
    if (object.isEmpty() && shape.path("properties").isEmpty() && amount == Amount.FULL) {
      return (ObjectNode) examples(amount, seed).of(shape, "value");
    }
    return object;
  }

  private @Nullable JsonNode value(
      JsonNode schema,
      String name,
      boolean wanted,
      Known known,
      Amount amount,
      long seed,
      @Nullable Instant now) {
    ObjectNode shape = value(shapes.of(schema));
    if (now != null
        && Times.isTime(shape, name)
        && (wanted || OF_CHANGES.matcher(name).matches())) {
      return Times.of(shape, now);
    }
    if (shape.has("const")) {
      return shape.get("const");
    }
    boolean nullable = shapes.isNullable(shapes.of(schema));
    if (shapes.of(schema).has("default") && (now != null || !wanted)) {
      JsonNode standard = shapes.of(schema).get("default");
      return document.permits(schema, standard) ? standard : null;
    }
    if (!wanted || (nullable && now != null)) {
      return nullable ? NullNode.getInstance() : null;
    }
    if (now != null && shape.path("type").asText().equals("boolean")) {
      return JsonNodeFactory.instance.booleanNode(ON.matcher(name).matches());
    }
    return name.equals("data") && isObject(shape)
        ? made(schema, known, amount, seed, now)
        : examples(amount, seed + name.hashCode()).of(schema, name);
  }

  /** Returns the known value if the schema permits it, also as a time in another form. */
  private @Nullable JsonNode fitting(JsonNode schema, String name, @Nullable JsonNode value) {
    if (value == null || document.permits(schema, value)) {
      return value;
    }
    ObjectNode shape = value(shapes.of(schema));
    if (value.isTextual() && Times.isTime(shape, name)) {
      try {
        return Times.of(shape, Json.convert(value.asText(), Readers.instant()));
      } catch (IllegalArgumentException notATime) {
        return null;
      }
    }
    return null;
  }

  /** Changes an answer in place so that constants are the document's and nothing required lacks. */
  public JsonNode completed(JsonNode schema, JsonNode answer, long seed) {
    ObjectNode shape = value(shapes.of(schema));
    if (answer.isArray()) {
      answer.forEach(item -> completed(shape.path("items"), item, seed));
    } else if (answer.isObject()) {
      Set<String> required = required(shape);
      for (Map.Entry<String, JsonNode> property : shape.path("properties").properties()) {
        String name = property.getKey();
        JsonNode is = answer.get(name);
        JsonNode constant = shapes.of(property.getValue()).get("const");
        if (constant != null && (is != null || required.contains(name))) {
          ((ObjectNode) answer).set(name, constant);
        } else if (is != null) {
          completed(property.getValue(), is, seed);
        } else if (required.contains(name)) {
          ((ObjectNode) answer)
              .set(name, examples(Amount.MINIMAL, seed).of(property.getValue(), name));
        }
      }
    }
    return answer;
  }

  /**
   * Applies an update to an object: a value replaces, a null clears. What the object's schema does
   * not have or does not permit is left out.
   */
  void update(JsonNode schema, ObjectNode object, JsonNode sent, Instant now) {
    JsonNode properties = properties(schema);
    for (Map.Entry<String, JsonNode> change : sent.properties()) {
      String name = change.getKey();
      JsonNode property = properties.path(name);
      JsonNode value = fitting(property, name, change.getValue());
      if (!property.isMissingNode() && value != null) {
        object.set(name, value.deepCopy());
      } else if (change.getValue().isNull() && !required(schema).contains(name)) {
        object.remove(name);
      }
    }
    for (String name : List.of("updated_at", "modified_at")) {
      if (properties.has(name)) {
        object.set(name, Times.of(value(shapes.of(properties.get(name))), now));
      }
    }
  }

  /**
   * Checks values that are to be kept.
   *
   * @throws IllegalArgumentException when the schema lacks one of the fields or refuses its value
   */
  void check(JsonNode schema, JsonNode values) {
    ObjectNode properties = properties(schema);
    for (Map.Entry<String, JsonNode> value : values.properties()) {
      JsonNode property = properties.path(value.getKey());
      if (property.isMissingNode()) {
        throw new IllegalArgumentException(
            "there is no field "
                + value.getKey()
                + ", only "
                + properties.properties().stream()
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", ")));
      }
      if (fitting(property, value.getKey(), value.getValue()) == null) {
        throw new IllegalArgumentException(
            value.getKey() + " cannot be " + value.getValue() + " by the document");
      }
    }
  }

  /** Returns the value of a field that was not sent: its default, null where there is none. */
  JsonNode unset(JsonNode schema) {
    return shapes.of(schema).path("default").isMissingNode()
        ? NullNode.getInstance()
        : shapes.of(schema).get("default");
  }

  /** Returns the properties that {@code schema} has, in all branches if it is a union. */
  ObjectNode properties(JsonNode schema) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ObjectNode shape = shapes.of(schema);
    shapes.branches(shape).forEach(branch -> all.setAll(properties(branch)));
    shape.path("properties").properties().forEach(one -> all.set(one.getKey(), one.getValue()));
    return all;
  }

  private Set<String> required(JsonNode schema) {
    Set<String> required = new HashSet<>();
    value(shapes.of(schema)).path("required").forEach(name -> required.add(name.asText()));
    return required;
  }

  /** Returns the first branch that is not null, the shape itself for no union. */
  ObjectNode value(ObjectNode shape) {
    for (ObjectNode branch : shapes.branches(shape)) {
      if (!branch.path("type").asText().equals("null")) {
        return value(branch);
      }
    }
    return shape;
  }

  /** Returns the schema of a list's items; a missing node for what is not a list. */
  JsonNode items(JsonNode schema) {
    return value(shapes.of(schema)).path("items");
  }

  private static boolean isObject(ObjectNode shape) {
    return shape.has("properties") || shape.path("type").toString().contains("object");
  }

  Examples examples(Amount amount, long seed) {
    return new Examples(document, shapes, amount, seed);
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.examples;

import ai.heymilo.sandbox.internal.document.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The limits that the document states in words only. Sizes of maps always hold; a strict check also
 * holds required texts not to be blank, texts to the values that their description lists, and a
 * minimum not to be above its maximum.
 */
public final class WordedLimits {
  private static final Pattern SIZES =
      Pattern.compile(
          "(?i)up to (\\d+) keys, each key max (\\d+) char\\w*, each value max (\\d+) char");
  private static final Pattern LISTED =
      Pattern.compile(": ((?:[a-z_]+, )+[a-z_]+)(?: \\([^)]*\\))?\\.?$");

  private final Shapes shapes;
  private final boolean strict;

  /** Returns the limits of the schemas of {@code shapes}. */
  public WordedLimits(Shapes shapes, boolean strict) {
    this.shapes = shapes;
    this.strict = strict;
  }

  /** Returns what is wrong with a value that is valid by {@code schema}. */
  public List<Finding> check(JsonNode schema, JsonNode value) {
    List<Finding> findings = new ArrayList<>();
    check(shapes.of(schema), value, List.of(), findings);
    return findings;
  }

  private void check(ObjectNode union, JsonNode value, List<Object> at, List<Finding> findings) {
    ObjectNode shape = branch(union, value);
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(shapes.of(shape.path("items")), value.get(i), below(at, i), findings);
      }
    } else if (value.isObject()) {
      sizes(union, value, at, findings);
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        JsonNode property = shape.path("properties").path(field.getKey());
        if (!property.isMissingNode()) {
          check(shapes.of(property), field.getValue(), below(at, field.getKey()), findings);
        }
        if (strict) {
          field(shape, value, field.getKey(), at, findings);
        }
      }
    } else if (strict && value.isTextual()) {
      Matcher listed = LISTED.matcher(union.path("description").asText());
      if (listed.find() && !List.of(listed.group(1).split(", ")).contains(value.asText())) {
        String wanted = "must be one of " + listed.group(1) + ", was '" + value.asText() + "'";
        findings.add(Finding.of(at, wanted, "literal_error"));
      }
    }
  }

  private static void sizes(
      ObjectNode shape, JsonNode map, List<Object> at, List<Finding> findings) {
    Matcher sizes = SIZES.matcher(shape.path("description").asText());
    if (!sizes.find()) {
      return;
    }
    if (map.size() > Integer.parseInt(sizes.group(1))) {
      String most = "must have at most " + sizes.group(1) + " keys, had " + map.size();
      findings.add(Finding.of(at, most, "too_long"));
    }
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      List<Object> place = below(at, entry.getKey());
      limit("the key must", entry.getKey(), sizes.group(2), place, findings);
      limit("must", entry.getValue().asText(), sizes.group(3), place, findings);
    }
  }

  private static void limit(
      String must, String text, String most, List<Object> at, List<Finding> findings) {
    int length = text.codePointCount(0, text.length());
    if (length > Integer.parseInt(most)) {
      String message = must + " have at most " + most + " characters, had " + length;
      findings.add(Finding.of(at, message, "string_too_long"));
    }
  }

  private static void field(
      ObjectNode shape, JsonNode object, String name, List<Object> at, List<Finding> findings) {
    JsonNode value = object.path(name);
    for (JsonNode required : shape.path("required")) {
      if (required.asText().equals(name) && value.isTextual() && value.asText().isBlank()) {
        findings.add(Finding.of(below(at, name), "must not be blank", "string_blank"));
      }
    }
    String other = name.startsWith("min_") ? "max_" + name.substring(4) : name;
    other = name.endsWith("_min") ? name.substring(0, name.length() - 4) + "_max" : other;
    JsonNode most = object.path(other);
    if (value.isNumber()
        && most.isNumber()
        && value.decimalValue().compareTo(most.decimalValue()) > 0) {
      String message = "must be at most " + other + ", " + most + ", was " + value;
      findings.add(Finding.of(below(at, name), message, "less_than_equal"));
    }
  }

  /** Returns the branch of a union that the value is of: by its kind, and by its constants. */
  private ObjectNode branch(ObjectNode shape, JsonNode value) {
    for (ObjectNode branch : shapes.branches(shape)) {
      ObjectNode inner = branch(branch, value);
      boolean kind = value.isArray() ? inner.has("items") : inner.has("properties");
      if (kind && hasConstants(inner, value)) {
        return inner;
      }
    }
    return shape;
  }

  private boolean hasConstants(ObjectNode shape, JsonNode value) {
    for (Map.Entry<String, JsonNode> property : shape.path("properties").properties()) {
      JsonNode constant = shapes.of(property.getValue()).get("const");
      if (constant != null && !constant.equals(value.path(property.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static List<Object> below(List<Object> at, Object name) {
    List<Object> below = new ArrayList<>(at);
    below.add(name);
    return below;
  }
}

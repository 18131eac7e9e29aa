// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the text of each description, with the limits and the server's default, beside it as {@code
 * x-javadoc}: HTML that doclint accepts, on one line.
 */
final class Javadoc implements Rule {
  private static final String KEY = "x-javadoc";
  private static final Pattern CODE = Pattern.compile("``(.+?)``|`([^`]+)`");
  private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");

  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          String text = schemaText(schema);
          String property = Pointers.property(pointer);
          if (!text.isEmpty()) {
            schema.put(KEY, text);
          } else if (property != null) {
            schema.put(KEY, "The <code>" + escape(property) + "</code> property.");
          }
        });
    for (Map.Entry<String, JsonNode> named : document.schemas().properties()) {
      ObjectNode schema = (ObjectNode) named.getValue();
      if (!schema.has(KEY)) {
        schema.put(
            KEY, schema.has("enum") ? valuesText(schema.path("enum")) : objectText(named.getKey()));
      }
    }
    for (Operation operation : document.operations()) {
      ObjectNode node = operation.node();
      node.put(KEY, html(node.path("description").asText(node.path("summary").asText())));
      for (JsonNode parameter : operation.parameters()) {
        ObjectNode at = (ObjectNode) parameter;
        at.put(KEY, parameterText(at));
      }
    }
    for (JsonNode tag : document.root().path("tags")) {
      ((ObjectNode) tag).put(KEY, html(tag.path("description").asText()));
    }
  }

  private static String objectText(String name) {
    return "The <code>" + name + "</code> object of the API.";
  }

  private static String valuesText(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add("<code>" + escape('"' + value.asText() + '"') + "</code>"));
    return "One of " + String.join(", ", texts) + ".";
  }

  private static String parameterText(ObjectNode parameter) {
    JsonNode schema = parameter.path("schema");
    String text = html(parameter.path("description").asText());
    if (text.isEmpty()) {
      text = "the <code>" + escape(parameter.path("name").asText()) + "</code> parameter.";
    }
    return schema.isObject() ? withFacts(text, (ObjectNode) schema) : text;
  }

  private static String schemaText(ObjectNode schema) {
    return withFacts(html(schema.path("description").asText()), schema);
  }

  private static String withFacts(String text, ObjectNode schema) {
    List<String> parts = new ArrayList<>();
    if (!text.isEmpty()) {
      parts.add(text.endsWith(".") || text.endsWith(">") ? text : text + ".");
    }
    addRange(parts, schema, "minLength", "maxLength", "Length", " characters");
    addRange(parts, schema, "minimum", "maximum", "Range", "");
    addRange(parts, schema, "minItems", "maxItems", "Size", " items");
    JsonNode value = schema.path("default");
    if (!value.isMissingNode() && !value.isNull() && !schema.has(Constants.CONST)) {
      boolean plain = value.isValueNode() && !value.asText().isEmpty();
      String shown = plain ? value.asText() : value.toString();
      parts.add("The server's default: <code>" + escape(shown) + "</code>.");
    }
    return String.join(" ", parts);
  }

  private static void addRange(
      List<String> parts, ObjectNode schema, String min, String max, String what, String unit) {
    String low = schema.path(min).asText();
    String high = schema.path(max).asText();
    if (!low.isEmpty() && !high.isEmpty()) {
      parts.add(what + " " + low + "–" + high + unit + ".");
    } else if (!high.isEmpty()) {
      parts.add(what + " at most " + high + unit + ".");
    } else if (!low.isEmpty()) {
      parts.add(what + " at least " + low + unit + ".");
    }
  }

  /** Returns Markdown of the simple kind that descriptions use as one line of HTML. */
  static String html(String markdown) {
    StringBuilder html = new StringBuilder();
    Matcher code = CODE.matcher(markdown.strip());
    while (code.find()) {
      String inner = code.group(1) != null ? code.group(1) : code.group(2);
      code.appendReplacement(html, "");
      html.append('\u0001').append(Objects.requireNonNull(inner)).append('\u0002');
    }
    code.appendTail(html);
    return BOLD.matcher(escape(html.toString()))
        .replaceAll("<b>$1</b>")
        .replace("\u0001", "<code>")
        .replace("\u0002", "</code>")
        .replaceAll("\\s*\\n\\s*\\n\\s*", " <p>")
        .replaceAll("\\s+", " ");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;")
        .replace("\\", "&#92;");
  }
}

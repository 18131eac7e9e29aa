// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Gives properties and parameters ({@code x-java-name}, and {@code x-java-suffix} for methods) and
 * the constants of enumerations names that Java takes, and that no two of one class share.
 */
final class JavaNames implements Rule {
  private static final String NAME = "x-java-name";

  /** Variables of the stubs. */
  private static final Set<String> OF_THE_STUBS = Set.of("client", "params");

  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          Set<String> used = new HashSet<>(Templates.MEMBERS);
          if (Generics.isGeneric(schema)) {
            used.add("of"); // what reads the argument
          }
          for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = unused(lowerCamel(Names.words(property.getKey())), "property", used);
            ((ObjectNode) property.getValue())
                .put(NAME, name)
                .put("x-java-suffix", Names.capitalized(name));
          }
          if (schema.has("enum")) {
            nameConstants(schema);
          }
        });
    for (JsonNode schema : document.schemas()) {
      if (schema.has(Discriminators.UNION)) {
        nameTag(document, (ObjectNode) schema);
      }
    }
    for (Operation operation : document.operations()) {
      Set<String> used = new HashSet<>(OF_THE_STUBS);
      for (JsonNode parameter : operation.parameters()) {
        String words = lowerCamel(Names.words(parameter.path("name").asText()));
        String name = unused(words, "param", used);
        ((ObjectNode) parameter).put(NAME, name);
        ((ObjectNode) parameter.path("schema")).put(NAME, name);
      }
      JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
      if (operation.node().path("requestBody").isObject()) {
        String type = Document.refName(schema);
        String words = lowerCamel(Names.words(type == null ? "body" : type));
        ((ObjectNode) operation.node().path("requestBody")).put(NAME, unused(words, "body", used));
      }
    }
  }

  static String lowerCamel(List<String> words) {
    String upper = Names.upperCamel(words);
    if (upper.isEmpty()) {
      return upper;
    }
    String first = words.get(0);
    // As the generator does: all of "URL", but only the "A" of "ApiKey".
    int low = 1;
    while (low < first.length()
        && Character.isUpperCase(first.charAt(low))
        && (low + 1 == first.length() || !Character.isLowerCase(first.charAt(low + 1)))) {
      low++;
    }
    return upper.substring(0, low).toLowerCase(Locale.ROOT) + upper.substring(low);
  }

  private static String unused(String wanted, String prefix, Set<String> used) {
    boolean unusable =
        wanted.isEmpty()
            || !Character.isJavaIdentifierStart(wanted.charAt(0))
            || SourceVersion.isKeyword(wanted, SourceVersion.RELEASE_11)
            || Templates.MEMBERS.contains(wanted.toLowerCase(Locale.ROOT));
    String base = unusable ? prefix + Names.capitalized(wanted) : wanted;
    String name = base;
    for (int n = 2; !used.add(name.toLowerCase(Locale.ROOT)); n++) {
      name = base + n;
    }
    return name;
  }

  private static void nameConstants(ObjectNode schema) {
    Set<String> used = new HashSet<>(Set.of("KNOWN"));
    ArrayNode names = schema.putArray("x-enum-varnames");
    for (JsonNode value : schema.path("enum")) {
      String words = String.join("_", Names.words(value.asText())).toUpperCase(Locale.ROOT);
      String base =
          words.isEmpty() || !Character.isJavaIdentifierStart(words.charAt(0))
              ? "VALUE" + (words.isEmpty() ? "" : "_" + words)
              : words;
      String name = base;
      for (int n = 2; !used.add(name); n++) {
        name = base + "_" + n;
      }
      names.add(name);
    }
  }

  private static void nameTag(Document document, ObjectNode union) {
    String tag = union.at("/discriminator/propertyName").asText();
    String member = String.valueOf(Document.refName(union.at("/oneOf/0")));
    JsonNode property = document.schemas().path(member).path("properties").path(tag);
    union.put("x-java-suffix", property.path("x-java-suffix").asText());
  }
}

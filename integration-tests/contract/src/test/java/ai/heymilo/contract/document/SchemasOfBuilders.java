// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import ai.heymilo.postings.Question;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;

/** Finds the property of the document that a method of a builder sets, by the method's name. */
final class SchemasOfBuilders {
  private static final Map<String, String> NAMES_OF_THEIR_OWN = Map.of("weight", "score_weight");

  private SchemasOfBuilders() {}

  /** Returns the schema of the property; missing if the method is not named like one. */
  static JsonNode property(Object builder, Method method) {
    String name = plain(method.getName());
    String wanted = plain(NAMES_OF_THEIR_OWN.getOrDefault(name, name));
    Class<?> owner = method.getDeclaringClass();
    if (builder instanceof Question) {
      return named(Documented.component("CreateQuestion").path("properties"), wanted);
    }
    if (owner.getName().startsWith("ai.heymilo.generated.model.")) {
      return named(schema(owner.getDeclaringClass()).path("properties"), wanted);
    }
    String params = plain(builder.getClass().getSimpleName()).replaceFirst("params$", "");
    for (Documented operation : Documented.operations()) {
      for (Documented.Parameter parameter : operation.parameters().values()) {
        if (plain(operation.id()).startsWith(params)
            && parameter.in().equals("query")
            && plain(parameter.name()).equals(wanted)) {
          return Documented.DOCUMENT.at(parameter.schema());
        }
      }
    }
    return MissingNode.getInstance();
  }

  /** Returns whether a method of a generated builder sets what the document requires. */
  static boolean isRequired(Method method) {
    Class<?> model = method.getDeclaringClass().getDeclaringClass();
    if (model == null) {
      return false;
    }
    for (JsonNode name : schema(model).path("required")) {
      if (plain(name.asText()).equals(plain(method.getName()))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the schema of a class of the API's objects; missing if it is none. */
  static JsonNode of(Class<?> model) {
    return schema(model);
  }

  private static JsonNode schema(Class<?> model) {
    return named(Documented.DOCUMENT.at("/components/schemas"), plain(model.getSimpleName()));
  }

  private static JsonNode named(JsonNode all, String wanted) {
    for (Map.Entry<String, JsonNode> one : all.properties()) {
      if (plain(one.getKey()).equals(wanted)) {
        return one.getValue();
      }
    }
    return MissingNode.getInstance();
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Gives every operation one tag (tags of one class name are one tag), and an {@code operationId}
 * that is a Java method of its own; the document's stands beside it ({@code x-operation-id}).
 * FastAPI ends the ones that it makes with path and method, which is dropped; where there is none,
 * path and method are the name.
 */
final class OperationNames implements Rule {
  /** What no class can have a method without parameters of. */
  private static final Set<String> OF_OBJECT =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  @Override
  public void apply(Document document, Findings findings) {
    Set<String> used = new HashSet<>();
    Map<String, String> tags = new HashMap<>();
    for (Operation operation : document.operations()) {
      ObjectNode node = operation.node();
      String camel = JavaNames.lowerCamel(words(operation));
      String wanted = isUsable(camel) ? camel : "call" + Names.capitalized(camel);
      String name = wanted;
      for (int n = 2; !reserve(name, used); n++) {
        name = wanted + n;
      }
      node.put("x-operation-id", node.path("operationId").asText(name));
      node.put("operationId", name);
      node.put("x-method", name);
      node.put("x-constant", String.join("_", Names.words(name)).toUpperCase(Locale.ROOT));
      String tag = node.path("tags").path(0).asText("Default");
      String className = className(tag);
      String first = tags.putIfAbsent(className.toLowerCase(Locale.ROOT), className);
      String stubs = className.isEmpty() ? "Default" : first == null ? className : first;
      node.putArray("tags").add(stubs);
      node.put("x-api", stubs + "Api");
    }
  }

  /** Returns a tag as the name of a class, which the generator takes as it is: {@code Ats}. */
  private static String className(String tag) {
    StringBuilder name = new StringBuilder();
    for (String word : Names.words(tag)) {
      name.append(
          Names.capitalized(
              word.toUpperCase(Locale.ROOT).equals(word) ? word.toLowerCase(Locale.ROOT) : word));
    }
    return name.toString();
  }

  private static boolean isUsable(String method) {
    return SourceVersion.isName(method, SourceVersion.RELEASE_11) && !OF_OBJECT.contains(method);
  }

  /** A stub has three methods for each operation. */
  private static boolean reserve(String name, Set<String> used) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> methods = List.of(lower, lower + "withresponse", lower + "call");
    return methods.stream().noneMatch(used::contains) && used.addAll(methods);
  }

  private static List<String> words(Operation operation) {
    JsonNode id = operation.node().path("operationId");
    String byPath = operation.path().replaceAll("\\W", "_") + "_" + operation.method();
    if (!id.isTextual() || Names.words(id.asText()).isEmpty()) {
      return Names.words(operation.method() + "_" + byPath.replaceAll("_[a-z]+$", ""));
    }
    String text = id.asText();
    return Names.words(
        text.endsWith(byPath) && text.length() > byPath.length()
            ? text.substring(0, text.length() - byPath.length())
            : text);
  }
}

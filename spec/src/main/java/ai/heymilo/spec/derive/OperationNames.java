package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Gives every operation one tag, and an {@code operationId} that is a Java method of its own; the
 * document's stands beside it ({@code x-operation-id}). FastAPI ends the ones that it makes with
 * path and method, which is dropped; where there is none, path and method are the name.
 */
final class OperationNames implements Rule {
  @Override
  public void apply(Document document, Findings findings) {
    Set<String> used = new HashSet<>();
    Set<String> tags = new HashSet<>();
    for (Operation operation : document.operations()) {
      ObjectNode node = operation.node();
      String wanted = JavaNames.lowerCamel(words(operation));
      String name = wanted;
      for (int n = 2; !reserve(name, used); n++) {
        name = wanted + n;
      }
      node.put("x-operation-id", node.path("operationId").asText(name));
      node.put("operationId", name);
      String tag = node.path("tags").path(0).asText("Default");
      node.putArray("tags").add(tag);
      tags.add(tag);
    }
    Set<String> classes = new HashSet<>();
    for (String tag : tags) {
      String className = Names.upperCamel(Names.words(tag)).toLowerCase(Locale.ROOT);
      if (className.isEmpty() || !classes.add(className)) {
        findings.refuse("/tags", "the tag '" + tag + "' is no class name of its own");
      }
    }
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

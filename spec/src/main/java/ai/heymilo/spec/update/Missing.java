// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what hand-written code does not have yet of what the generator's view has. */
public final class Missing {
  private static final String STUBS = "ai/heymilo/generated/api/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode view;
  private final Map<String, JsonNode> operations = new LinkedHashMap<>();

  /**
   * Looks for what is missing of a view.
   *
   * @param view the generator's view
   */
  public Missing(JsonNode view) {
    this.view = view;
    for (JsonNode path : view.path("paths")) {
      for (JsonNode operation : path) {
        operations.put(operation.path("x-operation-id").asText(), operation);
      }
    }
  }

  /** Names the operations whose stubs no class below a directory calls. */
  public List<String> fluentMethods(Path classes) throws IOException {
    Set<String> called = new TreeSet<>();
    for (String reference : MethodReferences.below(classes)) {
      if (reference.startsWith(STUBS)) {
        called.add(reference.replaceAll(".*\\.|WithResponse$", ""));
      }
    }
    List<String> lines = new ArrayList<>();
    operations.forEach(
        (id, operation) -> {
          if (!called.contains(operation.path("x-method").asText())) {
            lines.add(id + " has no method in fluent-api: nothing there calls its stub");
          }
        });
    return lines;
  }

  /** Names the operations, and their fields and parameters, that are in no golden. */
  public List<String> goldens(Path directory) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operation : operations.entrySet()) {
      Set<String> sent = sent(directory, operation.getKey());
      if (sent.isEmpty()) {
        lines.add(operation.getKey() + " has no case in GoldenCases");
        continue;
      }
      Set<String> known = new TreeSet<>();
      for (JsonNode parameter : operation.getValue().path("parameters")) {
        if (parameter.path("in").asText().equals("query")) {
          known.add(parameter.path("name").asText());
        }
      }
      fields(operation.getValue().path("requestBody"), known, new TreeSet<>());
      known.removeAll(sent);
      if (!known.isEmpty()) {
        lines.add(
            operation.getKey() + ": no case in GoldenCases sends " + String.join(", ", known));
      }
    }
    return lines;
  }

  private static Set<String> sent(Path directory, String operation) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.collect(Collectors.toList())) {
        if (file.getFileName().toString().startsWith(operation + ".")) {
          JsonNode golden = JSON.readTree(file.toFile());
          names.addAll(List.of(golden.path("url").asText().split("[?&]|=[^&]*")));
          keys(golden.path("body"), names);
        }
      }
    }
    return names;
  }

  private static void keys(JsonNode node, Set<String> into) {
    node.fieldNames().forEachRemaining(into::add);
    node.forEach(child -> keys(child, into));
  }

  private void fields(JsonNode node, Set<String> into, Set<String> seen) {
    String ref = node.path("$ref").asText();
    if (!ref.isEmpty() && seen.add(ref)) {
      fields(view.at(ref.substring(1)), into, seen);
    }
    if (node.path("properties").isObject()) {
      node.path("properties").fieldNames().forEachRemaining(into::add);
    }
    node.forEach(child -> fields(child, into, seen));
  }
}

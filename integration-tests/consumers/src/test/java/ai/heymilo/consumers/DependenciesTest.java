// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The tables of dependencies and licences are those of the bill of materials. To write them anew:
 * {@code mvn verify -Ddependencies.update=true}.
 */
class DependenciesTest {
  private static final Path REPORT = Path.of("..", "..", "docs", "dependencies.md");

  private final Map<String, JsonNode> components = new HashMap<>();
  private final Map<String, JsonNode> uses = new HashMap<>();

  DependenciesTest() throws Exception {
    Path made = Path.of("target", "bom.json");
    assumeThat(made).as("Maven makes none with --offline").isRegularFile();
    JsonNode bom = new ObjectMapper().readTree(made.toFile());
    bom.path("components").forEach(one -> components.put(one.path("bom-ref").asText(), one));
    bom.path("dependencies")
        .forEach(one -> uses.put(one.path("ref").asText(), one.path("dependsOn")));
  }

  @Test
  void theReportIsRight() throws Exception {
    String written = Files.readString(REPORT);
    String report =
        written.substring(0, written.indexOf("\n## heymilo-client"))
            + table("heymilo-client")
            + table("heymilo-sandbox");
    if (Boolean.getBoolean("dependencies.update")) {
      Files.writeString(REPORT, report);
    }
    assertThat(Files.readString(REPORT)).isEqualTo(report);
  }

  private String table(String artifact) {
    SortedMap<String, JsonNode> needed = new TreeMap<>();
    components.forEach(
        (ref, component) -> {
          if (component.path("name").asText().equals(artifact)) {
            collect(ref, needed);
          }
        });
    assertThat(needed).as(artifact).isNotEmpty();
    StringJoiner table = new StringJoiner("\n", "\n## " + artifact + "\n\n", "\n");
    table.add("| artifact | version | licence |").add("|---|---|---|");
    needed.forEach(
        (name, component) ->
            table.add(
                "| "
                    + name
                    + " | "
                    + component.path("version").asText()
                    + " | "
                    + licence(component)
                    + " |"));
    return table.toString();
  }

  private void collect(String ref, SortedMap<String, JsonNode> needed) {
    for (JsonNode used : requireNonNull(uses.get(ref), ref)) {
      JsonNode component = requireNonNull(components.get(used.asText()), used.asText());
      String group = component.path("group").asText();
      if (!group.equals("ai.heymilo")) {
        needed.put(group + ":" + component.path("name").asText(), component);
      }
      collect(used.asText(), needed);
    }
  }

  private static String licence(JsonNode component) {
    StringJoiner licences = new StringJoiner(" or ");
    for (JsonNode one : component.path("licenses")) {
      JsonNode licence = one.path("license");
      licences.add(
          one.has("expression")
              ? one.path("expression").asText()
              : licence.path("id").asText(licence.path("name").asText()));
    }
    assertThat(licences.toString()).as(component.path("name").asText()).isNotEmpty();
    return licences.toString();
  }
}

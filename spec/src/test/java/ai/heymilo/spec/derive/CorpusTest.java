// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small documents of kinds that the vendor has not published yet. Each says itself ({@code
 * x-expect}) for what it is refused, or what is in the Java made of it: that the generated-client
 * module tests.
 */
class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  static List<String> documents() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files.map(f -> f.getFileName().toString().replace(".json", "")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isDerivedOrRefusedInClearLines(String name) throws Exception {
    JsonNode document = Views.JSON.readTree(CORPUS.resolve(name + ".json").toFile());
    JsonNode refused = document.at("/x-expect/refused");

    if (refused.isArray()) {
      List<String> lines = new ArrayList<>();
      refused.forEach(line -> lines.add(line.asText()));
      assertThat(Views.refusals(document)).isEqualTo(lines);
      return;
    }
    ObjectNode view = GeneratorView.derive(document);
    assertThat(view.path("openapi").asText()).isEqualTo("3.0.3");
    assertThat(view.findValue("allOf"))
        .as("what is composed is one object, and only a reference with siblings is wrapped")
        .satisfiesAnyOf(
            none -> assertThat(none).isNull(),
            wrapped -> assertThat(wrapped).hasSize(1).allMatch(one -> one.has("$ref")));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isDerivedTheSameTwice(String name) throws Exception {
    JsonNode document = Views.JSON.readTree(CORPUS.resolve(name + ".json").toFile());

    if (!document.at("/x-expect").has("refused")) {
      assertThat(GeneratorView.derive(document).toString())
          .isEqualTo(GeneratorView.derive(document).toString());
    }
  }
}

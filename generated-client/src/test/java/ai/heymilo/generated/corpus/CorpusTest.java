// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.spec.derive.UnsupportedDocumentException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every small document of the spec module's corpus generates and compiles with the templates of
 * this module, or is refused line by line as it says itself ({@code x-expect}).
 */
class CorpusTest {
  private static final Path CORPUS = Path.of("../spec/src/test/resources/corpus");

  @TempDir Path directory;

  static List<String> documents() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files.map(f -> f.getFileName().toString().replace(".json", "")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void generatesAndCompilesOrIsRefused(String name) throws Exception {
    JsonNode document = Generator.JSON.readTree(CORPUS.resolve(name + ".json").toFile());
    JsonNode expected = document.path("x-expect");

    if (expected.has("refused")) {
      assertThatThrownBy(() -> Generator.sources(document, directory))
          .isInstanceOfSatisfying(
              UnsupportedDocumentException.class,
              e -> assertThat(e.refused()).isEqualTo(texts(expected.path("refused"))));
      return;
    }
    Map<String, String> sources = Generator.sources(document, directory);

    assertThat(Generator.compile(directory)).isEmpty();
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : expected.path("java").properties()) {
      for (String text : texts(file.getValue())) {
        if (!sources.getOrDefault(file.getKey(), "").contains(text)) {
          missing.add(file.getKey() + ": " + text);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}

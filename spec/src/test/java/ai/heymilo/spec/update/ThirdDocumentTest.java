// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.spec.Documents;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A document that breaks on purpose: every break is named, and nothing that is safe. */
class ThirdDocumentTest {
  private final JsonNode second = Documents.second();
  private final JsonNode third = Documents.third();

  @Test
  void exactlyWhatBreaksIsReportedAsBreaking() throws Exception {
    List<String> breaks =
        Files.readAllLines(Path.of("src/test/resources/documents/third-breaks.txt"));

    assertThat(Comparison.of(second, third))
        .filteredOn(change -> change.effect().isBreaking())
        .map(Change::toString)
        .containsExactlyInAnyOrderElementsOf(breaks);
  }

  @Test
  void safeChangesAreReportedToo() {
    assertThat(Comparison.of(second, third))
        .filteredOn(change -> !change.effect().isBreaking())
        .map(Change::where)
        .contains("VoiceResponse.sample_rate", "listVoices");
  }
}

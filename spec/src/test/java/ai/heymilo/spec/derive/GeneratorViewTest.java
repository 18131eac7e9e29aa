// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.spec.BundledDocument;
import ai.heymilo.spec.Documents;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorViewTest {
  @TempDir Path directory;

  @Test
  void derivingTwiceGivesTheSameBytes() throws Exception {
    assertThat(derivedTo("one.json")).isEqualTo(derivedTo("deep/two.json"));
  }

  @Test
  void theViewCarriesTheHashOfThePublishedBytes() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(BundledDocument.bytes());

    assertThat(Views.JSON.readTree(derivedTo("view.json")).path("x-sha256").asText())
        .isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void thePublishedDocumentIsLeftAsItIs() {
    JsonNode published = Documents.ofBuild();

    GeneratorView.derive(published);

    assertThat(published).isEqualTo(Documents.ofBuild());
  }

  @Test
  void nothingIsWrittenWhenTheDocumentIsNotUnderstood() throws Exception {
    Path document = directory.resolve("bad.json");
    Path view = directory.resolve("view.json");
    Files.writeString(document, Views.documentOf("{\"A\": {\"if\": {}}}").toString());

    assertThatThrownBy(
            () -> GeneratorView.main(new String[] {document.toString(), view.toString()}))
        .isInstanceOf(UnsupportedDocumentException.class);
    assertThat(view).doesNotExist();
  }

  @Test
  void itTakesTwoArguments() {
    assertThatThrownBy(() -> GeneratorView.main(new String[] {"one"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("usage: GeneratorView DOCUMENT VIEW");
  }

  private byte[] derivedTo(String name) throws Exception {
    Path document = directory.resolve("document.json");
    Path view = directory.resolve(name);
    Files.write(document, BundledDocument.bytes());
    GeneratorView.main(new String[] {document.toString(), view.toString()});
    return Files.readAllBytes(view);
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentOfBuildTest {
  private static final String DOCUMENT = "{\"info\":{\"version\":\"7\"}}";

  @TempDir Path directory;

  @Test
  void theManifestNamesVersionAndHash() throws Exception {
    prepare(Files.writeString(directory.resolve("d.json"), DOCUMENT).toString());

    try (InputStream in = Files.newInputStream(directory.resolve("made/MANIFEST.MF"))) {
      var entries = new Manifest(in).getMainAttributes();
      assertThat(entries.getValue("Spec-Version")).isEqualTo("7");
      assertThat(entries.getValue("Spec-SHA256"))
          .isEqualTo("9d5af6dd78024b5477deb74e7fbda5be3995aa62bcc134c5aeecc826123c30b8");
    }
  }

  @Test
  void aRelativePathStartsFromTheGivenDirectory() throws Exception {
    Files.createDirectory(directory.resolve("some"));
    Files.writeString(directory.resolve("some/d.json"), DOCUMENT);

    prepare("some/d.json");

    assertThat(directory.resolve("made/copy.json")).hasContent(DOCUMENT);
  }

  private void prepare(String document) throws Exception {
    DocumentOfBuild.main(
        new String[] {
          directory.toString(),
          document,
          directory.resolve("made/copy.json").toString(),
          directory.resolve("made/MANIFEST.MF").toString()
        });
  }
}

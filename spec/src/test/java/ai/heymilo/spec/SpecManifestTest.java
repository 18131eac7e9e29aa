// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecManifestTest {
  @TempDir Path directory;

  @Test
  void itSaysWhichDocumentItIs() throws Exception {
    Path document =
        Files.writeString(directory.resolve("d.json"), "{\"info\":{\"version\":\"7\"}}");
    Path target = directory.resolve("target/MANIFEST.MF");
    SpecManifest.main(new String[] {document.toString(), target.toString()});

    try (InputStream in = Files.newInputStream(target)) {
      var entries = new Manifest(in).getMainAttributes();
      assertThat(entries.getValue("Spec-Version")).isEqualTo("7");
      assertThat(entries.getValue("Spec-SHA256"))
          .isEqualTo("9d5af6dd78024b5477deb74e7fbda5be3995aa62bcc134c5aeecc826123c30b8");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BundledDocumentTest {
  @Test
  void theJarCarriesTheDocumentByteForByte() throws Exception {
    assertThat(BundledDocument.bytes())
        .isEqualTo(Files.readAllBytes(Path.of("..").resolve(System.getProperty("spec.document"))));
  }

  @Test
  void callersCannotChangeIt() {
    BundledDocument.bytes()[0] = 'X';

    assertThat(BundledDocument.bytes()[0]).isEqualTo((byte) '{');
  }
}

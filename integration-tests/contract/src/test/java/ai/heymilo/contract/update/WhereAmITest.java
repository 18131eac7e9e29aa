// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.heymilo.HeyMilo;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client and its jars say which document they are made of. */
class WhereAmITest {
  @Test
  void theClientIsMadeOfTheBundledDocument() throws Exception {
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(BundledDocument.bytes());

    assertThat(HeyMilo.specSha256()).isEqualTo(HexFormat.of().formatHex(sha));
    assertThat(HeyMilo.specVersion())
        .isEqualTo(
            new ObjectMapper().readTree(BundledDocument.bytes()).at("/info/version").asText());
  }

  @ParameterizedTest
  @ValueSource(classes = {HeyMilo.class, ApiClient.class, BundledDocument.class})
  void theJarsSayItInTheirManifests(Class<?> oneOfIt) throws Exception {
    Path jar = Path.of(oneOfIt.getProtectionDomain().getCodeSource().getLocation().toURI());
    assumeTrue(Files.isRegularFile(jar), "there is no jar before the phase 'package'");

    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes entries = file.getManifest().getMainAttributes();
      assertThat(entries.getValue("Spec-Version")).isEqualTo(HeyMilo.specVersion());
      assertThat(entries.getValue("Spec-SHA256")).isEqualTo(HeyMilo.specSha256());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Writes the manifest entries that say which document a jar is made of. */
public final class SpecManifest {
  private SpecManifest() {}

  /**
   * Writes {@code Spec-Version} and {@code Spec-SHA256} of the document named by the first argument
   * to the file named by the second.
   */
  public static void main(String[] args) throws IOException {
    byte[] document = Files.readAllBytes(Path.of(args[0]));
    Manifest manifest = new Manifest();
    Attributes entries = manifest.getMainAttributes();
    entries.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    entries.putValue(
        "Spec-Version",
        new ObjectMapper().readTree(document).path("info").path("version").asText());
    entries.putValue("Spec-SHA256", sha256(document));
    Path target = Path.of(args[1]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(target)) {
      manifest.write(out);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return String.format(Locale.ROOT, "%064x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

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

/** Copies the document of a build into the jar, and names it in the manifests of all jars. */
public final class DocumentOfBuild {
  private DocumentOfBuild() {}

  /**
   * Copies a document byte for byte and writes its {@code Spec-Version} and {@code Spec-SHA256}.
   *
   * @param args the directory that a relative path starts from, the document, its copy, and the
   *     manifest
   * @throws IOException if the document cannot be read, is not JSON, or a file cannot be written
   */
  public static void main(String[] args) throws IOException {
    byte[] document = Files.readAllBytes(Path.of(args[0]).resolve(args[1]));
    Manifest manifest = new Manifest();
    Attributes entries = manifest.getMainAttributes();
    entries.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    entries.putValue(
        "Spec-Version",
        new ObjectMapper().readTree(document).path("info").path("version").asText());
    entries.putValue("Spec-SHA256", sha256(document));
    Files.write(inDirectory(args[2]), document);
    try (OutputStream out = Files.newOutputStream(inDirectory(args[3]))) {
      manifest.write(out);
    }
  }

  private static Path inDirectory(String file) throws IOException {
    Path path = Path.of(file).toAbsolutePath();
    Files.createDirectories(path.getParent());
    return path;
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

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import ai.heymilo.HeyMilo;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the API key from a file before each request, so that it can change while all runs. */
public final class KeyRotation {
  private KeyRotation() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    Path secret = Files.writeString(Files.createTempFile("heymilo", ".key"), "sandbox-key\n");
    try (Server server = Server.fromEnvironmentOrSandbox(out)) {
      run(out, server.baseUrl(), secret, "rotated-key");
    } finally {
      Files.delete(secret);
    }
  }

  static void run(PrintStream out, String baseUrl, Path secret, String next) throws IOException {
    try (HeyMilo milo = HeyMilo.builder().baseUrl(baseUrl).apiKey(() -> read(secret)).build()) {
      out.println(milo.postings().list().stream().count() + " postings with the first key");
      Files.writeString(secret, next);
      out.println(milo.postings().list().stream().count() + " postings with the next key");
    }
  }

  private static String read(Path secret) {
    try {
      return Files.readString(secret).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the call fails, and nothing is sent
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build tells of the contract tests: on the console, and below {@code target/contract}.
 */
final class Report {
  static final Path FOLDER = Path.of("target", "contract");

  private Report() {}

  static void write(String file, String title, String markdown) {
    writeList(file, "# " + title + "\n\n" + markdown);
    System.out.println("\n" + title + ":\n" + markdown);
  }

  static void writeList(String file, String lines) {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve(file), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

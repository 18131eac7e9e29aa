// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a new version of the document: checks it, says what changed, and puts it in the place of
 * the bundled one, byte for byte.
 */
public final class TakeNewDocument {
  private final PrintStream console;

  private TakeNewDocument(PrintStream console) {
    this.console = console;
  }

  /**
   * Takes the document named by the first argument in place of the one named by the second, and
   * writes what changed into the directory named by the third.
   *
   * @throws InvalidDocumentException if no client can be generated from the new document: then
   *     nothing is written
   */
  public static void main(String[] args) throws IOException {
    run(System.out, args);
  }

  static void run(PrintStream console, String... args) throws IOException {
    if (args.length != 3 || args[0].isBlank() || args[0].startsWith("${")) {
      throw new IllegalArgumentException(
          "which document? Give its file: mvn -q -Pspec-update -Dspec=FILE verify");
    }
    new TakeNewDocument(console).take(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
  }

  private void take(Path file, Path bundled, Path directory) throws IOException {
    NewDocument document = NewDocument.read(file);
    byte[] before = Files.readAllBytes(bundled);
    if (Arrays.equals(before, document.bytes())) {
      // What an interrupted update wrote before stays to be read.
      console.println("No change: " + file + " is the bundled document, byte for byte.");
      return;
    }
    JsonNode old = new ObjectMapper().readTree(before);
    List<Change> changes = Comparison.of(old, document.root());
    Report report = new Report(changes);
    console.println(report.console());
    Files.createDirectories(directory);
    write(directory.resolve("report.md"), report.markdown());
    write(directory.resolve("changelog.md"), report.changelog(document.version()));
    replace(bundled, document.bytes());
    console.println(
        "Taken as " + bundled + "; the report is " + directory.resolve("report.md") + ".");
    console.println(
        "If the build stops now, the compiler names what hand-written code has to follow; then: mvn"
            + " verify.");
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A document is never left half written. */
  private static void replace(Path bundled, byte[] bytes) throws IOException {
    Path beside = bundled.resolveSibling(bundled.getFileName() + ".new");
    Files.write(beside, bytes);
    Files.move(
        beside, bundled, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}

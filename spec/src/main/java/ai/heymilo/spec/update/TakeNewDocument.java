// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import ai.heymilo.spec.resource.Names;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Replaces the bundled document by a new version: checks it, shows what changed, puts it in place
 * byte for byte, builds everything with it, and ends with the remaining steps.
 */
public final class TakeNewDocument {
  private final PrintStream console;
  private final Path project;
  private final Path bundled;
  private final Path directory;

  private TakeNewDocument(PrintStream console, Path project) {
    this.console = console;
    this.project = project;
    this.bundled = project.resolve("spec/heymilo-openapi.json");
    this.directory = project.resolve("spec/target/spec-update");
  }

  /**
   * Updates a project.
   *
   * @param args the new document, the directory of the project, Maven's repository, and {@code
   *     offline=true} or {@code offline=false}
   * @throws InvalidDocumentException if no client can be generated from the new document: then
   *     nothing is written
   * @throws UnfinishedUpdateException if the new document is in place and there is something to do
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 4 || args[0].isBlank() || args[0].startsWith("${")) {
      throw new IllegalArgumentException(
          "no document is named; run mvn -q -Pspec-update -Dspec=FILE verify");
    }
    List<String> options = new ArrayList<>(List.of("-Dmaven.repo.local=" + args[2]));
    if (args[3].equals("offline=true")) {
      options.add("--offline");
    }
    TakeNewDocument update =
        new TakeNewDocument(System.out, Path.of(args[1]).toAbsolutePath().normalize());
    if (update.take(Path.of(args[0]))) {
      update.build(options);
    }
  }

  /** Checks and replaces; for tests. */
  static boolean take(PrintStream console, Path project, Path file) throws IOException {
    return new TakeNewDocument(console, project).take(file);
  }

  /** Returns whether there is anything new. */
  private boolean take(Path file) throws IOException {
    Path pins = project.resolve("fluent-api/names.properties");
    Names names = Files.exists(pins) ? Names.read(pins) : Names.none();
    NewDocument document = NewDocument.read(file, names);
    byte[] before = Files.readAllBytes(bundled);
    if (Arrays.equals(before, document.bytes())) {
      console.println("No change: " + file + " is the bundled document, byte for byte.");
      return false;
    }
    JsonNode old = new ObjectMapper().readTree(before);
    List<Change> changes = new ArrayList<>(Comparison.of(old, document.root()));
    changes.addAll(RenamedResources.of(old, document.root(), names));
    Report report = new Report(changes, HandWritten.below(project));
    console.println(report.console());
    Files.createDirectories(directory);
    write("report.md", report.markdown());
    write("changelog.md", report.changelog(document.version()));
    replace(document.bytes());
    console.println(
        "In place as " + shown(bundled) + "; the report: " + shown(directory.resolve("report.md")));
    return true;
  }

  private void build(List<String> options) throws IOException {
    Path log = directory.resolve("build.log");
    List<Path> apiBreaks = new ArrayList<>();
    for (String module : List.of("CLIENT", "GENERATED")) {
      // PublicApiTest leaves there which breaks the changelog does not name.
      Path file = project.resolve("integration-tests/contract/target/api-breaks-" + module + ".md");
      Files.deleteIfExists(file);
      apiBreaks.add(file);
    }
    console.println("Building and testing everything with it (" + shown(log) + "):");
    Build build;
    try {
      build = Build.run(project, log, console, options);
    } catch (IOException e) {
      String reason = "Maven did not run: " + e.getMessage() + "\nRun mvn verify yourself.\n";
      throw new UnfinishedUpdateException(reason, e);
    }

    List<String> breaks = new ArrayList<>();
    for (Path file : apiBreaks) {
      if (Files.exists(file)) {
        breaks.addAll(Files.readAllLines(file));
      }
    }
    Path changelog = directory.resolve("changelog.md");
    if (!breaks.isEmpty()) {
      String names = breaks.stream().map(one -> "- " + one + "\n").collect(Collectors.joining());
      write("changelog.md", Files.readString(changelog) + "\n### Breaking in Java\n" + names);
    }
    String steps = NextSteps.of(build, breaks.size(), shown(changelog), shown(log));
    if (!build.succeeded()) {
      throw new UnfinishedUpdateException(steps, null);
    }
    console.println("\n" + steps);
  }

  private String shown(Path file) {
    return project.relativize(file).toString();
  }

  private void write(String file, String text) throws IOException {
    Files.write(directory.resolve(file), text.getBytes(StandardCharsets.UTF_8));
  }

  /** A document is never left half written. */
  private void replace(byte[] bytes) throws IOException {
    Path beside = bundled.resolveSibling(bundled.getFileName() + ".new");
    Files.write(beside, bytes);
    Files.move(
        beside, bundled, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.heymilo.spec.BundledDocument;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, on directories of its own. */
class TakeNewDocumentTest {
  private static final String TEXT = SmallDocument.TEXT;

  @TempDir Path directory;
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private Path file;
  private Path bundled;
  private Path target;

  @BeforeEach
  void bundle() throws Exception {
    file = directory.resolve("new.json");
    bundled = directory.resolve("spec/heymilo-openapi.json");
    target = directory.resolve("spec/target/spec-update");
    Files.createDirectories(bundled.getParent());
    Files.writeString(bundled, TEXT);
  }

  private void run() throws Exception {
    TakeNewDocument.take(new PrintStream(console, true, StandardCharsets.UTF_8), directory, file);
  }

  private void take(String text) throws Exception {
    Files.writeString(file, text);
    run();
  }

  private void assertRefused(String text, String... findings) throws Exception {
    assertThatThrownBy(() -> take(text))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageContaining("nothing was replaced")
        .extracting(e -> ((InvalidDocumentException) e).findings(), LIST)
        .containsExactly((Object[]) findings);
    assertThat(Files.readString(bundled)).isEqualTo(TEXT);
    assertThat(target).doesNotExist();
  }

  @Test
  void theNewDocumentIsTakenByteForByteAndReported() throws Exception {
    String changed = TEXT.replace("\"version\": \"1.0\"", "\"version\":  \"1.1\"");
    take(changed);

    assertThat(Files.readString(bundled)).isEqualTo(changed);
    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains("1 changes: 0 breaking, 1 safe")
        .contains("Safe: document version (1).")
        .contains("In place as " + Path.of("spec", "heymilo-openapi.json"));
    assertThat(Files.readString(target.resolve("report.md")))
        .contains("| `document` | version: was 1.0, is 1.1. | safe | safe |");
    assertThat(Files.readString(target.resolve("changelog.md"))).contains("version 1.1");
    assertThat(directory).isDirectoryRecursivelyContaining("glob:**/heymilo-openapi.json");
  }

  @Test
  void theBundledDocumentTakenAgainChangesNothing() throws Exception {
    Files.write(file, BundledDocument.bytes());
    Files.write(bundled, BundledDocument.bytes());
    run();

    assertThat(Files.readAllBytes(bundled)).isEqualTo(BundledDocument.bytes());
    assertThat(target).doesNotExist();
  }

  @Test
  void whatIsNotJsonIsRefusedWithLineAndColumn() throws Exception {
    assertRefused(
        "{\n  \"openapi\": \"3.1.0\",\n  \"info\" {}\n}",
        "line 3, column 10: not JSON: Unexpected character ('{' (code 123)): was expecting a colon"
            + " to separate field name and value");
  }

  @Test
  void aNameTwiceIsRefusedWithLineAndColumn() throws Exception {
    assertRefused(
        "{\"openapi\": \"3.1.0\",\n \"info\": {}, \"info\": {}}",
        "line 2, column 20: not JSON: Duplicate field 'info'");
  }

  @Test
  void anotherVersionOfOpenApiIsRefused() throws Exception {
    assertRefused("{\"swagger\": \"2.0\", \"paths\": {}}", "/openapi: not an OpenAPI 3 document: ");
  }

  @Test
  void referencesThatLeadNowhereAreRefusedWithTheirPointers() throws Exception {
    assertRefused(
        TEXT.replace("schemas/Gadget\"", "schemas/Gidget\""),
        "/paths/~1gadgets/post/responses/201/content/application~1json/schema/$ref:"
            + " there is nothing at \"#/components/schemas/Gidget\"");
  }

  @Test
  void whatTheRulesDoNotUnderstandIsRefusedWithItsPointer() throws Exception {
    assertRefused(
        TEXT.replace("\"maxLength\": 200", "\"contentEncoding\": \"base64\""),
        "/components/schemas/MakeRequest/properties/title:"
            + " the schema keyword 'contentEncoding' is not understood");
  }

  @Test
  void whatIsNotBuiltAsADocumentIsRefusedWithItsPointers() throws Exception {
    assertRefused(
        "{\"openapi\": \"3.1.0\", \"info\": {}, \"paths\": {\"/a\": {\"get\": {\"parameters\":"
            + " [{\"name\": \"x\"}]}}}}",
        "/info/version: must be a text",
        "/paths/~1a/get/parameters/0: a parameter must have a name and say where it is in",
        "/paths/~1a/get/responses: must be OBJECT, is missing");
  }

  @Test
  void whatOnlyTheNamesFileCanDecideIsRefusedWithTheLineToAdd() throws Exception {
    String second =
        TEXT.replace(
            "\"paths\": {",
            "\"paths\": {\"/gadgets/x\": {\"get\": {\"operationId\": \"getX\", \"responses\": {}}},"
                + "\"/gadgets/x/y\": {\"get\": {\"operationId\": \"get_gadget_x\", \"responses\": {}}},");
    String clash =
        "getX and get_gadget_x are both Gadgets.x; add to the names file: get_gadget_x ="
            + " ANOTHER_NAME";

    assertRefused(second, clash);

    Files.createDirectories(directory.resolve("fluent-api"));
    Files.writeString(directory.resolve("fluent-api/names.properties"), "get_gadget_x = b");
    take(second);
    assertThat(Files.readString(bundled)).isEqualTo(second);
  }

  @Test
  void renamedClassesAndMethodsOfResourcesAreReported() throws Exception {
    Files.createDirectories(directory.resolve("fluent-api/src/main/java"));
    Files.writeString(directory.resolve("fluent-api/src/main/java/A.java"), "x.make(body);");

    take(TEXT.replace("makeGadget", "buildGadget"));

    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains("Gadgets.make: is now build; a line in fluent-api/names.properties pins")
        .contains("fluent-api/src/main/java/A.java:1");
  }

  /** A Maven of its own that prints what the real one would, and fails. */
  private void runWithMaven(String output, int code) throws Exception {
    Path maven = directory.resolve("maven");
    Path script = Files.createDirectories(maven.resolve("bin")).resolve("mvn");
    Files.writeString(
        script, "#!/bin/sh\necho \"asked for $*\"\ncat <<'END'\n" + output + "END\nexit " + code);
    assumeTrue(script.toFile().setExecutable(true) && File.separatorChar == '/');
    Files.writeString(file, TEXT.replace("\"maxLength\": 200", "\"maxLength\": 100"));
    String before = System.setProperty("maven.home", maven.toString());
    try {
      TakeNewDocument.main(
          new String[] {file.toString(), directory.toString(), "/repository", "offline=true"});
    } finally {
      if (before == null) {
        System.clearProperty("maven.home");
      } else {
        System.setProperty("maven.home", before);
      }
    }
  }

  @Test
  void theCommandEndsWithWhatToDoAlsoWhenTheCompilerFails() throws Exception {
    String line =
        "[ERROR] " + directory + "/fluent-api/src/main/java/A.java:[7,3] cannot find symbol\n";

    assertThatThrownBy(() -> runWithMaven(line, 1))
        .isInstanceOf(UnfinishedUpdateException.class)
        .hasMessageContaining("What to do next")
        .hasMessageContaining("fluent-api/src/main/java/A.java:7 cannot find symbol")
        .hasMessageContaining("git checkout spec/heymilo-openapi.json");
    assertThat(Files.readString(bundled)).contains("\"maxLength\": 100");
    assertThat(Files.readString(target.resolve("build.log")))
        .contains("-Dmaven.test.failure.ignore=true -Dmaven.repo.local=/repository --offline")
        .contains(line);
  }

  @Test
  void testsThatFailAreNamedThoughMavenGoesOn() {
    String line = "[ERROR] a.b.CTest.holds -- Time elapsed: 0.1 s <<< FAILURE!\n";

    assertThatThrownBy(() -> runWithMaven(line + "[INFO] BUILD SUCCESS\n", 0))
        .isInstanceOf(UnfinishedUpdateException.class)
        .hasMessageContaining("CTest.holds");
  }

  @Test
  void aBuildThatSucceedsEndsTheUpdate() throws Exception {
    runWithMaven("[INFO] BUILD SUCCESS\n", 0);

    assertThat(Files.readString(target.resolve("changelog.md"))).contains("`MakeRequest.title`");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> run())
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageContaining("there is no such file");
  }

  @Test
  void whoNamesNoFileIsTold() {
    assertThatThrownBy(
            () -> TakeNewDocument.main(new String[] {"${spec}", "a", "b", "offline=false"}))
        .hasMessageContaining("-Dspec=FILE");
  }
}

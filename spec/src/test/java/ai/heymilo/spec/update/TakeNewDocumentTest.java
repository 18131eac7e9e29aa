package ai.heymilo.spec.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import ai.heymilo.spec.BundledDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, on directories of its own. */
class TakeNewDocumentTest {
  private static final String TEXT = new String(BundledDocument.bytes(), StandardCharsets.UTF_8);

  @TempDir Path directory;
  private Path file;
  private Path bundled;
  private Path target;

  @BeforeEach
  void bundle() throws Exception {
    file = directory.resolve("new.json");
    bundled = directory.resolve("heymilo-openapi.json");
    target = directory.resolve("target/spec-update");
    Files.write(bundled, BundledDocument.bytes());
  }

  private void take(String text) throws Exception {
    Files.writeString(file, text);
    TakeNewDocument.main(new String[] {file.toString(), bundled.toString(), target.toString()});
  }

  private void assertRefused(String text, String... findings) throws Exception {
    assertThatThrownBy(() -> take(text))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageContaining("nothing was replaced")
        .extracting(e -> ((InvalidDocumentException) e).findings(), LIST)
        .containsExactly((Object[]) findings);
    assertThat(Files.readAllBytes(bundled)).isEqualTo(BundledDocument.bytes());
    assertThat(target).doesNotExist();
  }

  @Test
  void theNewDocumentIsTakenByteForByteAndReported() throws Exception {
    String changed = TEXT.replace("\"version\": \"2.0.0\"", "\"version\":  \"2.1.0\"");
    take(changed);

    assertThat(Files.readString(bundled)).isEqualTo(changed);
    assertThat(Files.readString(target.resolve("report.md")))
        .contains("1 change: 0 breaking, 1 safe")
        .contains("| `document` | version: was 2.0.0, is 2.1.0. | safe | safe | `/info/version` |");
    assertThat(Files.readString(target.resolve("changelog.md"))).contains("version 2.1.0");
    assertThat(directory).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void theBundledDocumentChangesNothing() throws Exception {
    take(TEXT);

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
        TEXT.replaceFirst("schemas/PaginationMeta\"", "schemas/PaginationMata\""),
        "/components/schemas/ListResponse_CandidateResponse_/properties/pagination/$ref:"
            + " there is nothing at \"#/components/schemas/PaginationMata\"");
  }

  @Test
  void whatTheRulesDoNotUnderstandIsRefusedWithItsPointer() throws Exception {
    assertRefused(
        TEXT.replaceFirst("\"maxLength\": \\d+", "\"contentEncoding\": \"base64\""),
        "/components/schemas/ConversationalSMSConfig/properties/instructions/anyOf/0:"
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
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(
            () ->
                TakeNewDocument.main(
                    new String[] {file.toString(), bundled.toString(), target.toString()}))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageContaining("there is no such file");
  }

  @Test
  void whoNamesNoFileIsTold() {
    assertThatThrownBy(() -> TakeNewDocument.main(new String[] {"${spec}", "a", "b"}))
        .hasMessageContaining("-Dspec=FILE");
  }
}

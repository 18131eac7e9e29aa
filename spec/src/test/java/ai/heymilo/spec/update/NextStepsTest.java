// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last word of an update, on a project of its own. */
class NextStepsTest {
  @TempDir Path project;

  private void write(String file, String text) throws Exception {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String said(String paths) throws Exception {
    write(
        "spec/target/generator-view/heymilo-openapi.json",
        "{\"paths\": {" + paths + "}, \"components\": {\"schemas\": {}}}");
    Files.createDirectories(project.resolve("fluent-api/target/classes"));
    Files.createDirectories(
        project.resolve("integration-tests/contract/src/test/resources/goldens"));
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    NextSteps.say(new PrintStream(console, true, StandardCharsets.UTF_8), project);
    return console.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsMissingIsNamedAndTheChangelogsLinesAreGiven() throws Exception {
    write("spec/target/spec-update/changelog.md", "### Added\n- `gadget` is new.\n");

    assertThat(
            said("\"/g\": {\"get\": {\"x-operation-id\": \"gadget\", \"x-method\": \"gadget\"}}"))
        .isEqualTo(
            """

            What to do next:
            - gadget has no method in fluent-api: nothing there calls its stub
            - gadget has no case in GoldenCases
            - for "Unreleased" in CHANGELOG.md:

                ### Added
                - `gadget` is new.

            """);
  }

  @Test
  void whereNothingIsMissingThatIsSaid() throws Exception {
    assertThat(said("")).contains("- nothing is missing in fluent-api and in the goldens");
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says, when a new document has been taken and all has been built, what is left to do by hand. */
public final class NextSteps {
  private NextSteps() {}

  /**
   * Prints what is left to do; the argument is the directory of the whole project.
   *
   * @param args the directory
   */
  public static void main(String[] args) throws IOException {
    say(System.out, Path.of(args[0]));
  }

  static void say(PrintStream console, Path project) throws IOException {
    Missing missing =
        new Missing(
            new ObjectMapper()
                .readTree(
                    project.resolve("spec/target/generator-view/heymilo-openapi.json").toFile()));
    List<String> left = new ArrayList<>();
    left.addAll(missing.fluentMethods(project.resolve("fluent-api/target/classes")));
    left.addAll(
        missing.goldens(project.resolve("integration-tests/contract/src/test/resources/goldens")));
    console.print("\nWhat to do next:\n");
    left.forEach(line -> console.println("- " + line));
    if (left.isEmpty()) {
      console.println("- nothing is missing in fluent-api and in the goldens");
    }
    Path changelog = project.resolve("spec/target/spec-update/changelog.md");
    if (Files.exists(changelog)) {
      console.println("- for \"Unreleased\" in CHANGELOG.md:\n");
      console.println(Files.readString(changelog).replaceAll("(?m)^(?=.)", "    "));
    }
  }
}

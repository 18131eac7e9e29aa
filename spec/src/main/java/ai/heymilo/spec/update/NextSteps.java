// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import java.util.ArrayList;
import java.util.List;

/** Lists the remaining manual steps, however the build ended. */
final class NextSteps {
  private static final int SHOWN = 8;

  private NextSteps() {}

  /**
   * Returns the steps.
   *
   * @param build how the project was built with the new document
   * @param apiBreaks how many breaks of the project's own API the changelog does not name
   * @param changelog the file with lines for the changelog
   * @param log the file with all that Maven printed
   */
  static String of(Build build, int apiBreaks, String changelog, String log) {
    List<String> steps = new ArrayList<>();
    List<String> errors = build.compilerErrors();
    List<String> tests = new ArrayList<>(build.failedTests());
    if (!errors.isEmpty()) {
      steps.add("Fix what does not compile, then run mvn verify:" + shown(errors));
    } else if (!build.succeeded() && tests.isEmpty()) {
      steps.add("Fix the build, then run mvn verify:" + shown(build.failedGoals()));
    }
    if (apiBreaks > 0) {
      tests.removeIf(test -> test.startsWith("PublicApiTest.whatBreaksIsAnnounced"));
    }
    if (!tests.isEmpty()) {
      steps.add(
          "Look at the tests that fail; where a request is meant to be another, run"
              + " mvn verify -Dgoldens.update=true and read git diff:"
              + shown(tests));
    }
    steps.add(
        "Paste "
            + changelog
            + " under \"Unreleased\" in CHANGELOG.md"
            + (apiBreaks == 0
                ? errors.isEmpty() ? "." : "; mvn verify adds the names that PublicApiTest wants."
                : ": with the " + apiBreaks + " names that PublicApiTest wants."));
    steps.add("Run mvn verify and commit. To go back: git checkout spec/heymilo-openapi.json");
    StringBuilder text = new StringBuilder("What to do next (Maven's output: " + log + "):\n");
    for (int i = 0; i < steps.size(); i++) {
      text.append(i + 1).append(". ").append(steps.get(i)).append('\n');
    }
    return text.toString();
  }

  private static String shown(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines.subList(0, Math.min(SHOWN, lines.size()))) {
      text.append("\n     ").append(line);
    }
    if (lines.size() > SHOWN) {
      text.append("\n     and ").append(lines.size() - SHOWN).append(" more");
    }
    return text.toString();
  }
}

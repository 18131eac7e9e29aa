// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last word of an update, by what Maven printed. */
class NextStepsTest {
  private static String steps(int apiBreaks, String... log) {
    Build build = Build.of(List.of(log), Path.of("/project"), System.err);
    return NextSteps.of(build, apiBreaks, "changelog.md", "build.log");
  }

  @Test
  void aCleanBuildLeavesTheChangelog() {
    assertThat(steps(0, "[INFO] BUILD SUCCESS"))
        .isEqualTo(
            """
            What to do next (Maven's output: build.log):
            1. Paste changelog.md under "Unreleased" in CHANGELOG.md.
            2. Run mvn verify and commit. To go back: git checkout spec/heymilo-openapi.json
            """);
  }

  @Test
  void linesThatDoNotCompileComeFirst() {
    assertThat(
            steps(
                0,
                "[ERROR] COMPILATION ERROR : ",
                "[ERROR] /project/fluent-api/src/main/java/a/B.java:[33,12] cannot find symbol",
                "[ERROR] /project/fluent-api/src/main/java/a/B.java:[33,12] cannot find symbol",
                "[ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin"))
        .contains(
            """
            1. Fix what does not compile, then run mvn verify:
                 fluent-api/src/main/java/a/B.java:33 cannot find symbol
            2. Paste changelog.md under "Unreleased" in CHANGELOG.md; mvn verify adds the names\
             that PublicApiTest wants.
            """);
  }

  @Test
  void failedTestsAreNamedButNotTheOneThatTheChangelogSatisfies() {
    assertThat(
            steps(
                2,
                "[ERROR] ai.heymilo.contract.api.PublicApiTest.whatBreaksIsAnnounced(Module)[1]"
                    + " -- Time elapsed: 0.1 s <<< FAILURE!",
                "[ERROR] ai.heymilo.contract.goldens.GoldenTest.isAsBefore(Case)[7] -- Time"
                    + " elapsed: 0.2 s <<< ERROR!",
                "[INFO] BUILD SUCCESS"))
        .contains("read git diff:\n     GoldenTest.isAsBefore(Case)[7]\n2. Paste")
        .contains(": with the 2 names that PublicApiTest wants.")
        .doesNotContain("PublicApiTest.whatBreaks");
  }

  @Test
  void aBuildThatStopsForAnotherReasonIsExplainedByItsGoal() {
    assertThat(steps(0, "[ERROR] Failed to execute goal com.diffplug.spotless: no format"))
        .contains("1. Fix the build, then run mvn verify:\n     com.diffplug.spotless: no format");
  }

  @Test
  void modulesAreShownAsTheyAreBuilt() {
    var out = new java.io.ByteArrayOutputStream();
    Build.of(
        List.of("[INFO] Building HeyMilo client 0.1.0-SNAPSHOT                    [3/9]"),
        Path.of("/project"),
        new PrintStream(out, true, java.nio.charset.StandardCharsets.UTF_8));
    assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8).strip())
        .isEqualTo("3/9 HeyMilo client");
  }
}

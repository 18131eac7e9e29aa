// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's Gradle lines are those of a build file, with the versions of this build. */
class GradleTest {
  private final List<String> build = Files.readAllLines(Path.of("gradle", "build.gradle.kts"));
  private final String readme = Files.readString(Path.of("..", "..", "README.md"));

  GradleTest() throws Exception {}

  @Test
  void theReadmeHasTheLinesOfTheBuildFile() {
    String bom = "implementation(platform(\"ai.heymilo:heymilo-bom:";
    Matcher block =
        Pattern.compile("```kotlin\\n(" + Pattern.quote(bom) + ".*?)```", Pattern.DOTALL)
            .matcher(readme);
    assertThat(block.find()).isTrue();
    assertThat(build.stream().map(String::strip)).containsAll(block.group(1).lines().toList());
  }

  @Test
  void versionsAreThoseOfTheBuild() {
    assertThat(build.stream().collect(Collectors.joining("\n")))
        .contains("heymilo-bom:" + System.getProperty("project.version") + "\"")
        .contains("kotlin(\"jvm\") version \"" + System.getProperty("kotlin.version") + "\"")
        .contains("coroutines-core:" + System.getProperty("kotlinx-coroutines.version") + "\"");
  }
}

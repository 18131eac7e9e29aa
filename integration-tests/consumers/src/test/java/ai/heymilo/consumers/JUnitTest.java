// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test of an application, with the sandbox's extension, on the JUnits that are supported. */
class JUnitTest {
  private static final Path TESTS = Path.of("src", "consumers", "junit");

  @TempDir Path classes;

  @ParameterizedTest
  @ValueSource(strings = {"lowest", "newest"})
  void theExtensionRuns(String which) throws Exception {
    String version = System.getProperty("junit." + which + ".version");
    List<Path> jars = new ArrayList<>(Jars.modules());
    jars.add(Jars.other("junit-platform-console-standalone", version));
    assertThat(Jdk.javac(17, TESTS, classes, "-Xlint:-classfile", "-cp", Jars.path(jars)))
        .isEmpty();

    List<String> lines =
        Jdk.java(
            Map.of(),
            "-cp",
            classes + File.pathSeparator + Jars.path(jars),
            "org.junit.platform.console.ConsoleLauncher",
            "execute",
            "--disable-banner",
            "--select-class=app.HiringTest");

    assertThat(lines).anyMatch(line -> line.contains("3 tests successful"));
  }
}

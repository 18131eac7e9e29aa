// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox leaves the log of its user alone, whichever one that is. */
class LoggingTest {
  @TempDir Path classes;

  private List<String> run(Path... logging) throws Exception {
    List<Path> jars = new ArrayList<>(Jars.modules());
    jars.addAll(List.of(logging));
    assertThat(Jdk.javac(Path.of("src", "consumers", "quiet"), classes, "-cp", Jars.path(jars)))
        .isEmpty();
    return Jdk.java(Map.of(), "-cp", classes + File.pathSeparator + Jars.path(jars), "app.Main");
  }

  @Test
  void slf4jSimplePrintsTheUsersLineOnly() throws Exception {
    assertQuiet(run(Jars.other("slf4j-simple", System.getProperty("slf4j.version"))));
  }

  @Test
  void logbackPrintsTheUsersLineOnlyAboveDebug() throws Exception {
    String version = System.getProperty("logback.version");

    assertQuiet(run(Jars.other("logback-classic", version), Jars.other("logback-core", version)));
  }

  private static void assertQuiet(List<String> printed) {
    assertThat(printed)
        .filteredOn(line -> !line.contains(" DEBUG "))
        .satisfiesExactly(
            line -> assertThat(line).contains("WARN").endsWith("logged"),
            line -> assertThat(line).isEqualTo("refused 422"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.sandbox.HeyMiloSandbox;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program on the plain class path, with nothing on it but the client and what it needs. */
class ClassPathTest {
  private static final Path PROGRAM = Path.of("src", "consumers", "plain");

  @TempDir Path classes;

  @Test
  void runsWithTheLowestJackson() throws Exception {
    assertThat(run(Jars.jackson(Jars.LOWEST_JACKSON)))
        .startsWith("jackson " + System.getProperty("jackson.lowest.version"));
  }

  @Test
  void runsWithTheNewestJackson() throws Exception {
    assertThat(run(Jars.jackson(Jars.BUILT))).startsWith("jackson " + PackageVersion.VERSION);
  }

  private List<String> run(List<Path> jackson) throws Exception {
    List<Path> jars = Stream.concat(jackson.stream(), Jars.CLIENT.stream()).toList();
    assertThat(Jdk.javac(PROGRAM, classes, "-cp", Jars.path(jars))).isEmpty();
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start()) {
      List<String> lines =
          Jdk.java(
              Map.of("HEYMILO_API_KEY", sandbox.apiKey(), "HEYMILO_BASE_URL", sandbox.baseUrl()),
              "-cp",
              classes + File.pathSeparator + Jars.path(jars),
              "app.Main");
      assertThat(lines)
          .endsWith("title 22", "accepted 2", "listed 2", "waited for de", "refused 404");
      return lines;
    }
  }
}

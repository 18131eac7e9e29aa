// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.sandbox.HeyMiloSandbox;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs on the plain class path, with nothing on it but the client and what it needs. */
class ClassPathTest {
  private static final List<String> SEEN_BY_PLAIN =
      List.of("title 22", "accepted 2", "listed 2", "waited for de", "refused 404");

  @TempDir Path classes;

  @Test
  void runsWithTheLowestJackson() throws Exception {
    String version = System.getProperty("jackson.lowest.version");
    assertThat(
            run(
                "plain",
                Jars.other("jackson-databind", version),
                Jars.other("jackson-core", version),
                Jars.other("jackson-annotations", version)))
        .startsWith("jackson " + version)
        .endsWith(SEEN_BY_PLAIN.toArray(String[]::new));
  }

  @Test
  void runsWithThePreviousJackson() throws Exception {
    String version = System.getProperty("jackson.previous.version");
    assertThat(
            run(
                "plain",
                Jars.other("jackson-databind", version),
                Jars.other("jackson-core", version),
                Jars.built("jackson-annotations")))
        .startsWith("jackson " + version)
        .endsWith(SEEN_BY_PLAIN.toArray(String[]::new));
  }

  @Test
  void runsWithTheNewestJackson() throws Exception {
    assertThat(run("plain", newestJackson()))
        .startsWith("jackson " + PackageVersion.VERSION)
        .endsWith(SEEN_BY_PLAIN.toArray(String[]::new));
  }

  @Test
  void runsBesideJackson3() throws Exception {
    String version = System.getProperty("jackson3.version");
    List<Path> both = new ArrayList<>(List.of(newestJackson()));
    both.add(Jars.other("jackson-databind", version));
    both.add(Jars.other("jackson-core", version));
    assertThat(run("jackson3", both.toArray(Path[]::new)))
        .containsExactly("jackson " + version, "title Java Engineer");
  }

  private static Path[] newestJackson() {
    return new Path[] {
      Jars.built("jackson-databind"), Jars.built("jackson-core"), Jars.built("jackson-annotations")
    };
  }

  private List<String> run(String program, Path... jackson) throws Exception {
    List<Path> jars = new ArrayList<>(List.of(jackson));
    jars.addAll(Jars.CLIENT);
    int release = program.equals("plain") ? 11 : 17; // Jackson 3 needs 17
    assertThat(
            Jdk.javac(
                release, Path.of("src", "consumers", program), classes, "-cp", Jars.path(jars)))
        .isEmpty();
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start()) {
      return Jdk.java(
          Map.of("HEYMILO_API_KEY", sandbox.apiKey(), "HEYMILO_BASE_URL", sandbox.baseUrl()),
          "-cp",
          classes + File.pathSeparator + Jars.path(jars),
          "app.Main");
    }
  }
}

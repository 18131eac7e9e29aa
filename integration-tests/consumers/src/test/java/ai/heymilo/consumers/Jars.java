// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars that the build copied. */
final class Jars {
  static final Path BUILT = Path.of("target", "jars");

  /** What a user of the client has on the class path, beside Jackson. */
  static final List<Path> CLIENT =
      Stream.of(
              "heymilo-client", "heymilo-generated-client", "jackson-databind-nullable", "jspecify")
          .map(Jars::built)
          .toList();

  private static final Pattern TEST_TOOLS =
      Pattern.compile("^(assertj|byte-buddy|junit|opentest4j|apiguardian|slf4j-nop)");

  private Jars() {}

  static Path built(String artifact) {
    Path jar = BUILT.resolve(artifact + ".jar");
    assertThat(jar).isRegularFile();
    return jar;
  }

  /** Returns a jar that the build copied in another version than its own. */
  static Path other(String artifact, String version) {
    Path jar = Path.of("target", "other-jars", artifact + "-" + version + ".jar");
    assertThat(jar).isRegularFile();
    return jar;
  }

  /** Returns what the sandbox and the client need, and no more of what tests have. */
  static List<Path> modules() throws IOException {
    try (Stream<Path> all = Files.list(BUILT)) {
      return all.filter(jar -> !TEST_TOOLS.matcher(jar.getFileName().toString()).find()).toList();
    }
  }

  /** Returns the name of a class of a jar that has a constructor, in a folder of a name. */
  static String typeIn(String artifact, String folder) throws Exception {
    try (JarFile jar = new JarFile(built(artifact).toFile())) {
      List<String> names =
          jar.stream()
              .map(JarEntry::getName)
              .filter(name -> name.contains(folder) && name.endsWith(".class"))
              .filter(name -> !name.endsWith("package-info.class") && !name.contains("$"))
              .map(name -> name.replaceFirst("[.]class$", "").replace('/', '.'))
              .toList();
      for (String name : names) {
        if (Class.forName(name).getDeclaredConstructors().length > 0) {
          return name;
        }
      }
      throw new AssertionError("no class in " + folder + " of " + artifact + ": " + names);
    }
  }

  static String path(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}

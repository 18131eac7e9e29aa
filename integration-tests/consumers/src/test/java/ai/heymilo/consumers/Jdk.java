// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The compiler and the launcher. */
final class Jdk {
  private Jdk() {}

  /** Compiles all sources below a directory for Java 11; returns the compiler's messages. */
  static String javac(Path sources, Path classes, String... options) throws IOException {
    return javac(11, sources, classes, options);
  }

  /** Compiles all sources below a directory; returns the compiler's messages, empty if none. */
  static String javac(int release, Path sources, Path classes, String... options)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("--release", "" + release, "-Xlint:all", "-proc:none"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("-d", classes.toString()));
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  /** Runs a program in a process of its own; returns the lines that it printed. */
  static List<String> java(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder java = new ProcessBuilder(command).redirectErrorStream(true);
    java.environment().putAll(environment);
    Process process = java.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }
}

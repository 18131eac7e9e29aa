// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JVMs like this one. */
public final class Jvm {
  private Jvm() {}

  /** One on the same class path. */
  public static ProcessBuilder running(List<String> options, Class<?> main, String... args) {
    return running(System.getProperty("java.class.path"), options, main, args);
  }

  public static ProcessBuilder running(
      String classPath, List<String> options, Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own, with the class path of the tests. */
public final class ChildJvm {
  private ChildJvm() {}

  /**
   * Runs a main class to its end and returns what it printed.
   *
   * @param heap the heap's option, such as {@code -Xmx48m}
   * @throws AssertionError if it failed
   */
  public static String run(String heap, Class<?> main, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(heap);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(child.waitFor()).as(output).isZero();
      return output;
    } finally {
      child.destroyForcibly();
    }
  }
}

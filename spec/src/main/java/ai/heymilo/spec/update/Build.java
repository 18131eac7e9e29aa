// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds and tests the whole project, past tests that fail and modules that do not compile, so that
 * one run finds all there is to do. What Maven prints goes to a file.
 */
final class Build {
  private static final Pattern MODULE =
      Pattern.compile("\\[INFO\\] Building (.+?) \\S+ +\\[(\\d+)/(\\d+)\\]");
  private static final Pattern COMPILER =
      Pattern.compile("\\[ERROR\\] (?:COMPILATION ERROR.*|(/.+|[A-Z]:.+):\\[(\\d+),\\d+\\] (.*))");
  private static final Pattern TEST =
      Pattern.compile("\\[ERROR\\] ([\\w.$]+)(\\S*?) -- Time elapsed: .* <<< (FAILURE|ERROR)!");
  private static final Pattern GOAL = Pattern.compile("\\[ERROR\\] Failed to execute goal (.*)");

  /** Options of the user's that the build inside gets as well. */
  private static final List<String> PASSED_ON =
      List.of("maven.test.skip", "skipTests", "spotless.check.skip", "enforcer.skip");

  private final Set<String> compilerErrors = new LinkedHashSet<>();
  private final Set<String> failedTests = new LinkedHashSet<>();
  private final List<String> failedGoals = new ArrayList<>();
  private boolean succeeded;

  private Build() {}

  /**
   * Runs {@code mvn verify} in the directory of the project.
   *
   * @param options what else to tell Maven: its repository, whether it is offline
   */
  static Build run(Path project, Path log, PrintStream console, List<String> options)
      throws IOException {
    String home = System.getProperty("maven.home", "");
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    String mvn = windows ? "mvn.cmd" : "mvn";
    List<String> command = new ArrayList<>();
    command.add(home.isEmpty() ? mvn : Path.of(home, "bin", mvn).toString());
    command.addAll(List.of("-B", "-ntp", "--fail-at-end", "-Dmaven.test.failure.ignore=true"));
    command.addAll(options);
    for (String name : PASSED_ON) {
      if (System.getProperty(name) != null) {
        command.add("-D" + name + "=" + System.getProperty(name));
      }
    }
    command.add("verify");
    Process process =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).start();
    Build build = new Build();
    try (BufferedReader out =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Writer to = Files.newBufferedWriter(log)) {
      process.getOutputStream().close();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        to.write(line + "\n");
        build.read(line, project, console);
      }
      build.succeeded = process.waitFor() == 0 && build.failedTests.isEmpty();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the project was built", e);
    }
    return build;
  }

  /** Returns what a log of Maven's tells. */
  static Build of(List<String> log, Path project, PrintStream console) {
    Build build = new Build();
    log.forEach(line -> build.read(line, project, console));
    build.succeeded =
        log.stream().anyMatch(line -> line.contains("BUILD SUCCESS"))
            && build.failedTests.isEmpty();
    return build;
  }

  private void read(String coloured, Path project, PrintStream console) {
    String line = coloured.replaceAll("\u001b\\[[0-9;]*m", "");
    Matcher module = MODULE.matcher(line);
    Matcher compiler = COMPILER.matcher(line);
    Matcher test = TEST.matcher(line);
    Matcher goal = GOAL.matcher(line);
    if (module.matches()) {
      console.println("  " + module.group(2) + "/" + module.group(3) + " " + module.group(1));
    } else if (compiler.matches() && compiler.group(1) != null) {
      Path file = Path.of(compiler.group(1));
      Path shown = file.startsWith(project) ? project.relativize(file) : file;
      compilerErrors.add(shown + ":" + compiler.group(2) + " " + compiler.group(3));
    } else if (test.matches()) {
      String name = test.group(1);
      failedTests.add(name.replaceAll(".*\\.(\\w+\\.\\w+)$", "$1") + test.group(2));
    } else if (goal.matches()) {
      failedGoals.add(goal.group(1));
    }
  }

  /** Returns whether all was built and no test failed. */
  boolean succeeded() {
    return succeeded;
  }

  List<String> compilerErrors() {
    return List.copyOf(compilerErrors);
  }

  List<String> failedTests() {
    return List.copyOf(failedTests);
  }

  List<String> failedGoals() {
    return List.copyOf(failedGoals);
  }
}

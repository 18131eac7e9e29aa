// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.spring.app.Application;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code process-aot} and {@code -Dspring.aot.enabled} do, where keys are set at run time. */
class AheadOfTimeTest {
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  private static final List<String> ARGUMENTS =
      List.of(
          "--heymilo.api-key=${KEY}",
          "--heymilo.base-url=${URL}",
          "--heymilo.clients.berlin.api-key=${BERLIN_KEY}",
          "--server.port=0",
          "--print=true");

  @TempDir Path folder;

  @Test
  void clientsAreThereAfterProcessing() throws Exception {
    Path sources = folder.resolve("sources");
    Path classes = folder.resolve("classes");
    List<String> processing = new ArrayList<>(List.of(Application.class.getName()));
    processing.addAll(List.of(sources.toString(), classes.toString(), classes.toString()));
    processing.addAll(List.of("group", "artifact"));
    processing.addAll(ARGUMENTS);
    java(
        Map.of(), CLASS_PATH, "org.springframework.boot.SpringApplicationAotProcessor", processing);
    compile(sources, classes);

    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start()) {
      sandbox.client().postings().create("Java Engineer", p -> p.form(s -> {}));
      String key = sandbox.apiKey();
      String lines =
          java(
              Map.of("KEY", key, "URL", sandbox.baseUrl(), "BERLIN_KEY", key),
              classes + File.pathSeparator + CLASS_PATH,
              Application.class.getName(),
              ARGUMENTS);
      assertThat(lines).contains("heyMilo reads Java Engineer", "berlin reads Java Engineer");
    }
  }

  private static String java(
      Map<String, String> environment, String classPath, String main, List<String> arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Dspring.aot.enabled=" + !environment.isEmpty()));
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    ProcessBuilder java = new ProcessBuilder(command).redirectErrorStream(true);
    java.environment().putAll(environment);
    Process process = java.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static void compile(Path sources, Path classes) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none"));
    arguments.addAll(
        List.of("-cp", classes + File.pathSeparator + CLASS_PATH, "-d", classes.toString()));
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      int code =
          ToolProvider.findFirst("javac")
              .orElseThrow()
              .run(out, out, arguments.toArray(String[]::new));
      assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
  }
}

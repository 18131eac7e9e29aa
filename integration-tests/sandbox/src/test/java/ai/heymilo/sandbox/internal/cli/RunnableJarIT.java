// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs after the jar is packaged, on the jar itself. */
@Timeout(60)
class RunnableJarIT {
  private static final Path JAR = Path.of("target", "heymilo-sandbox.jar");

  private static Process start(String... arguments) throws IOException {
    assertThat(Files.exists(JAR)).as(JAR.toString()).isTrue();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  @Test
  void jarServesTheDemoAndPrintsNothingButItsOwnLines() throws Exception {
    Process process = start("--port", "0", "--seed", "demo");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String first = String.valueOf(lines.readLine());
      assertThat(first).startsWith("HeyMilo sandbox at http://127.0.0.1:");
      assertThat(lines.readLine()).startsWith("try: curl ");

      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(
                              first.substring("HeyMilo sandbox at ".length())
                                  + "/api/v2/postings?title=java"))
                      .header("X-API-KEY", "any")
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("Senior Java Engineer");
      assertThat(lines.readLine()).startsWith("GET /api/v2/postings?title=java -> 200 req_");
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** With a free port in place of the README's, which may be taken. */
  @Test
  void theReadmesLinesWork() throws Exception {
    Matcher lines =
        Pattern.compile(
                "java -jar integration-tests/sandbox/(\\S+) --port 8089 (.+)\\R((?:curl .*\\R)+)")
            .matcher(Files.readString(Path.of("..", "..", "README.md")));
    assertThat(lines.find()).isTrue();
    assertThat(Path.of(lines.group(1))).isEqualTo(JAR);

    Process process = start(("--port 0 " + lines.group(2)).split(" "));
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String url = String.valueOf(output.readLine()).substring("HeyMilo sandbox at ".length());
      List<String> answers = new ArrayList<>();
      for (String line : lines.group(3).lines().toList()) {
        answers.add(curl(line.replace("http://127.0.0.1:8089", url)));
      }

      assertThat(answers.get(0)).contains("Senior Java Engineer");
      assertThat(answers.get(1)).contains("Cook", "draft");
      assertThat(answers.get(3)).contains("now");
      assertThat(answers.get(5)).contains("listPostings", "req_");
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static String curl(String line) throws Exception {
    Process curl =
        new ProcessBuilder(
                "sh", "-c", line.replaceFirst("curl ", "curl --silent --fail-with-body "))
            .redirectErrorStream(true)
            .start();
    String output = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(curl.waitFor()).as(line + "\n" + output).isZero();
    return output;
  }

  @Test
  void writesMappingsForAWireMockServer(@TempDir Path folder) throws Exception {
    Process process = start("--stubs", folder.toString());

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .matches("\\d+ mappings for wiremock --root-dir .*\\R");
    assertThat(process.waitFor()).isZero();
    assertThat(folder.resolve("mappings")).isNotEmptyDirectory();
  }

  @Test
  void badArgumentsEndWithStatusTwo() throws Exception {
    Process process = start("--nope");

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("unknown option --nope");
    assertThat(process.waitFor()).isEqualTo(2);
  }
}

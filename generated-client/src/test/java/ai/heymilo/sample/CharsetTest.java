// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.sample.api.InterviewersApi;
import ai.heymilo.sample.model.CreatePostingRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are UTF-8 on the wire, whatever charset the platform has. */
class CharsetTest {
  private static final String TITLE = "Jäger für München – 東京 😀";

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-8"})
  void aJvmOfAnyCharsetSendsAndReadsUtf8(String charset) throws Exception {
    try (Server server = Server.answering(201, "{\"data\":{\"id\":\"" + TITLE + "\"}}")) {
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dfile.encoding=" + charset,
                  "-cp",
                  System.getProperty("java.class.path"),
                  Caller.class.getName(),
                  server.url(),
                  charset)
              .inheritIO()
              .start();

      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).as("0: what was read is what was sent").isZero();
      assertThat(Json.mapper().readTree(server.next().body()).path("title").asText())
          .isEqualTo(TITLE);
    }
  }

  /** What the child JVM does. */
  static final class Caller {
    public static void main(String[] args) {
      if (!Charset.defaultCharset().equals(Charset.forName(args[1]))) {
        System.exit(3);
      }
      ApiClient client = ApiClient.builder().baseUrl(args[0]).build();
      ApiResponse<?> answer =
          new InterviewersApi(client)
              .createPostingWithResponse(new CreatePostingRequest().title(TITLE));
      boolean right =
          answer.body().toString().contains("id=" + TITLE)
              && new String(answer.rawBody(), StandardCharsets.UTF_8).contains(TITLE);
      System.exit(right ? 0 : 1);
    }
  }
}

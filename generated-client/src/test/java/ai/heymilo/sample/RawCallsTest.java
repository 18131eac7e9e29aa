// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sample.model.Readers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the stubs of other documents would use: bytes both ways, redirects, lists, headers. */
class RawCallsTest {
  private static final Operation POST = new Operation("put", "POST", "/files");
  private static final Operation GET = new Operation("get", "GET", "/files");

  @Test
  void aRawBodyIsSentAsItIs() throws Exception {
    try (Server server = Server.answering(200, "{}")) {
      ApiClient client = server.client();
      client.send(
          client
              .call(POST)
              .body(RawBody.of("a;b".getBytes(StandardCharsets.UTF_8), "text/csv"))
              .returningNothing());

      Server.Request request = server.next();
      assertThat(request.body()).isEqualTo("a;b");
      assertThat(request.header("Content-Type")).isEqualTo("text/csv");
    }
  }

  @Test
  void bytesAreReturnedUnreadAndAskedForByTheirType() throws Exception {
    try (Server server = Server.answering(200, "RIFF \u00fc")) {
      ApiClient client = server.client();
      byte[] bytes = client.send(client.call(GET).accept("audio/mpeg").returningBytes()).body();

      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("RIFF \u00fc");
      assertThat(server.next().header("Accept")).isEqualTo("audio/mpeg");
    }
  }

  @Test
  void aRedirectThatTheDocumentNamesIsAnAnswer() {
    try (Server server =
        Server.handling(
            exchange -> {
              exchange.getResponseHeaders().set("Location", "https://elsewhere");
              Server.answer(exchange, 302, new byte[0]);
            })) {
      ApiClient client = server.client();
      ApiResponse<Void> answer = client.send(client.call(GET).returningRedirect());

      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.headers().firstValue("location")).hasValue("https://elsewhere");
      assertThatThrownBy(() -> client.send(client.call(GET).returningNothing()))
          .isInstanceOf(ApiException.class);
    }
  }

  @Test
  void aRedirectThatFailsIsAFailure() {
    try (Server server = Server.answering(404, "{}")) {
      ApiClient client = server.client();

      assertThatThrownBy(() -> client.send(client.call(GET).returningRedirect()))
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(404));
    }
  }

  @Test
  void listsAreRepeatedAndNullsLeftOut() throws Exception {
    try (Server server = Server.answering(200, "{}")) {
      ApiClient client = server.client();
      client.send(
          client
              .call(GET)
              .query("tag", Arrays.asList("a", null, "b&c"))
              .query("none", null)
              .query("ratio", 12345678.5)
              .query("flag", true)
              .returningNothing());

      assertThat(server.next().uri())
          .isEqualTo("/files?tag=a&tag=b%26c&ratio=12345678.5&flag=true");
    }
  }

  @Test
  void headersOfACallGoOutOnceAndNullNotAtAll() throws Exception {
    try (Server server = Server.answering(200, "{}")) {
      ApiClient client = server.client();
      client.send(
          client
              .call(GET)
              .header("X-API-KEY", "another")
              .header("If-Match", null)
              .returningNothing());

      Server.Request request = server.next();
      assertThat(request.header("X-API-KEY")).isEqualTo("another");
      assertThat(request.header("If-Match")).isNull();
    }
  }

  @Test
  void anOperationWithoutAnswerReadsNone() {
    try (Server server = Server.answering(204, "")) {
      ApiClient client = server.client();

      assertThat(client.send(client.call(GET).returningNothing()).body()).isNull();
    }
  }

  @Test
  void containersAreRead() {
    try (Server server = Server.answering(200, "[[1],[2,3]]")) {
      ApiClient client = server.client();
      List<List<Integer>> lists =
          client
              .send(client.call(GET).returning(Readers.list(Readers.list(Readers.integer()))))
              .body();

      assertThat(lists).containsExactly(List.of(1), List.of(2, 3));
    }
  }

  @Test
  void whatCannotBeWrittenIsNamedByItsOperationAndNotQuoted() {
    ApiClient client = ApiClient.builder().build();

    assertThatThrownBy(() -> client.call(POST).body(Map.of("secret", new Object())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the body of put cannot be written as JSON")
        .hasMessageNotContaining("secret");
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.errors.InvalidRequestException;
import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.generated.Operation;
import ai.heymilo.generated.RawBody;
import ai.heymilo.generated.Sender;
import ai.heymilo.generated.model.Limits;
import ai.heymilo.generated.model.UpdatePostingRequest;
import ai.heymilo.generated.model.Violation;
import ai.heymilo.testkit.Client;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the methods of all resources have in common. */
class CallsTest {
  private static final Operation OPERATION = new Operation("putThing", "PUT", "/things");
  private static final String URL = "http://127.0.0.1:1";

  private static List<Violation> violations(String name) {
    Limits limits = new Limits();
    limits.refuse(name, "must have a letter");
    return limits.violations();
  }

  @Test
  void everyViolationOfACallIsInItsException() {
    try (Client client = Client.plain()) {
      InvalidRequestException failure =
          failure(
              InvalidRequestException.class,
              () ->
                  Calls.checked(
                      client.api(URL), OPERATION, violations("name"), violations("title")));

      assertThat(failure.violations()).extracting(Violation::path).containsExactly("name", "title");
      assertThat(failure.operationId()).isEqualTo("putThing");
    }
  }

  @Test
  @SuppressWarnings("NullAway")
  void aRequestWithoutViolationsIsMade() {
    try (Client client = Client.plain()) {
      ApiClient api = client.api(URL);

      assertThat(Calls.checked(api, OPERATION, new UpdatePostingRequest(), List.of()))
          .isSameAs(api);
      assertThatThrownBy(() -> Calls.checked(api, OPERATION, (Object) null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("body must not be null");
    }
  }

  @Test
  void checksCanBeSwitchedOff() {
    try (Client client = Client.with(o -> o.checksLimits(false))) {
      ApiClient api = client.api(URL);

      assertThat(Calls.checked(api, OPERATION, violations("name"))).isSameAs(api);
      assertThat(Calls.options(api)).isSameAs(client.sender().options());
    }
  }

  @Test
  void anotherSenderHasTheDefaults() {
    ApiClient api = ApiClient.builder().sender(new NoSender()).baseUrl(URL).build();

    assertThat(Calls.options(api)).isSameAs(ClientOptions.defaults());
  }

  private static final class NoSender implements Sender {
    @Override
    public <T> ApiResponse<T> send(ApiCall<T> call) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> CompletableFuture<ApiResponse<T>> sendAsync(ApiCall<T> call) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void anUpdateChangesSomething() {
    UpdatePostingRequest update = new UpdatePostingRequest().title("Engineer");

    assertThat(Calls.changed(OPERATION, update)).isSameAs(update);
    assertThatThrownBy(() -> Calls.changed(OPERATION, new UpdatePostingRequest()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("must set or clear something");
    assertThatThrownBy(() -> Calls.changed(OPERATION, null)).hasMessage("body must not be null");
  }

  @Test
  void anIdCanStandInAPath() {
    assertThat(Calls.id("posting", "p1")).isEqualTo("p1");
    assertThatThrownBy(() -> Calls.id("posting", "..")).hasMessageStartingWith("posting ");
    assertThatThrownBy(() -> Calls.id("posting", null)).hasMessage("posting must not be null");
  }

  @Test
  void whatFailsBeforeTheStartIsTheFailureOfTheFuture() {
    IllegalStateException broken = new IllegalStateException("broken");
    try (Client client = Client.plain()) {
      CompletableFuture<Object> sent =
          Calls.<Void, Object>send(
              client.api(URL),
              () -> {
                throw broken;
              },
              ApiResponse::body);

      assertThat(sent.handle((value, why) -> why).join()).isSameAs(broken);
    }
  }

  @Test
  void bytesHaveTheTypeThatTheServerNames() throws IOException {
    RawBody body = Calls.bytes(answer("Content-Type", "text/plain"));

    assertThat(body.bytes()).containsExactly(1, 2);
    assertThat(body.contentType()).isEqualTo("text/plain");
    assertThat(Calls.bytes(answer("X-Other", "o")).contentType())
        .isEqualTo("application/octet-stream");
  }

  @Test
  void aRedirectNamesItsTarget() throws IOException {
    assertThat(Calls.location(answer("Location", "https://example.org/file")))
        .isEqualTo(URI.create("https://example.org/file"));
    ApiResponse<byte[]> without = answer("X-Other", "o");
    assertThatThrownBy(() -> Calls.location(without))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the server redirected without a Location header");
  }

  private static ApiResponse<byte[]> answer(String name, String value) throws IOException {
    ApiClient api = ApiClient.builder().sender(new NoSender()).baseUrl(URL).build();
    HttpHeaders headers = HttpHeaders.of(Map.of(name, List.of(value)), (n, v) -> true);
    return api.call(OPERATION).returningBytes().read(200, headers, new byte[] {1, 2}, 1);
  }
}

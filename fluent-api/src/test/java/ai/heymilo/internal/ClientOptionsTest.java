// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.testkit.Canary;
import ai.heymilo.transport.RateLimiter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientOptionsTest {
  private final ClientOptions options = ClientOptions.defaults();

  private static HttpHeaders headers(ClientOptions options) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1"));
    options.setHeaders(request);
    return request.build().headers();
  }

  @Test
  void aChangeIsMadeToACopy() {
    options.repeatable(true).retryUpdates(true).checksLimits(false).header("X-Note", "n");

    assertThat(options.repeatable()).isFalse();
    assertThat(options.retryUpdates()).isFalse();
    assertThat(options.checksLimits()).isTrue();
    assertThat(headers(options).map()).doesNotContainKey("x-note");
  }

  @Test
  void everyRequestHasTheHeadersThatWereSet() {
    HttpHeaders headers =
        headers(
            options.header("X-Note", "n").header("X-Other", "o").workspaceId("ws").userAgent("a"));

    assertThat(headers.firstValue("X-Note")).hasValue("n");
    assertThat(headers.firstValue("X-Other")).hasValue("o");
    assertThat(headers.firstValue("X-Workspace-Id")).hasValue("ws");
    assertThat(headers.firstValue("User-Agent")).hasValue("a");
    assertThat(headers.firstValue("Accept-Encoding")).hasValue("identity");
  }

  @Test
  void withoutAWorkspaceThereIsNoHeaderForIt() {
    assertThat(headers(options).map()).doesNotContainKey("X-Workspace-Id");
  }

  @Test
  void aWorkspaceIsOneWord() {
    for (String workspace : new String[] {" ws", "w s"}) {
      assertThatThrownBy(() -> options.workspaceId(workspace))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("workspaceId must not hold spaces");
    }
  }

  @Test
  void aKeyThatIsMissingIsMissed() {
    assertThatThrownBy(options::checkKey).hasMessage("apiKey must be set");
    assertThatThrownBy(options::apiKey).hasMessage("apiKey must not be empty");
    options.apiKey(Canary.KEY).checkKey();
    options.apiKey(() -> "").checkKey();
  }

  @Test
  void errorsHaveABoundOfTheirOwn() {
    ClientOptions bounded = options.maxResponseBytes(1).maxErrorBytes(2);

    assertThat(bounded.cap(200)).isEqualTo(1);
    assertThat(bounded.cap(299)).isEqualTo(1);
    assertThat(bounded.cap(300)).isEqualTo(2);
    assertThatThrownBy(() -> options.maxResponseBytes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxResponseBytes must be at least 1, was 0");
  }

  @Test
  void aClientThatFollowsRedirectsIsRejected() {
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    assertThatThrownBy(() -> options.httpClient(following))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("httpClient must not follow redirects");
  }

  @Test
  void permittedHostsAreAddedUp() {
    ClientOptions permitted = options.plainHttp("ONE").plainHttp("two");

    assertThat(permitted.baseUrl("http://one").baseUrl()).isEqualTo("http://one");
    assertThat(permitted.baseUrl("http://two").baseUrl()).isEqualTo("http://two");
  }

  @Test
  void connectionsAreConfiguredByAllWhoWantTo() {
    HttpClient.Builder builder = HttpClient.newBuilder();
    options
        .connections(b -> b.connectTimeout(Duration.ofSeconds(1)))
        .connections(b -> b.version(HttpClient.Version.HTTP_1_1))
        .connections()
        .accept(builder);
    HttpClient client = builder.build();

    assertThat(client.connectTimeout()).hasValue(Duration.ofSeconds(1));
    assertThat(client.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void aTenantWithoutALimiterGetsTheStandardOne() {
    assertThat(options.tenant().rateLimiter().quota().limit()).isEqualTo(300);
    assertThat(options.rateLimiter(RateLimiter.unlimited()).tenant().rateLimiter())
        .isSameAs(RateLimiter.unlimited());
  }

  @Test
  void randomNumbersAreFromZeroToOneAndDiffer() {
    double one = options.random().getAsDouble();

    assertThat(one).isBetween(0.0, 1.0).isNotEqualTo(options.random().getAsDouble());
  }
}

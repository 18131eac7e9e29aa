// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.errors.ClientClosedException;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.Operation;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.testkit.Canary;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.FakeTime;
import ai.heymilo.transport.RateLimiter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a client gets fresh connections, and when a name may have to be resolved. */
@Timeout(60)
class ConnectionsTest {
  private static final URI BY_NAME = URI.create("http://localhost:1/things");
  private static final Operation OPERATION = new Operation("getThing", "GET", "/things");
  private static final Outcome<String> LOST = Outcome.failed(new IOException("end"), null, true);
  private static final Outcome<String> NEVER_SENT =
      Outcome.failed(new ConnectException(), null, true);
  private static final Outcome<String> ANSWERED =
      Outcome.refused(404, HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0]);

  private final FakeTime time = FakeTime.manual();
  private final ClientOptions options =
      ClientOptions.defaults()
          .baseUrl("http://127.0.0.1:1")
          .apiKey(Canary.KEY)
          .rateLimiter(RateLimiter.unlimited())
          .time(time);
  private final Connections connections = new Connections(options);

  @AfterEach
  void close() {
    connections.close();
  }

  private HttpClient http() {
    return Objects.requireNonNull(connections.http());
  }

  @Test
  void connectionsThatWereIdleAreReplaced() {
    HttpClient first = http();
    time.advance(Duration.ofSeconds(25));
    assertThat(http()).isSameAs(first);
    time.advance(Duration.ofSeconds(25));
    assertThat(http()).isSameAs(first);
    time.advance(Duration.ofSeconds(25).plusNanos(1));

    assertThat(http()).isNotSameAs(first);
  }

  @Test
  void aClientOfTheCallerIsNotReplaced() {
    HttpClient mine = HttpClient.newHttpClient();
    Connections ofMine = new Connections(options.httpClient(mine));
    time.advance(Duration.ofDays(1));
    ofMine.used(mine, LOST);

    assertThat(ofMine.http()).isSameAs(mine);
    ofMine.close();
    assertThat(ofMine.http()).isNull();
  }

  @Test
  void aLostConnectionReplacesTheOthersAtMostOnceASecond() {
    HttpClient first = http();
    time.advance(Duration.ofSeconds(1));
    connections.used(first, LOST);
    assertThat(http()).isSameAs(first);
    time.advance(Duration.ofNanos(1));
    connections.used(first, LOST);
    HttpClient second = http();
    assertThat(second).isNotSameAs(first);
    time.advance(Duration.ofSeconds(1));
    connections.used(second, LOST);

    assertThat(http()).isSameAs(second);
  }

  @Test
  void aConnectionOfAFormerClientReplacesNothing() {
    HttpClient former = http();
    time.advance(Duration.ofSeconds(2));
    connections.used(former, LOST);
    HttpClient current = http();
    time.advance(Duration.ofSeconds(2));
    connections.used(former, LOST);

    assertThat(http()).isSameAs(current);
  }

  @Test
  void onlyALostConnectionSaysSomethingAboutTheOthers() {
    HttpClient first = http();
    time.advance(Duration.ofSeconds(2));
    connections.used(first, NEVER_SENT);
    connections.used(first, ANSWERED);
    connections.used(first, Outcome.refused(503, ANSWERED.headers, new byte[0]));

    assertThat(http()).isSameAs(first);
  }

  @Test
  void aNameIsResolvedForTwentySecondsAfterAnAnswer() {
    assertThat(connections.mayResolve(BY_NAME)).isTrue();
    connections.used(http(), LOST);
    connections.used(http(), NEVER_SENT);
    assertThat(connections.mayResolve(BY_NAME)).isTrue();
    connections.used(http(), ANSWERED);
    assertThat(connections.mayResolve(BY_NAME)).isFalse();
    time.advance(Duration.ofSeconds(20).minusNanos(1));
    assertThat(connections.mayResolve(BY_NAME)).isFalse();
    time.advance(Duration.ofNanos(1));

    assertThat(connections.mayResolve(BY_NAME)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1", "https://10.0.0.7", "http://[::1]:1"})
  void anAddressNeedsNoResolver(String url) {
    assertThat(connections.mayResolve(URI.create(url))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://api.heymilo.ai", "http://7heymilo", "http://a7:1"})
  void aNameWithDigitsIsAName(String url) {
    assertThat(connections.mayResolve(URI.create(url))).isTrue();
  }

  private RetryLoop<Void> call() {
    try (Client client = Client.plain()) {
      ApiClient api = client.api("http://127.0.0.1:1");
      return new RetryLoop<>(
          new SharedState(options, connections),
          options,
          api.call(OPERATION).returningNothing(),
          response -> {});
    }
  }

  @Test
  void closingInPeaceWaitsForNobodyWhenNobodyIsThere() {
    RetryLoop<Void> call = call();
    connections.started(call, OPERATION);
    connections.ended(call);
    long before = System.nanoTime();
    connections.close(Duration.ofSeconds(50));

    assertThat(System.nanoTime() - before).isLessThan(Duration.ofSeconds(40).toNanos());
    assertThat(connections.http()).isNull();
  }

  @Test
  void aCallThatComesAfterTheEndIsRejectedAndNotWaitedFor() {
    connections.close();

    assertThatThrownBy(() -> connections.started(call(), OPERATION))
        .isInstanceOf(ClientClosedException.class);
    connections.close(Duration.ofDays(1));
  }
}

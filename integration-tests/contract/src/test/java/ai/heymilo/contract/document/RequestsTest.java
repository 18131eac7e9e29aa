// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.contract.document.Documented.Answer;
import ai.heymilo.contract.document.Filler.Amount;
import ai.heymilo.sandbox.HeyMiloStubs;
import ai.heymilo.testkit.Canary;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the fluent API sends is valid by the document: every method of it is called, with as little
 * as possible, with everything, and with what seeded random numbers choose.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {
  private static final int SEEDS = 8;

  private final Set<String> waiting = new TreeSet<>();
  private final Set<String> async = new TreeSet<>();
  private final SentFields fields = new SentFields();
  private WireMockServer server;
  private HeyMilo milo;

  @BeforeAll
  void start() {
    server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(501)));
    Documented.operations().forEach(this::succeed);
    milo =
        HeyMilo.builder()
            .apiKey(Canary.KEY)
            .baseUrl(server.baseUrl())
            .retryPolicy(RetryPolicy.never())
            .rateLimiter(RateLimiter.unlimited())
            .build();
  }

  @AfterAll
  void stop() {
    milo.close();
    server.stop();
    FluentCoverage.report(waiting, async, fields);
  }

  private void succeed(Documented operation) {
    Answer success =
        operation.answers().stream().filter(Answer::isSuccess).findFirst().orElseThrow();
    int status = Integer.parseInt(success.status().replaceAll("(?i)x", "0")); // 2XX
    server.stubFor(HeyMiloStubs.get(operation.id()).answering(status));
  }

  static Stream<Arguments> amounts() {
    return Stream.concat(
        Stream.of(Amount.NOTHING, Amount.ONE, Amount.EVERYTHING, Amount.CLEARED)
            .map(amount -> Arguments.of(amount, 1L)),
        LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> Arguments.of(Amount.RANDOM, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("amounts")
  void everythingSentIsValid(Amount amount, long seed) {
    crawl(milo, new Filler(amount, seed), waiting);
    crawl(milo.async(), new Filler(amount, seed), async);
  }

  @Test
  void everyOperationHasAFluentMethodForBothKindsOfCall() {
    crawl(milo, new Filler(Amount.ONE, 1), waiting);
    crawl(milo.async(), new Filler(Amount.ONE, 1), async);

    Set<String> all = new TreeSet<>();
    Documented.operations().forEach(operation -> all.add(operation.id()));
    assertThat(waiting).isEqualTo(all);
    assertThat(async).isEqualTo(all);
  }

  @Test
  void everyFluentMethodFailsWithTheTypeOfTheStatus() {
    server.stubFor(any(anyUrl()).atPriority(0).willReturn(aResponse().withStatus(404)));
    Filler filler = new Filler(Amount.ONE, 1);

    assertThat(Crawl.failing(milo, filler)).hasSizeGreaterThanOrEqualTo(operations());
    assertThat(Crawl.failing(milo.async(), filler)).hasSizeGreaterThanOrEqualTo(operations());

    answerAgain();
  }

  private void answerAgain() {
    server.resetMappings();
    server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(501)));
    Documented.operations().forEach(this::succeed);
  }

  private static int operations() {
    return Documented.operations().size();
  }

  private void crawl(Object client, Filler filler, Set<String> operations) {
    server.resetRequests();
    assertThat(Crawl.from(client, filler)).isNotEmpty();
    for (LoggedRequest request : server.findAll(anyRequestedFor(anyUrl()))) {
      SentRequest sent = SentRequest.of(request);
      sent.assertValid(fields);
      operations.add(sent.operation().id());
    }
    assertThat(fields.unknown()).as("sent, but not in the document").isEmpty();
  }
}

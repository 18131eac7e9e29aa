// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.observability;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.errors.NotFoundException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapters on the libraries they are for, and what reaches them. */
class ListenersTest {
  private static final String PERSON = "ada@example.org";
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");

  private final HeyMiloSandbox sandbox = HeyMiloSandbox.start();
  private final String posting =
      sandbox.client().postings().create("Java Engineer", p -> p.form(step -> {})).id();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .build();

  @AfterEach
  void close() {
    telemetry.close();
    sandbox.close();
  }

  @Test
  void callsAttemptsRetriesAndWaitsAreMeasured() {
    sandbox.faults().failNext(1, 503);
    sandbox.faults().failNext(1, 429);
    try (HeyMilo milo = client(new MicrometerListener(meters))) {
      milo.posting(posting).get();
      assertThatThrownBy(() -> milo.posting("nobody").candidates().ingest("Ada Lovelace", PERSON))
          .isInstanceOf(NotFoundException.class);
    }

    assertThat(
            meters
                .get("heymilo.calls")
                .tags("operation", "getPosting", "method", "GET")
                .tags("uri", "/api/v2/postings/{posting_id}")
                .tags("status", "200", "outcome", "SUCCESS")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(
            meters
                .get("heymilo.calls")
                .tags("operation", "ingestCandidate", "status", "404")
                .tags("outcome", "NotFoundException")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(meters.get("heymilo.retries").tag("operation", "getPosting").counter().count())
        .isEqualTo(2);
    for (String status : List.of("503", "429", "200")) {
      assertThat(meters.get("heymilo.attempts").tags("status", status).timer().count())
          .as(status)
          .isEqualTo(1);
    }
    for (String reason : List.of("BACKOFF", "RATE_LIMITED")) {
      assertThat(meters.get("heymilo.waits").tag("reason", reason).timer().count())
          .as(reason)
          .isEqualTo(1);
    }
    assertNothingSecret(
        meters.getMeters().stream()
            .map(Meter::getId)
            .map(Object::toString)
            .collect(Collectors.joining()));
    assertThat(meters.getMeters().toString()).doesNotContain("nobody");
  }

  @Test
  void aCallIsAnObservationInsideTheCurrentOne() {
    List<String> seen = new ArrayList<>();
    ObservationRegistry observations = ObservationRegistry.create();
    observations.observationConfig().observationHandler(new Recorder(seen));
    sandbox.faults().failNext(1, 503);
    try (HeyMilo milo = client(new ObservationListener(observations))) {
      Observation.createNotStarted("outer", observations)
          .observe(() -> milo.async().posting(posting).get().handle((p, failure) -> null).join());
      assertThatThrownBy(() -> milo.posting("nobody").candidates().ingest("Ada Lovelace", PERSON))
          .isInstanceOf(NotFoundException.class);
    }

    assertThat(seen)
        .containsExactly(
            "getPosting: wait",
            "getPosting: retry",
            "getPosting in outer: SUCCESS, 200, /api/v2/postings/{posting_id}",
            "outer",
            "ingestCandidate: NotFoundException, 404, /api/v2/postings/{posting_id}/candidates");
  }

  @Test
  void callsAreNotTimedTwiceBesideObservations() {
    try (HeyMilo milo = client(MicrometerListener.besideObservations(meters))) {
      milo.posting(posting).get();
    }

    assertThat(meters.find("heymilo.calls").timers()).isEmpty();
    assertThat(meters.find("heymilo.attempts").timers()).hasSize(1);
  }

  @Test
  void aCallIsASpanWithOneForEachRequestInside() {
    sandbox.faults().failNext(1, 503);
    try (HeyMilo milo = client(new OpenTelemetryListener(telemetry))) {
      Span outer = telemetry.getTracer("test").spanBuilder("outer").startSpan();
      try (Scope scope = outer.makeCurrent()) {
        assertThat(scope).isNotNull();
        milo.async().posting(posting).get().handle((posting, failure) -> null).join();
      }
      outer.end();
    }

    List<SpanData> all = spans.getFinishedSpanItems();
    assertThat(all)
        .extracting(SpanData::getName)
        .containsExactly(
            "GET /api/v2/postings/{posting_id}",
            "GET /api/v2/postings/{posting_id}",
            "getPosting",
            "outer");
    SpanData first = all.get(0);
    SpanData second = all.get(1);
    SpanData call = all.get(2);
    assertThat(call.getParentSpanId()).isEqualTo(all.get(3).getSpanId());
    assertThat(call.getEvents()).extracting(event -> event.getName()).containsExactly("wait");
    assertThat(List.of(first, second))
        .allSatisfy(
            request -> {
              assertThat(request.getParentSpanId()).isEqualTo(call.getSpanId());
              assertThat(request.getKind()).isEqualTo(SpanKind.CLIENT);
              assertThat(request.getAttributes().get(AttributeKey.stringKey("http.request.method")))
                  .isEqualTo("GET");
              assertThat(request.getAttributes().get(AttributeKey.stringKey("url.template")))
                  .isEqualTo("/api/v2/postings/{posting_id}");
            });
    assertThat(first.getAttributes().get(STATUS)).isEqualTo(503);
    assertThat(first.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(first.getAttributes().get(AttributeKey.stringKey("error.type"))).isEqualTo("503");
    assertThat(second.getAttributes().get(AttributeKey.longKey("http.request.resend_count")))
        .isEqualTo(1);
  }

  @Test
  void aFailedWriteSaysNothingOfWhoItWasFor() {
    try (HeyMilo milo = client(new OpenTelemetryListener(telemetry))) {
      assertThatThrownBy(() -> milo.posting("nobody").candidates().ingest("Ada Lovelace", PERSON))
          .isInstanceOf(NotFoundException.class);
    }

    SpanData call = spans.getFinishedSpanItems().get(1);
    assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(call.getAttributes().get(AttributeKey.stringKey("error.type")))
        .isEqualTo("ai.heymilo.errors.NotFoundException");
    assertNothingSecret(spans.getFinishedSpanItems().toString());
    assertThat(spans.getFinishedSpanItems().toString()).doesNotContain("nobody");
  }

  @Test
  void aCallThatIsCutOffLeavesNoSpanOpen() throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(1);
    Reply silence =
        socket -> {
          arrived.countDown();
          return Reply.silence().to(socket);
        };
    try (RawServer server = RawServer.answering(silence)) {
      HeyMilo milo = client(server.url(), new OpenTelemetryListener(telemetry));
      CompletableFuture<?> call = milo.async().posting("POST_1").get();
      arrived.await();
      milo.close();

      assertThatThrownBy(call::join).hasCauseInstanceOf(TransportException.class);
    }
    assertThat(spans.getFinishedSpanItems())
        .extracting(SpanData::getName)
        .containsExactlyInAnyOrder("GET /api/v2/postings/{posting_id}", "getPosting");
  }

  private void assertNothingSecret(String text) {
    assertThat(text).isNotEmpty().doesNotContain(sandbox.apiKey(), PERSON, "Ada");
  }

  private HeyMilo client(CallListener listener) {
    return client(sandbox.baseUrl(), listener);
  }

  private HeyMilo client(String url, CallListener listener) {
    return HeyMilo.builder()
        .baseUrl(url)
        .apiKey(sandbox.apiKey())
        .rateLimiter(RateLimiter.unlimited())
        .listener(listener)
        .retryPolicy(
            RetryPolicy.builder()
                .waits(Duration.ofMillis(1), Duration.ofMillis(2))
                .rateLimitWaits(Duration.ofMillis(1), Duration.ofMillis(2))
                .build())
        .build();
  }

  /** Writes down each event, and each observation when it stops. */
  private record Recorder(List<String> seen) implements ObservationHandler<Observation.Context> {
    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }

    @Override
    public void onEvent(Observation.Event event, Observation.Context context) {
      seen.add(context.getContextualName() + ": " + event.getName());
    }

    @Override
    public void onStop(Observation.Context context) {
      if (!"heymilo.calls".equals(context.getName())) {
        seen.add(String.valueOf(context.getName()));
        return;
      }
      Observation parent =
          context.getParentObservation() instanceof Observation outer ? outer : null;
      seen.add(
          context.getContextualName()
              + (parent == null ? "" : " in " + parent.getContext().getName())
              + ": "
              + Stream.of("outcome", "status", "uri")
                  .map(key -> requireNonNull(context.getLowCardinalityKeyValue(key)).getValue())
                  .collect(Collectors.joining(", ")));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.observability;

import ai.heymilo.transport.CallListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes OpenTelemetry spans: one for each call, named after its operation, inside the span that is
 * current where the call is made; in it one for each request, with the attributes that the semantic
 * conventions define for HTTP clients; and an event for each wait. Thread-safe.
 */
public final class OpenTelemetryListener implements CallListener {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("url.template");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<Long> RESENT =
      AttributeKey.longKey("http.request.resend_count");
  private static final AttributeKey<Long> SENT = AttributeKey.longKey("http.request.body.size");
  private static final AttributeKey<Long> RECEIVED =
      AttributeKey.longKey("http.response.body.size");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("heymilo.operation");
  private static final AttributeKey<String> REASON = AttributeKey.stringKey("heymilo.wait.reason");
  private static final AttributeKey<Long> MILLIS = AttributeKey.longKey("heymilo.wait.millis");

  private final Tracer tracer;
  private final Map<Call, Spans> running = new ConcurrentHashMap<>();

  /**
   * Creates a listener.
   *
   * @param telemetry starts the spans
   */
  public OpenTelemetryListener(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("ai.heymilo.client");
  }

  @Override
  public void callStarted(Call call) {
    Span span =
        tracer
            .spanBuilder(call.operationId())
            .setAttribute(OPERATION, call.operationId())
            .startSpan();
    running.put(call, new Spans(span));
  }

  @Override
  public void attemptStarted(Call call, int attempt) {
    Spans spans = running.get(call);
    if (spans == null) {
      return;
    }
    Span request =
        tracer
            .spanBuilder(call.method() + " " + call.pathTemplate())
            .setParent(Context.root().with(spans.call))
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(METHOD, call.method())
            .setAttribute(TEMPLATE, call.pathTemplate())
            .startSpan();
    if (attempt > 1) {
      request.setAttribute(RESENT, attempt - 1L);
    }
    spans.request = request;
  }

  @Override
  public void attemptEnded(Call call, Attempt attempt) {
    Spans spans = running.get(call);
    if (spans == null) {
      return; // the call was cut off: callEnded has ended this request's span
    }
    Span request = spans.request;
    if (request == null) {
      return;
    }
    request.setAttribute(SENT, attempt.bytesSent()).setAttribute(RECEIVED, attempt.bytesReceived());
    String error = attempt.failure();
    if (attempt.status() > 0) {
      request.setAttribute(STATUS, (long) attempt.status());
    }
    if (error == null && attempt.status() >= 400) {
      error = String.valueOf(attempt.status());
    }
    end(request, error);
    spans.request = null;
  }

  @Override
  public void waited(Call call, WaitReason reason, Duration waited) {
    Spans spans = running.get(call);
    if (spans != null) {
      spans.call.addEvent("wait", Attributes.of(REASON, reason.name(), MILLIS, waited.toMillis()));
    }
  }

  @Override
  public void callEnded(Call call, End end) {
    Spans spans = running.remove(call);
    if (spans == null) {
      return;
    }
    Throwable failure = end.failure();
    String error = failure == null ? null : failure.getClass().getName();
    Span request = spans.request;
    if (request != null) {
      end(request, error);
    }
    end(spans.call, error);
  }

  private static void end(Span span, @Nullable String error) {
    if (error != null) {
      span.setAttribute(ERROR, error).setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  /** The spans of a call that have not ended. */
  private static final class Spans {
    private final Span call;
    private volatile @Nullable Span request;

    Spans(Span call) {
      this.call = call;
    }
  }
}

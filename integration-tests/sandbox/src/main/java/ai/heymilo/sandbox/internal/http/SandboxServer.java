// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.document.DocumentedAnswer;
import ai.heymilo.sandbox.internal.document.Finding;
import ai.heymilo.sandbox.internal.document.Route;
import ai.heymilo.sandbox.internal.examples.Shapes;
import ai.heymilo.sandbox.internal.faults.Fault;
import ai.heymilo.sandbox.internal.faults.Fault.Kind;
import ai.heymilo.sandbox.internal.faults.FaultPlan;
import ai.heymilo.sandbox.internal.faults.Novelties;
import ai.heymilo.sandbox.internal.http.Outcome.Delivery;
import ai.heymilo.sandbox.internal.operations.Call;
import ai.heymilo.sandbox.internal.operations.Handler;
import ai.heymilo.sandbox.internal.operations.Operations;
import ai.heymilo.sandbox.internal.operations.Refusal;
import ai.heymilo.sandbox.internal.operations.Reply;
import ai.heymilo.sandbox.internal.resources.ResourceOperations;
import ai.heymilo.sandbox.internal.state.Store;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sandbox without HTTP: takes a request, answers it by the document. Thread-safe. */
public final class SandboxServer {
  private final ApiDocument document;
  private final Store store;
  private final Map<String, Handler> handlers;
  private final ResourceOperations resources;
  private final RequestReader reader;
  private final ApiKeys keys;
  private final RateLimiter limiter;
  private final FaultPlan faults = new FaultPlan();
  private final RequestLog log = new RequestLog();
  private final AtomicLong requests = new AtomicLong();
  private volatile @Nullable Function<SandboxRequest, Reply> control;

  /**
   * Returns a server.
   *
   * @param onlyKey the one API key that is accepted; null to accept any that is not empty
   * @param strict whether limits hold that the document states in words only
   */
  public SandboxServer(
      ApiDocument document,
      Store store,
      @Nullable String onlyKey,
      RateLimiter limiter,
      boolean strict) {
    this.document = document;
    this.store = store;
    Shapes shapes = new Shapes(document);
    this.handlers = Operations.on(store, document);
    this.resources =
        new ResourceOperations(document, shapes, Operations.shelves(store, document), store::now);
    this.reader = new RequestReader(document, shapes, strict);
    this.keys = new ApiKeys(onlyKey);
    this.limiter = limiter;
  }

  /** Returns the faults that are planned. */
  public FaultPlan faults() {
    return faults;
  }

  /** Returns the requests that arrived. */
  public RequestLog log() {
    return log;
  }

  /** Returns the operations that no hand-written code serves, with what they keep. */
  public ResourceOperations resources() {
    return resources;
  }

  /** Has {@code newControl} serve what is not for the API, under {@code /_sandbox}. */
  public void control(Function<SandboxRequest, Reply> newControl) {
    control = newControl;
  }

  /** Answers a request; whatever goes wrong is an answer too. */
  public Outcome serve(SandboxRequest request) {
    Function<SandboxRequest, Reply> controlled = control;
    if (controlled != null && request.path().matches("/_sandbox(/.*)?")) {
      return controlled(request, controlled);
    }
    Route route = document.route(request.method(), request.path());
    String operation = route == null ? null : route.operation().id();
    LogEntry entry = new LogEntry(newId(), request, operation, store.now());
    log.add(entry);
    Map<Kind, Fault> met = faults.next(operation);
    Reply reply = reply(route, request, met).withHeader("X-Request-Id", entry.id());
    Delivery delivery = delivery(met);
    entry.answered(delivery == Delivery.DROPPED ? 0 : reply.status());
    return Outcome.of(
        entry, reply, delivery, duration(met, Kind.LATENCY), duration(met, Kind.SLOW_BODY));
  }

  private String newId() {
    return String.format("req_%08d", requests.incrementAndGet());
  }

  /** Serves a request for control, which meets no fault and is not a request to the API. */
  private Outcome controlled(SandboxRequest request, Function<SandboxRequest, Reply> by) {
    LogEntry entry = new LogEntry(newId(), request, null, store.now());
    Reply reply = by.apply(request).withHeader("X-Request-Id", entry.id());
    entry.answered(reply.status());
    return Outcome.of(entry, reply, Delivery.WHOLE, Duration.ZERO, Duration.ZERO);
  }

  private static Delivery delivery(Map<Kind, Fault> met) {
    if (met.containsKey(Kind.DROP) || met.containsKey(Kind.APPLY_AND_DROP)) {
      return Delivery.DROPPED;
    }
    return met.containsKey(Kind.TRUNCATE) ? Delivery.TRUNCATED : Delivery.WHOLE;
  }

  private static Duration duration(Map<Kind, Fault> met, Kind kind) {
    Fault fault = met.get(kind);
    return fault == null ? Duration.ZERO : fault.duration();
  }

  private Reply reply(@Nullable Route route, SandboxRequest request, Map<Kind, Fault> met) {
    try {
      Fault failure = met.get(Kind.FAIL);
      if (failure != null) {
        throw Failures.onDemand(failure.status());
      }
      if (met.containsKey(Kind.DROP)) {
        throw Failures.onDemand(503);
      }
      if (route == null) {
        throw Failures.noSuchOperation(document, request);
      }
      ApiOperation operation = route.operation();
      if (operation.isSecured()) {
        limiter.admit(keys.authenticated(request));
      }
      return novel(operation, checked(operation, handled(route, request)), met);
    } catch (Refusal refusal) {
      return refusal.reply();
    } catch (RuntimeException e) {
      return Failures.internal(500, "sandbox_failed", "The sandbox failed: " + e).reply();
    }
  }

  private Reply handled(Route route, SandboxRequest request) {
    Handler handler = handlers.getOrDefault(route.operation().id(), resources);
    try {
      Call call = reader.read(route, request);
      synchronized (store) {
        store.settle();
        return handler.handle(call);
      }
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }

  /**
   * Holds the sandbox to the document: constants and required fields of an answer become the
   * document's, and an answer that is not valid even so is the sandbox's failure.
   */
  private Reply checked(ApiOperation operation, Reply reply) {
    DocumentedAnswer documented = operation.jsonAnswer(reply.status());
    if (documented == null || reply.body().isMissingNode()) {
      return reply;
    }
    String schema = documented.schema();
    if (document.schemas().check(schema, reply.body()).isEmpty()) {
      return reply;
    }
    JsonNode body =
        resources.mould().completed(document.at(schema), reply.body().deepCopy(), reply.status());
    List<Finding> drift = document.schemas().check(schema, body);
    if (!drift.isEmpty()) {
      throw Failures.drifted(operation, reply.status(), drift);
    }
    return reply.withJson(body);
  }

  private Reply novel(ApiOperation operation, Reply reply, Map<Kind, Fault> met) {
    boolean fields = met.containsKey(Kind.NEW_FIELDS);
    boolean values = met.containsKey(Kind.NEW_VALUES);
    DocumentedAnswer documented = operation.jsonAnswer(reply.status());
    if (documented != null && (fields || values)) {
      new Novelties(document, fields, values).addTo(reply.body(), documented.schema());
    }
    return reply;
  }
}

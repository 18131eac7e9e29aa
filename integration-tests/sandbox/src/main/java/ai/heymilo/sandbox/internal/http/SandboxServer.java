package ai.heymilo.sandbox.internal.http;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.document.Finding;
import ai.heymilo.sandbox.internal.document.Route;
import ai.heymilo.sandbox.internal.operations.Call;
import ai.heymilo.sandbox.internal.operations.Handler;
import ai.heymilo.sandbox.internal.operations.Operations;
import ai.heymilo.sandbox.internal.operations.Refusal;
import ai.heymilo.sandbox.internal.operations.Reply;
import ai.heymilo.sandbox.internal.state.Store;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sandbox without HTTP: takes a request, answers it by the document. Thread-safe. */
public final class SandboxServer {
  private static final String ERROR_SCHEMA = "/components/schemas/APIErrorResponse";

  private final ApiDocument document;
  private final Store store;
  private final Map<String, Handler> handlers;
  private final RequestReader reader;
  private final @Nullable String onlyKey;

  /**
   * Returns a server.
   *
   * @param onlyKey the one API key that is accepted; null to accept any that is not empty
   */
  public SandboxServer(ApiDocument document, Store store, @Nullable String onlyKey) {
    this.document = document;
    this.store = store;
    this.handlers = Operations.on(store, document);
    this.reader = new RequestReader(document);
    this.onlyKey = onlyKey;
  }

  /** Answers a request; whatever goes wrong is an answer too. */
  public Reply serve(SandboxRequest request) {
    try {
      Route route = document.route(request.method(), request.path());
      if (route == null) {
        throw noSuchOperation(request);
      }
      authenticate(request);
      return checked(route.operation(), handle(route, request));
    } catch (Refusal refusal) {
      return refusal.reply();
    } catch (RuntimeException e) {
      return failure(500, "sandbox_failed", "The sandbox failed: " + e);
    }
  }

  private Refusal noSuchOperation(SandboxRequest request) {
    return document.hasPath(request.path())
        ? Refusal.of(
            405,
            "invalid_request_error",
            "method_not_allowed",
            request.method() + " is not for " + request.path(),
            null)
        : Refusal.of(
            404,
            "not_found_error",
            "path_not_found",
            "The document has no path " + request.path(),
            null);
  }

  private void authenticate(SandboxRequest request) {
    String key = request.header("x-api-key");
    if (key == null || key.isBlank()) {
      throw Refusal.of(
          401, "authentication_error", "api_key_missing", "No API key in X-API-KEY", null);
    }
    if (onlyKey != null && !onlyKey.equals(key)) {
      throw Refusal.of(
          401, "authentication_error", "api_key_invalid", "The API key is not valid", null);
    }
  }

  private Reply handle(Route route, SandboxRequest request) {
    Handler handler = handlers.get(route.operation().id());
    if (handler == null) {
      return failure(
          501,
          "operation_not_in_sandbox",
          "The document has the operation "
              + route.operation().id()
              + ", but this sandbox does not know it yet");
    }
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

  /** Holds the sandbox to the document: an answer that drifts from it is the sandbox's failure. */
  private Reply checked(ApiOperation operation, Reply reply) {
    String documented = operation.answerSchema(reply.status());
    String schema = documented == null ? ERROR_SCHEMA : documented;
    List<Finding> drift = document.schemas().check(schema, reply.body());
    return drift.isEmpty()
        ? reply
        : failure(
            500,
            "sandbox_drifted",
            "The answer of "
                + operation.id()
                + " with status "
                + reply.status()
                + " is not what the document says: "
                + drift);
  }

  private static Reply failure(int status, String code, String message) {
    return Refusal.of(status, "api_error", code, message, null).reply();
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.sandbox.internal.http.SandboxRequest;
import ai.heymilo.sandbox.internal.operations.Reply;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Control over HTTP, for tests in other languages and processes: what {@link HeyMiloSandbox} has
 * methods for, under {@code /_sandbox}.
 */
final class Control {
  static final String PATH = "/_sandbox";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SECRET = Set.of("x-api-key", "authorization", "cookie");

  private final HeyMiloSandbox sandbox;
  private final String off;

  /**
   * Returns a control.
   *
   * @param off why control is off, empty when it is on
   */
  Control(HeyMiloSandbox sandbox, String off) {
    this.sandbox = sandbox;
    this.off = off;
  }

  /** Serves a request whose path begins with {@link #PATH}. */
  Reply serve(SandboxRequest request) {
    if (!off.isEmpty()) {
      return error(403, "control is off: " + off);
    }
    try {
      return serve(request, request.path().substring(PATH.length()));
    } catch (NoSuchElementException e) {
      return error(404, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException | IllegalStateException | DateTimeParseException e) {
      return error(400, String.valueOf(e.getMessage()));
    }
  }

  private Reply serve(SandboxRequest request, String path) {
    String[] parts = path.split("/", -1);
    String place = parts.length > 1 ? parts[1] : "";
    switch (request.method() + " " + place) {
      case "GET ":
        return Reply.of(200, JsonNodeFactory.instance.objectNode().put("url", sandbox.baseUrl()));
      case "POST reset":
        sandbox.reset();
        return done();
      case "POST seed":
        return Reply.of(201, sandbox.seed(path.substring("/seed".length()), body(request)));
      case "POST templates":
        return template(request, last(parts, 3));
      case "POST candidates":
        last(parts, 4);
        return move(sandbox.candidate(parts[2]), parts[3], body(request));
      case "GET clock":
        return now();
      case "POST clock":
        sandbox.advance(duration(body(request), "advance"));
        return now();
      case "POST tick":
        sandbox.tick();
        return done();
      case "POST faults":
        fault(body(request));
        return done();
      case "DELETE faults":
        sandbox.faults().clear();
        return done();
      case "PUT rate-limit":
        sandbox.rateLimit(limit(body(request)));
        return done();
      case "DELETE rate-limit":
        sandbox.rateLimit(RateLimit.none());
        return done();
      case "GET requests":
        return received(request);
      case "DELETE requests":
        sandbox.forgetRequests();
        return done();
      default:
        return error(
            404,
            "no such control: "
                + request.method()
                + " "
                + request.path()
                + "; there is POST reset, seed/PATH, templates/ID, candidates/ID/MOVE, clock, tick,"
                + " faults; GET clock, requests; PUT rate-limit; DELETE faults, rate-limit,"
                + " requests");
    }
  }

  private static String last(String[] parts, int count) {
    if (parts.length != count) {
      throw new IllegalArgumentException(
          PATH + String.join("/", parts) + " needs " + (count - 2) + " more parts of a path");
    }
    return parts[count - 1];
  }

  private Reply template(SandboxRequest request, String id) {
    String blueprint = request.body().length == 0 ? Templates.FOUR_STEPS : body(request).toString();
    if (request.query("ats").contains("true")) {
      sandbox.atsTemplate(id, blueprint);
    } else {
      sandbox.template(id, blueprint);
    }
    return done();
  }

  private static Reply move(SandboxCandidate candidate, String move, JsonNode body) {
    switch (move) {
      case "start":
        candidate.start();
        break;
      case "complete-step":
        candidate.completeStep();
        break;
      case "complete-steps":
        candidate.completeSteps();
        break;
      case "complete":
        candidate.complete(number(body, "score").doubleValue());
        break;
      case "knock-out":
        candidate.knockOut();
        break;
      case "shortlist":
        candidate.shortlist();
        break;
      case "dismiss":
        candidate.dismiss();
        break;
      default:
        throw new IllegalArgumentException(
            "a move is start, complete-step, complete-steps, complete, knock-out, shortlist or"
                + " dismiss, was "
                + move);
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return Reply.of(
        200, json.put("interview_id", candidate.interviewId()).put("status", candidate.status()));
  }

  private void fault(JsonNode body) {
    Faults faults = sandbox.faults().after(body.path("after").asInt(0));
    if (body.hasNonNull("operation")) {
      faults = faults.on(body.path("operation").asText());
    }
    int times = body.path("times").asInt(1);
    if (body.has("fail")) {
      faults.failNext(times, number(body, "fail").intValue());
    } else if (body.path("drop").asBoolean()) {
      faults.dropNext(times);
    } else if (body.path("apply_and_drop").asBoolean()) {
      faults.applyAndDrop(times);
    } else if (body.path("truncate").asBoolean()) {
      faults.truncateNext(times);
    } else if (body.has("latency")) {
      faults.latency(duration(body, "latency"));
    } else if (body.has("slow_bodies")) {
      faults.slowBodies(duration(body, "slow_bodies"));
    } else if (body.path("unknown_fields").asBoolean()) {
      faults.unknownFields();
    } else if (body.path("unknown_values").asBoolean()) {
      faults.unknownValues();
    } else {
      throw new IllegalArgumentException(
          "a fault has one of fail (a status), drop, apply_and_drop, truncate, unknown_fields,"
              + " unknown_values (true), latency, slow_bodies (a duration such as PT0.5S), was "
              + body);
    }
  }

  private static RateLimit limit(JsonNode body) {
    Duration window = body.has("window") ? duration(body, "window") : Duration.ofMinutes(1);
    RateLimit limit = RateLimit.of(number(body, "requests").intValue(), window);
    return body.path("retry_after").asBoolean(true) ? limit : limit.withoutRetryAfter();
  }

  private Reply received(SandboxRequest request) {
    String operation = request.query().get("operation");
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (ReceivedRequest one : sandbox.received()) {
      if (operation == null || operation.equals(one.operationId().orElse(null))) {
        ObjectNode entry = json.addObject();
        entry.put("request_id", one.requestId()).put("operation", one.operationId().orElse(null));
        entry.put("method", one.method()).put("path", one.path());
        one.query().forEach(entry.putObject("query")::put);
        ObjectNode headers = entry.putObject("headers");
        one.headers()
            .forEach((n, value) -> headers.put(n, SECRET.contains(n) ? "(hidden)" : value));
        JsonNode body = one.json();
        entry.set("body", body.isMissingNode() ? JSON.getNodeFactory().textNode(one.body()) : body);
        entry.put("status", one.status()).put("arrival", one.arrival().toString());
      }
    }
    return Reply.of(200, json);
  }

  private Reply now() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return Reply.of(200, json.put("now", sandbox.clock().instant().toString()));
  }

  private static Reply done() {
    return Reply.empty(204);
  }

  private static Reply error(int status, String message) {
    return Reply.of(status, JsonNodeFactory.instance.objectNode().put("error", message));
  }

  private static JsonNode body(SandboxRequest request) {
    try {
      JsonNode body = JSON.readTree(request.body());
      return body.isMissingNode() ? JSON.createObjectNode() : body;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the body is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("the body cannot be read: " + e.getMessage(), e);
    }
  }

  private static Number number(JsonNode body, String name) {
    if (!body.path(name).isNumber()) {
      throw new IllegalArgumentException(name + " must be a number, was " + body.path(name));
    }
    return body.path(name).numberValue();
  }

  private static Duration duration(JsonNode body, String name) {
    try {
      return Duration.parse(body.path(name).asText());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name + " must be a duration such as PT1H30M or PT0.5S, was " + body.path(name), e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the requests to one operation. Each {@code with…} asserts that one of the requests
 * meets it and all conditions before it, and goes on with those that do. Immutable.
 */
public final class RequestsAssert {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String operationId;
  private final List<ReceivedRequest> all;
  private final List<ReceivedRequest> left;
  private final List<RequestCondition> met;

  RequestsAssert(
      String operationId,
      List<ReceivedRequest> all,
      List<ReceivedRequest> left,
      List<RequestCondition> met) {
    this.operationId = operationId;
    this.all = all;
    this.left = left;
    this.met = met;
  }

  /**
   * Asserts that a body has a value.
   *
   * @param path one place, such as {@code $.workflow[0].type}
   * @param value what is there: a string, number, boolean, list, map, JSON tree, or null for a null
   *     that was sent
   * @throws IllegalArgumentException when {@code path} is not of that form
   */
  public RequestsAssert withJson(String path, @Nullable Object value) {
    JsonPath place = JsonPath.of(path);
    JsonNode wanted = written(value);
    return with(
        new RequestCondition(
            path + " = " + wanted,
            request -> isSame(wanted, place.in(request.json())),
            request -> found(path, place.in(request.json()))));
  }

  /**
   * Asserts that a body lacks a value; a null that was sent is a value.
   *
   * @param path one place, such as {@code $.language}
   * @throws IllegalArgumentException when {@code path} is not of that form
   */
  public RequestsAssert withoutJson(String path) {
    JsonPath place = JsonPath.of(path);
    return with(
        new RequestCondition(
            path + " absent",
            request -> place.in(request.json()).isMissingNode(),
            request -> found(path, place.in(request.json()))));
  }

  /**
   * Asserts that a body is this JSON and no more; the order of fields does not count.
   *
   * @throws IllegalArgumentException when {@code json} is not JSON
   */
  public RequestsAssert withBody(String json) {
    JsonNode wanted = parsed(json);
    return with(
        new RequestCondition(
            "the body " + wanted,
            request -> isSame(wanted, request.json()),
            request -> found("the body", request.json())));
  }

  /** Asserts that a parameter of the query has a value, decoded. */
  public RequestsAssert withQuery(String name, String value) {
    return with(text("query parameter " + name, value, request -> request.query().get(name)));
  }

  /** Asserts that a header has a value; {@code name} in any case. */
  public RequestsAssert withHeader(String name, String value) {
    return with(text("header " + name, value, request -> request.header(name).orElse(null)));
  }

  /** Asserts that exactly so many requests meet the conditions before. */
  public RequestsAssert times(int count) {
    if (left.size() != count) {
      throw new AssertionError(
          "Expected "
              + count
              + (count == 1 ? " request" : " requests")
              + described(met)
              + ", but there were "
              + left.size()
              + (left.size() == all.size() ? ":" : " of " + all.size() + ":")
              + listed(request -> ""));
    }
    return this;
  }

  /** Returns the requests that meet the conditions before, oldest first. */
  public List<ReceivedRequest> requests() {
    return List.copyOf(left);
  }

  private RequestsAssert with(RequestCondition condition) {
    List<ReceivedRequest> meeting =
        left.stream().filter(condition::isMetBy).collect(Collectors.toList());
    List<RequestCondition> conditions = new ArrayList<>(met);
    conditions.add(condition);
    if (meeting.isEmpty()) {
      throw new AssertionError(
          "Expected a request"
              + described(conditions)
              + "\n but found"
              + listed(request -> "\n     " + condition.found(request)));
    }
    return new RequestsAssert(operationId, all, meeting, conditions);
  }

  private String described(List<RequestCondition> conditions) {
    return " to "
        + operationId
        + conditions.stream()
            .map(condition -> "\n     with " + condition.wanted())
            .collect(Collectors.joining());
  }

  private String listed(Function<ReceivedRequest, String> more) {
    return left.stream()
        .map(request -> "\n  " + request + more.apply(request))
        .collect(Collectors.joining());
  }

  private static RequestCondition text(
      String what, String wanted, Function<ReceivedRequest, @Nullable String> read) {
    return new RequestCondition(
        what + " = \"" + wanted + "\"",
        request -> wanted.equals(read.apply(request)),
        request -> {
          String text = read.apply(request);
          return text == null ? what + " absent" : what + " = \"" + text + "\"";
        });
  }

  private static String found(String what, JsonNode value) {
    return value.isMissingNode() ? what + " absent" : what + " = " + value;
  }

  /** Compares numbers by their value, so that 5 is 5.0. */
  private static boolean isSame(JsonNode wanted, JsonNode found) {
    return wanted.equals(
        (one, other) ->
            one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1,
        found);
  }

  /** A float becomes the number that it is written as, 0.1 and not 0.10000000149. */
  private static JsonNode written(@Nullable Object value) {
    try {
      return value instanceof JsonNode
          ? (JsonNode) value
          : JSON.readTree(JSON.writeValueAsBytes(value));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }
}

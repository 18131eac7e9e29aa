// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One operation of a published document, with what it refers to. */
final class PublishedOperation {
  /** A parameter and where it is written. */
  static final class Parameter {
    private final JsonNode node;
    private final String pointer;

    private Parameter(JsonNode node, String pointer) {
      this.node = node;
      this.pointer = pointer;
    }

    JsonNode node() {
      return node;
    }

    String pointer() {
      return pointer;
    }

    String name() {
      return node.path("name").asText();
    }

    String in() {
      return node.path("in").asText();
    }

    boolean isRequired() {
      return node.path("required").asBoolean();
    }
  }

  private final Published document;
  private final String path;
  private final String method;
  private final JsonNode node;

  PublishedOperation(Published document, String path, String method, JsonNode node) {
    this.document = document;
    this.path = path;
    this.method = method;
    this.node = node;
  }

  String path() {
    return path;
  }

  JsonNode node() {
    return node;
  }

  /** Returns the {@code operationId}; method and path where there is none. */
  String id() {
    return node.path("operationId").asText(call());
  }

  String call() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }

  /** Returns method and path without the names of path parameters: what the server routes by. */
  String route() {
    return method + " " + path.replaceAll("\\{[^}]*}", "{}");
  }

  String tag() {
    return node.path("tags").path(0).asText();
  }

  Place place() {
    return new Place(id(), pathPointer() + "/" + method, true, true);
  }

  private String pathPointer() {
    return "/paths/" + path.replace("~", "~0").replace("/", "~1");
  }

  JsonNode body() {
    return document.resolved(node.path("requestBody"));
  }

  JsonNode answer(String status) {
    return document.resolved(node.path("responses").path(status));
  }

  /** Returns the parameters of the path and of the operation, by place and name. */
  Map<String, Parameter> parameters() {
    Map<String, Parameter> all = new LinkedHashMap<>();
    collect(document.resolved(document.root().path("paths").path(path)), pathPointer(), all);
    collect(node, pathPointer() + "/" + method, all);
    return all;
  }

  private void collect(JsonNode holder, String pointer, Map<String, Parameter> all) {
    int i = 0;
    for (JsonNode one : holder.path("parameters")) {
      Parameter parameter = new Parameter(document.resolved(one), pointer + "/parameters/" + i++);
      all.put(parameter.in() + " " + parameter.name(), parameter);
    }
  }
}

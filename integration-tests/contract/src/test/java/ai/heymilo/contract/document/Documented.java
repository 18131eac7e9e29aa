// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One operation as the bundled document describes it; the cases of the tests are made from it. */
record Documented(String id, String method, String path, String pointer, JsonNode node) {
  static final JsonNode DOCUMENT = read();
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
  private static final List<Documented> OPERATIONS = List.copyOf(readOperations());

  /**
   * An answer of a status, in one of its media types; no media type and schema if it has no body.
   */
  record Answer(String status, String mediaType, String schema, boolean isSuccess) {
    /** The status to send: of {@code 2XX} and {@code default} one that they stand for. */
    int code() {
      if (status.matches("\\d{3}")) {
        return Integer.parseInt(status);
      }
      return status.equals("default") ? 500 : (status.charAt(0) - '0') * 100 + 18;
    }

    boolean isJson() {
      return mediaType.matches("application/([\\w.-]+\\+)?json.*");
    }

    @Override
    public String toString() {
      return status + (mediaType.isEmpty() ? "" : " " + mediaType);
    }
  }

  /** A parameter, with the pointer to its schema. */
  record Parameter(String name, String in, boolean required, String schema) {}

  static List<Documented> operations() {
    return OPERATIONS;
  }

  private static List<Documented> readOperations() {
    List<Documented> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          all.add(
              new Documented(
                  method.getValue().path("operationId").asText(),
                  method.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  "/paths/" + escaped(path.getKey()) + "/" + method.getKey(),
                  method.getValue()));
        }
      }
    }
    return all;
  }

  List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> response : node.path("responses").properties()) {
      if (redirects() && saysNothing(response)) {
        continue;
      }
      Map<String, JsonNode> contents = new TreeMap<>();
      response
          .getValue()
          .path("content")
          .properties()
          .forEach(c -> contents.put(c.getKey(), c.getValue()));
      boolean success = isSuccess(response.getKey());
      if (contents.isEmpty()) {
        answers.add(new Answer(response.getKey(), "", "", success));
      }
      for (String type : contents.keySet()) {
        String schema =
            pointer + "/responses/" + response.getKey() + "/content/" + escaped(type) + "/schema";
        answers.add(new Answer(response.getKey(), type, schema, success));
      }
    }
    return answers;
  }

  private boolean isSuccess(String status) {
    return status.startsWith("2") || (status.startsWith("3") && redirects());
  }

  /** Returns whether a redirect is what callers ask for: no other success is documented. */
  private boolean redirects() {
    Set<Map.Entry<String, JsonNode>> responses = node.path("responses").properties();
    return responses.stream().anyMatch(r -> r.getKey().startsWith("3"))
        && responses.stream()
            .filter(r -> r.getKey().startsWith("2") || r.getKey().equals("default"))
            .allMatch(Documented::saysNothing);
  }

  /** FastAPI adds a success without a schema to a documented redirect. */
  private static boolean saysNothing(Map.Entry<String, JsonNode> response) {
    JsonNode content = response.getValue().path("content");
    JsonNode schema = content.path("application/json").path("schema");
    return response.getKey().equals("200")
        && content.size() == 1
        && schema.isObject()
        && schema.isEmpty();
  }

  /** Returns the parameters, those of the path's item included, by place and name. */
  Map<String, Parameter> parameters() {
    Map<String, Parameter> all = new LinkedHashMap<>();
    String item = pointer.substring(0, pointer.lastIndexOf('/'));
    for (String owner : List.of(item, pointer)) {
      JsonNode parameters = DOCUMENT.at(owner + "/parameters");
      for (int i = 0; i < parameters.size(); i++) {
        JsonNode one = parameters.get(i);
        String in = one.path("in").asText();
        String name = one.path("name").asText();
        String schema = owner + "/parameters/" + i + "/schema";
        all.put(in + " " + name, new Parameter(name, in, one.path("required").asBoolean(), schema));
      }
    }
    return all;
  }

  /** Returns the pointers to the schemas of the request's body by media type. */
  Map<String, String> bodies() {
    Map<String, String> bodies = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> content : node.at("/requestBody/content").properties()) {
      bodies.put(
          content.getKey(),
          pointer + "/requestBody/content/" + escaped(content.getKey()) + "/schema");
    }
    return bodies;
  }

  boolean bodyIsRequired() {
    return node.at("/requestBody/required").asBoolean();
  }

  /** Follows references until there is a schema. */
  static JsonNode resolve(JsonNode schema) {
    JsonNode at = schema;
    while (at.has("$ref")) {
      at = DOCUMENT.at(at.path("$ref").asText().substring(1));
    }
    return at;
  }

  static JsonNode component(String name) {
    return DOCUMENT.path("components").path("schemas").path(name);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(BundledDocument.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return id;
  }
}

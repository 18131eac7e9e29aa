// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.Finding;
import ai.heymilo.sandbox.internal.state.Posting;
import ai.heymilo.sandbox.internal.state.Step;
import ai.heymilo.sandbox.internal.state.Store;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The operation on one step of a workflow. */
final class StepOperations {
  private static final String COMPONENTS = "#/components/schemas/";

  private final Store store;
  private final ApiDocument document;
  private final Map<String, String> configOfType;

  StepOperations(Store store, ApiDocument document) {
    this.store = store;
    this.document = document;
    this.configOfType = configOfType(document);
  }

  /** Finds the schema of each type's configuration among the steps of the create request. */
  private static Map<String, String> configOfType(ApiDocument document) {
    JsonNode workflow = document.component("CreatePostingRequest").at("/properties/workflow");
    Map<String, String> found = new HashMap<>();
    for (JsonNode variant : workflow.findPath("oneOf")) {
      JsonNode step = document.component(name(variant));
      JsonNode config = step.at("/properties/config/anyOf/0");
      found.put(step.at("/properties/type/const").asText(), name(config));
    }
    return Map.copyOf(found);
  }

  private static String name(JsonNode reference) {
    return reference.path("$ref").asText().replace(COMPONENTS, "");
  }

  Reply configure(Call call) {
    Posting posting = Lookup.posting(store, call);
    String key = call.path("step_id");
    Step step = posting.step(key);
    if (step == null) {
      throw Refusal.notFound("workflow_step", key, "step_id");
    }
    JsonNode config = call.body().path("config");
    check(step.type(), config);
    step.configure(config);
    posting.touched(store.now());
    return Reply.single(200, posting.toJson(store.now()));
  }

  private void check(String type, JsonNode config) {
    String schema = configOfType.get(type);
    if (schema == null) {
      throw new IllegalStateException(
          "the document has no configuration for steps of type " + type);
    }
    ArrayNode unknown = JsonNodeFactory.instance.arrayNode();
    for (Map.Entry<String, JsonNode> entry : config.properties()) {
      if (!document.component(schema).path("properties").has(entry.getKey())) {
        unknown
            .addObject()
            .put("code", "unknown_config_key")
            .put("message", "A " + type + " step has no '" + entry.getKey() + "'")
            .put("param", "config." + entry.getKey());
      }
    }
    if (!unknown.isEmpty()) {
      throw Refusal.of(
          400,
          "invalid_request_error",
          "unknown_config_key",
          "Unknown keys in the configuration of a " + type + " step",
          "config",
          unknown);
    }
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : document.schemas().check("/components/schemas/" + schema, config)) {
      findings.add(finding.in("config").in("body"));
    }
    if (!findings.isEmpty()) {
      throw Refusal.invalid(findings);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.generated.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Reads JSON that may be cut short; objects and lists of objects keep what is complete. Skips the
 * {@code input} of errors, which repeats what was sent.
 */
final class PartialJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The containers that are open, the innermost first; the last one holds the whole. */
  private final Deque<ContainerNode<?>> open = new ArrayDeque<>();

  private PartialJson() {}

  /** Returns the value, a missing node if there is none. Accepts all encodings of JSON. */
  static JsonNode read(byte[] bytes) {
    ArrayNode whole = NODES.arrayNode(1);
    PartialJson reader = new PartialJson();
    reader.open.push(whole);
    try (JsonParser in = Json.mapper().createParser(bytes)) {
      JsonToken token = in.nextToken();
      while (token != null) {
        reader.accept(token, in);
        token = reader.open.size() > 1 ? in.nextToken() : null;
      }
    } catch (IOException e) {
      reader.closeWhatIsCut(); // or it is not JSON at all: the HTML of a proxy
    }
    return whole.path(0);
  }

  private void accept(JsonToken token, JsonParser in) throws IOException {
    if (token == JsonToken.FIELD_NAME) {
      if (in.currentName().equals("input")) {
        in.nextToken();
        in.skipChildren();
      }
    } else if (token.isStructEnd()) {
      open.pop();
    } else if (token == JsonToken.START_OBJECT) {
      open.push(add(NODES.objectNode(), in));
    } else if (token == JsonToken.START_ARRAY) {
      open.push(add(NODES.arrayNode(), in));
    } else if (token == JsonToken.VALUE_STRING) {
      add(NODES.textNode(in.getText()), in);
    } else {
      add(token.isNumeric() ? NODES.numberNode(in.getDecimalValue()) : NODES.nullNode(), in);
    }
  }

  private <N extends JsonNode> N add(N node, JsonParser in) throws IOException {
    ContainerNode<?> parent = open.element();
    if (parent instanceof ObjectNode) {
      ((ObjectNode) parent).set(in.currentName(), node);
    } else {
      ((ArrayNode) parent).add(node);
    }
    return node;
  }

  /** Removes containers without complete content; a list of plain values is one value. */
  @SuppressWarnings("ReferenceEquality") // this container, not one like it
  private void closeWhatIsCut() {
    while (open.size() > 1) {
      ContainerNode<?> cut = open.pop();
      boolean hasObjects = false;
      for (JsonNode item : cut) {
        hasObjects |= item.isObject();
      }
      if (cut.isEmpty() || (cut.isArray() && !hasObjects)) {
        Iterator<JsonNode> siblings = open.element().elements();
        while (siblings.hasNext()) {
          if (siblings.next() == cut) {
            siblings.remove();
          }
        }
      }
    }
  }
}

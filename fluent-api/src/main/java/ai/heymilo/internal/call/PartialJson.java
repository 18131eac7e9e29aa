// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.generated.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that may be cut short; objects and lists of objects keep what is complete. Skips the
 * {@code input} of errors, which repeats what was sent.
 */
final class PartialJson {
  /** Errors are not nested deeper. */
  private static final int DEEPEST = 20;

  private boolean cut;

  private PartialJson() {}

  /** Returns the value, a missing node if there is none. Accepts all encodings of JSON. */
  static JsonNode read(byte[] bytes) {
    PartialJson reader = new PartialJson();
    try (JsonParser in = Json.mapper().createParser(bytes)) {
      JsonNode root = reader.value(in, reader.next(in), 0);
      return root == null ? MissingNode.getInstance() : root;
    } catch (IOException e) {
      return MissingNode.getInstance(); // not JSON at all: the HTML of a proxy
    }
  }

  /** Returns null where the text is cut, or is no longer JSON. */
  private @Nullable JsonToken next(JsonParser in) {
    try {
      JsonToken token = in.nextToken();
      cut = token == null;
      return token;
    } catch (IOException e) {
      cut = true;
      return null;
    }
  }

  /** Returns null if the value is not complete, unless it has objects that are. */
  private @Nullable JsonNode value(JsonParser in, @Nullable JsonToken first, int depth)
      throws IOException {
    if (first == null || depth > DEEPEST) {
      cut = true;
      return null;
    }
    switch (first) {
      case START_OBJECT:
        return object(in, depth);
      case START_ARRAY:
        return array(in, depth);
      case VALUE_STRING:
        return text(in);
      case VALUE_NUMBER_INT:
      case VALUE_NUMBER_FLOAT:
        return JsonNodeFactory.instance.numberNode(in.getDecimalValue());
      default:
        return JsonNodeFactory.instance.nullNode();
    }
  }

  private @Nullable JsonNode text(JsonParser in) {
    try {
      return JsonNodeFactory.instance.textNode(in.getText());
    } catch (IOException e) {
      cut = true; // a string is decoded when it is asked for
      return null;
    }
  }

  private JsonNode object(JsonParser in, int depth) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (JsonToken token = next(in); token == JsonToken.FIELD_NAME; token = cut ? null : next(in)) {
      String name = in.currentName();
      JsonToken first = next(in);
      if (name.equals("input")) {
        skip(in);
      } else {
        JsonNode value = value(in, first, depth + 1);
        if (value != null) {
          object.set(name, value);
        }
      }
    }
    return object;
  }

  private @Nullable JsonNode array(JsonParser in, int depth) throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    boolean objects = false;
    for (JsonToken token = next(in);
        token != null && token != JsonToken.END_ARRAY;
        token = cut ? null : next(in)) {
      JsonNode value = value(in, token, depth + 1);
      if (value != null && !(cut && value.isEmpty())) {
        array.add(value);
        objects |= value.isObject();
      }
    }
    return cut && !objects ? null : array;
  }

  private void skip(JsonParser in) {
    try {
      in.skipChildren();
      if (in.currentToken() == JsonToken.VALUE_STRING) {
        in.finishToken();
      }
    } catch (IOException e) {
      cut = true;
    }
  }
}

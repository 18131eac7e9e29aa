// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.resources;

import ai.heymilo.sandbox.internal.operations.Call;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Filters and orders the objects of a list. */
final class Lists {
  private final Mould mould;

  Lists(Mould mould) {
    this.mould = mould;
  }

  /**
   * Returns the objects whose fields have the values of the parameters with their names, newest
   * first; in the order of their ids where the body lists those.
   */
  List<ObjectNode> filtered(Call call, Collection collection, List<ObjectNode> oldestFirst) {
    ObjectNode properties = mould.properties(collection.item());
    Map<String, JsonNode> filters = new HashMap<>(call.sent());
    call.body().properties().forEach(one -> filters.put(one.getKey(), one.getValue()));
    List<ObjectNode> wanted = new ArrayList<>(oldestFirst);
    Collections.reverse(wanted);
    for (Map.Entry<String, JsonNode> filter : filters.entrySet()) {
      if (properties.has(filter.getKey()) && !filter.getValue().isNull()) {
        wanted.removeIf(one -> !matches(one.path(filter.getKey()), filter.getValue()));
      }
    }
    for (JsonNode order : call.body()) {
      List<String> ids = new ArrayList<>();
      order.forEach(id -> ids.add(id.asText()));
      if (order.isArray() && wanted.stream().allMatch(one -> ids.contains(id(collection, one)))) {
        wanted.sort(
            (one, two) ->
                Integer.compare(
                    ids.indexOf(id(collection, one)), ids.indexOf(id(collection, two))));
      }
    }
    return wanted;
  }

  private static String id(Collection collection, ObjectNode object) {
    return object.path(collection.idProperty()).asText();
  }

  /** Compares by the value's text: one of several, if either has several. */
  private static boolean matches(JsonNode value, JsonNode wanted) {
    if (value.isArray()) {
      for (JsonNode one : value) {
        if (matches(one, wanted)) {
          return true;
        }
      }
      return false;
    }
    if (wanted.isArray()) {
      return matches(wanted, value);
    }
    if (value.isNumber() && wanted.isNumber()) {
      return value.decimalValue().compareTo(wanted.decimalValue()) == 0;
    }
    return value.isValueNode() && value.asText().equals(wanted.asText());
  }

  /**
   * Returns the index after the object that a cursor names; 0 when the filters leave that object
   * out, and -1 when there is none.
   */
  int after(String cursor, Collection collection, List<ObjectNode> wanted, Shelf shelf) {
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).path(collection.cursor()).asText().equals(cursor)) {
        return i + 1;
      }
    }
    return shelf.get(cursor) == null ? -1 : 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** One thing wrong with a request, as an element of {@code HTTPValidationError.detail}. */
public final class Finding {
  private final List<Object> location;
  private final String message;
  private final String type;

  private Finding(List<Object> location, String message, String type) {
    this.location = List.copyOf(location);
    this.message = message;
    this.type = type;
  }

  /**
   * Returns a finding.
   *
   * @param location property names and array indexes, from the part of the request on: {@code body,
   *     workflow, 0, type}
   */
  public static Finding of(List<?> location, String message, String type) {
    return new Finding(new ArrayList<>(location), message, type);
  }

  /** Returns the same finding below {@code part}: {@code body} or {@code query}. */
  public Finding in(String part) {
    List<Object> below = new ArrayList<>();
    below.add(part);
    below.addAll(location);
    return new Finding(below, message, type);
  }

  /** Returns the finding in the shape of the document's {@code ValidationError}. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (Object element : location) {
      if (element instanceof Integer) {
        json.withArray("loc").add((Integer) element);
      } else {
        json.withArray("loc").add(element.toString());
      }
    }
    if (location.isEmpty()) {
      json.putArray("loc");
    }
    return json.put("msg", message).put("type", type);
  }

  @Override
  public String toString() {
    return location + ": " + message;
  }
}

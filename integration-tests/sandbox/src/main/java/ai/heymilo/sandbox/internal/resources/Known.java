// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.resources;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Values for the properties of a new object. */
@FunctionalInterface
interface Known {
  /** Returns the value of a property, null when it is not known. */
  @Nullable JsonNode of(String property, JsonNode schema);

  /** Returns the values of an object's properties, by their names. */
  static Known in(JsonNode object) {
    return (property, schema) -> object.get(property);
  }

  /** Returns these values and, for those that are not known, the values of {@code other}. */
  default Known or(Known other) {
    return (property, schema) -> {
      JsonNode value = of(property, schema);
      return value == null ? other.of(property, schema) : value;
    };
  }
}

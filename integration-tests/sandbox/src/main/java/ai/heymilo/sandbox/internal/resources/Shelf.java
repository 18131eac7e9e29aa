// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of one collection. Guarded by the store's monitor. */
public interface Shelf {
  /** Returns the objects, oldest first. */
  List<ObjectNode> all();

  /** Returns the object with this id, null when there is none. */
  @Nullable ObjectNode get(String id);

  /** Keeps an object under its id, in place of one that has it. */
  void put(String id, ObjectNode object);

  /**
   * Keeps an object that is not made from its schema but by hand-written code.
   *
   * @return the object, null if it has to be generated from its schema
   */
  default @Nullable ObjectNode seed(JsonNode values) {
    return null;
  }

  /** Removes an object. */
  void remove(String id);
}

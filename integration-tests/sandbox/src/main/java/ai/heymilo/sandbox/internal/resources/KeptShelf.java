// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Objects as they were created; of a collection that nobody can add to, some are made up. */
final class KeptShelf implements Shelf {
  private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final @Nullable Function<String, ObjectNode> onDemand;

  /**
   * Returns an empty shelf.
   *
   * @param onDemand makes the object of an id that nobody has asked for yet; null for none
   */
  KeptShelf(@Nullable Function<String, ObjectNode> onDemand) {
    this.onDemand = onDemand;
  }

  @Override
  public List<ObjectNode> all() {
    return new ArrayList<>(objects.values());
  }

  @Override
  public @Nullable ObjectNode get(String id) {
    ObjectNode known = objects.get(id);
    if (known == null && onDemand != null && !removed.contains(id)) {
      objects.put(id, onDemand.apply(id));
    }
    return objects.get(id);
  }

  @Override
  public void put(String id, ObjectNode object) {
    objects.put(id, object);
    removed.remove(id);
  }

  @Override
  public void remove(String id) {
    objects.remove(id);
    removed.add(id);
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A change of the configuration of a step whose type the document does not know. The server rejects
 * unknown keys. Not thread-safe.
 */
public final class RawConfigUpdate {
  private final Map<String, @Nullable Object> config = new LinkedHashMap<>();

  private RawConfigUpdate() {}

  /**
   * Sets one key; nested objects are replaced as a whole.
   *
   * @param key the key on the wire
   * @param value a JSON value: null, boolean, number, string, list or map
   * @return this update
   */
  public RawConfigUpdate set(String key, @Nullable Object value) {
    config.put(key, value);
    return this;
  }

  static Map<String, @Nullable Object> build(Consumer<? super RawConfigUpdate> change) {
    RawConfigUpdate update = new RawConfigUpdate();
    change.accept(update);
    return update.config;
  }
}

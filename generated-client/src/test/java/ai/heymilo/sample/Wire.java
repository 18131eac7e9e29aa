// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample;

import ai.heymilo.sample.model.ValueReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Objects as the stubs read and write them. */
public final class Wire {
  private Wire() {}

  /** Reads an object by the reader of its class. */
  public static <T> T read(String json, Class<T> type) throws IOException {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), readerOf(type));
  }

  public static String write(Object value) throws IOException {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked")
  private static <T> ValueReader<T> readerOf(Class<T> type) {
    try {
      return (ValueReader<T>) type.getMethod("reader").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample;

import ai.heymilo.sample.model.Readers;
import ai.heymilo.sample.model.ValueReader;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Objects as the stubs read and write them. */
public final class Wire {
  private Wire() {}

  /** Reads an object by the reader of its class. */
  public static <T> T read(String json, Class<T> type) throws IOException {
    return read(json, TypeFactory.defaultInstance().constructType(type));
  }

  /** Reads an object by the reader of its type. */
  @SuppressWarnings("unchecked")
  public static <T> T read(String json, JavaType type) throws IOException {
    return (T) Json.read(json.getBytes(StandardCharsets.UTF_8), readerOf(type));
  }

  public static String write(Object value) throws IOException {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  private static ValueReader<?> readerOf(JavaType type) {
    if (type.isCollectionLikeType()) {
      return Readers.list(readerOf(type.getContentType()));
    }
    Class<?> raw = type.getRawClass();
    try {
      return (ValueReader<?>)
          (type.hasGenericTypes()
              ? raw.getMethod("reader", ValueReader.class)
                  .invoke(null, readerOf(type.containedType(0)))
              : raw.getMethod("reader").invoke(null));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}

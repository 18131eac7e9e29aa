// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Whole documents for tests. */
public final class Documents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Documents() {}

  /** Returns the document that this build is made of. */
  public static JsonNode ofBuild() {
    try {
      return JSON.readTree(BundledDocument.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a larger document, with shapes that the bundled one lacks. */
  public static JsonNode second() {
    return resource("second");
  }

  /** Returns the document after the second, which breaks on purpose what third-breaks.txt lists. */
  public static JsonNode third() {
    return resource("third");
  }

  private static JsonNode resource(String name) {
    try (InputStream in = Documents.class.getResourceAsStream("/documents/" + name + ".json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

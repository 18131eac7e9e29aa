// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The published document, byte for byte as the vendor's pages gave it. */
public final class BundledDocument {
  private static final String RESOURCE = "heymilo-openapi.json";

  private BundledDocument() {}

  /** Returns the bytes of the document; a new array on each call. */
  public static byte[] bytes() {
    try (InputStream in = BundledDocument.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            RESOURCE + " is not beside " + BundledDocument.class.getName() + " on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

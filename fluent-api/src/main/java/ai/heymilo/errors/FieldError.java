// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A field that the server rejected. Immutable and thread-safe. */
public final class FieldError implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final @Nullable String code;
  private final @Nullable String message;

  private FieldError(String path, @Nullable String code, @Nullable String message) {
    this.path = path;
    this.code = code;
    this.message = message;
  }

  /**
   * Creates a field error.
   *
   * @param path the path of the field, empty if the server named none
   * @param code the server's machine-readable code, null if it gave none
   * @param message the server's message, null if it gave none
   * @return the field error
   */
  public static FieldError of(String path, @Nullable String code, @Nullable String message) {
    return new FieldError(path, code, message);
  }

  /**
   * Returns the path of the field in the request, for example {@code
   * workflow[1].questions[0].score_weight}; empty if the server named none.
   */
  public String path() {
    return path;
  }

  /** Returns the server's machine-readable code; null if it gave none. */
  public @Nullable String code() {
    return code;
  }

  /** Returns the server's message, which may repeat what was sent; null if it gave none. */
  public @Nullable String message() {
    return message;
  }

  /** Returns path and code; the server's message may repeat personal data. */
  @Override
  public String toString() {
    return code == null ? path : path + " (" + code + ")";
  }
}

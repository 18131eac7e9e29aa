// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.errors.FieldError;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the body of an error says, in either shape. Immutable. */
public final class ServerError implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final ServerError NONE = new ServerError(null, null, null, List.of());

  private final @Nullable String type;
  private final @Nullable String code;
  private final @Nullable String message;
  private final FieldError[] fieldErrors;

  ServerError(
      @Nullable String type,
      @Nullable String code,
      @Nullable String message,
      List<FieldError> fieldErrors) {
    this.type = type;
    this.code = code;
    this.message = message;
    this.fieldErrors = fieldErrors.toArray(new FieldError[0]);
  }

  /** Returns the error of a body that says nothing. */
  static ServerError none() {
    return NONE;
  }

  public @Nullable String type() {
    return type;
  }

  public @Nullable String code() {
    return code;
  }

  public @Nullable String message() {
    return message;
  }

  public List<FieldError> fieldErrors() {
    return List.of(fieldErrors);
  }
}

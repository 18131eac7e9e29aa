// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

/** A parameter of an operation. */
public final class Parameter {
  private final String name;
  private final String place;
  private final boolean required;
  private final String schema;

  Parameter(String name, String place, boolean required, String schema) {
    this.name = name;
    this.place = place;
    this.required = required;
    this.schema = schema;
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns {@code path}, {@code query}, {@code header} or {@code cookie}. */
  public String place() {
    return place;
  }

  /** Returns whether every request must have it. */
  public boolean isRequired() {
    return required;
  }

  /** Returns the pointer to its schema. */
  public String schema() {
    return schema;
  }
}

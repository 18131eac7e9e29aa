// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import com.fasterxml.jackson.databind.JsonNode;

/** How a list is paged: by the cursor of its last item. Immutable. */
public final class Paging {
  /** The query parameter that takes the cursor. */
  static final String PARAMETER = "starting_after";

  private final String cursor;
  private final JsonNode item;

  Paging(String cursor, JsonNode item) {
    this.cursor = cursor;
    this.item = item;
  }

  /** Returns the query parameter that takes the cursor. */
  public String parameter() {
    return PARAMETER;
  }

  /** Returns the property of an item that is the cursor. */
  public String cursor() {
    return cursor;
  }

  /** Returns the schema of an item, most often a {@code $ref}. */
  public JsonNode item() {
    return item;
  }

  @Override
  public String toString() {
    return "paged by " + cursor;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.resources;

import com.fasterxml.jackson.databind.JsonNode;

/** A collection of the document: where it is, what its items are, and what names them. */
final class Collection {
  private final String path;
  private final JsonNode item;
  private final String idProperty;
  private final String cursor;
  private final String parameter;
  private final boolean creatable;
  private final boolean listed;

  Collection(
      String path,
      JsonNode item,
      String idProperty,
      String cursor,
      String parameter,
      boolean creatable,
      boolean listed) {
    this.path = path;
    this.item = item;
    this.idProperty = idProperty;
    this.cursor = cursor;
    this.parameter = parameter;
    this.creatable = creatable;
    this.listed = listed;
  }

  /** Returns the path, with the ids of what it belongs to in braces. */
  String path() {
    return path;
  }

  /** Returns the schema of the items; a missing node when no operation shows one. */
  JsonNode item() {
    return item;
  }

  /** Returns the property of an item that is its id; empty when it has none. */
  String idProperty() {
    return idProperty;
  }

  /** Returns the property of an item that is the cursor of its list. */
  String cursor() {
    return cursor;
  }

  /** Returns the name of an item's id in paths; empty when no path has it. */
  String parameter() {
    return parameter;
  }

  /** Returns the word for an item: that of its id, or the singular of the path's last word. */
  String noun() {
    return parameter.endsWith("_id")
        ? parameter.substring(0, parameter.length() - 3)
        : path.substring(path.lastIndexOf('/') + 1).replace('-', '_').replaceAll("(?<=..)s$", "");
  }

  boolean isCreatable() {
    return creatable;
  }

  boolean isListed() {
    return listed;
  }
}

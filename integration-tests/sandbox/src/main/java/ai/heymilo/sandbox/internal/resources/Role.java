// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.resources;

/** What an operation does to kept objects. */
enum Role {
  LIST,
  CREATE,
  GET,
  UPDATE,
  REPLACE,
  DELETE,
  /** Answered from the schema. */
  OTHER;

  /** Returns the role of a method on one object. */
  static Role ofItem(String method) {
    switch (method) {
      case "GET":
        return GET;
      case "PATCH":
      case "POST":
        return UPDATE;
      case "PUT":
        return REPLACE;
      case "DELETE":
        return DELETE;
      default:
        return OTHER;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;

/** A message of the validator, with the unions ({@code anyOf}, {@code oneOf}) it came through. */
final class Complaint {
  /** One union on the way to the complaint, and the branch of it that complains. */
  static final class Via {
    private final String union;
    private final int depth;
    private final String branch;

    private Via(String union, int depth, String branch) {
      this.union = union;
      this.depth = depth;
      this.branch = branch;
    }

    /** Identifies the union: its place in the schema and the instance it was applied to. */
    String union() {
      return union;
    }

    /** Identifies the branch among all unions. */
    String branch() {
      return union + "/" + branch;
    }
  }

  private final ValidationMessage message;
  private final List<Object> location;
  private final List<Via> unions;

  /**
   * Reads a message.
   *
   * @param skipped the number of elements in the pointer of the schema that was checked
   */
  Complaint(ValidationMessage message, int skipped) {
    this.message = message;
    this.location = elements(message.getInstanceLocation());
    this.unions = unions(elements(message.getEvaluationPath()), skipped, location);
  }

  ValidationMessage message() {
    return message;
  }

  String keyword() {
    return message.getType();
  }

  List<Object> location() {
    return location;
  }

  List<Via> unions() {
    return unions;
  }

  /** Returns whether the branch of {@code via} is plainly for another kind of value. */
  boolean refusesTheKind(Via via) {
    return (keyword().equals("type") && location.size() == via.depth)
        || (keyword().equals("const") && location.size() == via.depth + 1);
  }

  private static List<Via> unions(List<Object> path, int skipped, List<Object> location) {
    List<Via> unions = new ArrayList<>();
    int depth = 0;
    int at = skipped;
    while (at < path.size() - 1) {
      switch (path.get(at).toString()) {
        case "properties":
          depth++;
          at += 2;
          break;
        case "items":
        case "additionalProperties":
          depth++;
          at++;
          break;
        case "anyOf":
        case "oneOf":
          unions.add(
              new Via(
                  path.subList(0, at + 1) + " at " + location.subList(0, depth),
                  depth,
                  path.get(at + 1).toString()));
          at += 2;
          break;
        default:
          at++;
      }
    }
    return unions;
  }

  private static List<Object> elements(JsonNodePath path) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      elements.add(path.getElement(i));
    }
    return elements;
  }
}

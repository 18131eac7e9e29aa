// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Finds Java that changes where the document did not, or not in a way that says so: the rules read
 * descriptions (a timestamp, an enumeration, a limit), and what most operations have.
 */
final class JavaComparison {
  private JavaComparison() {}

  /** Returns what the changes found so far do not tell. */
  static List<Change> of(JsonNode before, JavaShape old, JavaShape now, List<Change> found) {
    Published published = new Published(before);
    Changes more = new Changes();
    for (Map.Entry<String, String> one : old.members().entrySet()) {
      String member = one.getKey();
      String is = now.members().get(member);
      if (is != null
          && !is.equals(one.getValue())
          && !one.getValue().equals(JavaShape.SET_ONCE) // one more parameter breaks nobody
          && !isTold(member, found)
          && !isTold(member, more.found())) {
        more.add(
            ChangeKind.JAVA,
            place(published, member),
            Effect.SOURCE,
            Effect.SOURCE,
            "was " + one.getValue() + " in Java, is " + is + ".");
      }
    }
    return more.found();
  }

  private static Place place(Published published, String member) {
    for (PublishedOperation operation : published.operations()) {
      if (member.equals(operation.id()) || member.startsWith(operation.id() + "(")) {
        return operation.place().part(member.substring(operation.id().length()), "");
      }
    }
    int dot = member.indexOf('.');
    Place schema = published.schema(dot < 0 ? member : member.substring(0, dot));
    return dot < 0
        ? schema
        : schema.part(member.substring(dot), "/properties/" + member.substring(dot + 1));
  }

  private static boolean isTold(String member, List<Change> found) {
    return found.stream()
        .anyMatch(change -> change.breaksJava() && isPartOf(change.where(), member));
  }

  /** Says whether one place is the other, or one of the two is within the other. */
  private static boolean isPartOf(String where, String member) {
    if (where.equals(member) || member.startsWith(where + ".")) {
      return true;
    }
    return where.startsWith(member) && ".[{|( ".indexOf(where.charAt(member.length())) >= 0;
  }
}

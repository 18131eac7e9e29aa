// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import ai.heymilo.HeyMilo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What of the document the fluent API offers; the rest is listed, on the console and in a file. */
final class FluentCoverage {
  private FluentCoverage() {}

  /**
   * Returns the operations whose stubs the classes of the fluent API refer to.
   *
   * @param kind empty for the stubs that wait, {@code Async} for the others
   */
  static Set<String> stubsUsed(String kind) {
    List<String> classes =
        Classes.bytesOfAllWith(HeyMilo.class).stream()
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
            .toList();
    return Documented.operations().stream()
        .map(Documented::id)
        .filter(id -> classes.stream().anyMatch(bytes -> calls(bytes, id, kind)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A class names what it calls in its constant pool: a tag, two bytes of length, the name. */
  private static boolean calls(String bytes, String operation, String kind) {
    String api = Stubs.api(operation).getName().replace('.', '/') + kind;
    return bytes.contains(constant(api)) && bytes.contains(constant(Stubs.name(operation)));
  }

  private static String constant(String text) {
    return "\u0001" + (char) (text.length() >> 8) + (char) (text.length() & 0xff) + text;
  }

  static void report(Set<String> waiting, Set<String> async, SentFields fields) {
    StringBuilder table = new StringBuilder("| operation | stub | fluent | async | not sent |\n");
    table.append("|---|---|---|---|---|\n");
    StringBuilder missing = new StringBuilder();
    for (Documented operation : Documented.operations()) {
      boolean offered = waiting.contains(operation.id()) && async.contains(operation.id());
      Set<String> unsent = offered ? fields.missingOf(operation) : Set.of();
      table
          .append("| " + operation.id() + " | x | ")
          .append(waiting.contains(operation.id()) ? "x" : "–")
          .append(" | ")
          .append(async.contains(operation.id()) ? "x" : "–")
          .append(" | " + String.join(", ", unsent) + " |\n");
      if (!offered) {
        missing.append("operation ").append(operation.id()).append('\n');
      }
      unsent.forEach(field -> missing.append("field ").append(field).append('\n'));
    }
    table.append(missing.length() == 0 ? "\nThe fluent API offers all of it.\n" : "");
    Report.write("fluent.md", "What the fluent API offers of the document", table.toString());
    Report.writeList("not-in-fluent-api.txt", missing.toString());
  }
}

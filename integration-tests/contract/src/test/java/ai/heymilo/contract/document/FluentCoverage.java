// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import java.util.Set;

/** What of the document the fluent API offers; the rest is listed, on the console and in a file. */
final class FluentCoverage {
  private FluentCoverage() {}

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
    table.append(
        "\n%d of %d operations have fluent methods, %d without waiting.\n"
            .formatted(waiting.size(), Documented.operations().size(), async.size()));
    table.append(missing.length() == 0 ? "\nThe fluent API offers all of it.\n" : "");
    Report.write("fluent.md", "What the fluent API offers of the document", table.toString());
    Report.writeList("not-in-fluent-api.txt", missing.toString());
  }
}

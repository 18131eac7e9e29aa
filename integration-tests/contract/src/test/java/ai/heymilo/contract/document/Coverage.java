// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.contract.document.Documented.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which answers of which operations were tried: a table, which must have no holes. */
final class Coverage {
  private final Set<String> tried = new HashSet<>();
  private final Set<String> columns = new TreeSet<>();

  void add(String operation, String status, String mediaType) {
    columns.add(status);
    tried.add(operation + " " + status + " " + mediaType);
  }

  /** Prints the table, writes it to {@code target/contract}, and fails if it has holes. */
  void print() {
    List<String> holes = new ArrayList<>();
    StringBuilder table = new StringBuilder("| operation | ");
    table.append(String.join(" | ", columns)).append(" |\n|---|");
    table.append("---|".repeat(columns.size())).append('\n');
    for (Documented operation : Documented.operations()) {
      table.append("| ").append(operation.id()).append(" |");
      for (String status : columns) {
        table.append(' ').append(cell(operation, status, holes)).append(" |");
      }
      table.append('\n');
    }
    Report.write(
        "answers.md",
        "Answers of each operation that were tried (x as documented, . typed though not"
            + " documented)",
        table.toString());
    assertThat(holes).as("documented answers that were not tried").isEmpty();
  }

  private String cell(Documented operation, String status, List<String> holes) {
    List<Answer> documented =
        operation.answers().stream().filter(answer -> answer.status().equals(status)).toList();
    for (Answer answer : documented) {
      if (!tried.contains(operation.id() + " " + status + " " + answer.mediaType())) {
        holes.add(operation.id() + " " + answer);
        return "–";
      }
    }
    return !documented.isEmpty()
        ? "x"
        : tried.contains(operation.id() + " " + status + " ") ? "." : "";
  }
}

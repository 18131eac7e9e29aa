// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Says what changed, for a person: breaking changes first. */
final class Report {
  private final List<Change> changes;

  Report(List<Change> changes) {
    this.changes = changes;
  }

  private List<Change> breaking() {
    return select(Change::isBreaking);
  }

  private List<Change> safe() {
    return select(change -> !change.isBreaking() && change.kind() != ChangeKind.WORDING);
  }

  private List<Change> wording() {
    return select(change -> !change.isBreaking() && change.kind() == ChangeKind.WORDING);
  }

  private List<Change> select(Predicate<Change> wanted) {
    List<Change> selected = new ArrayList<>(changes);
    selected.removeIf(wanted.negate());
    return selected;
  }

  String summary() {
    if (changes.isEmpty()) {
      return "No change.";
    }
    return String.format(
        Locale.ROOT,
        "%d change%s: %d breaking, %d safe, %d of wording only.",
        changes.size(),
        changes.size() == 1 ? "" : "s",
        breaking().size(),
        safe().size(),
        wording().size());
  }

  String console() {
    StringBuilder text = new StringBuilder(summary()).append('\n');
    lines(text, "Breaking", breaking());
    lines(text, "Safe", safe());
    lines(text, "Wording only", wording());
    return text.toString();
  }

  private static void lines(StringBuilder text, String title, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    text.append('\n').append(title).append(":\n");
    for (Change change : changes) {
      text.append("  ")
          .append(change.where())
          .append(": ")
          .append(change.kind().label())
          .append(": ")
          .append(change.sentence());
      if (change.isBreaking()) {
        text.append(" [sent: ")
            .append(change.request().words())
            .append("; read: ")
            .append(change.response().words())
            .append(']');
      }
      text.append('\n');
    }
  }

  String markdown() {
    StringBuilder text = new StringBuilder("# What changed in the document\n\n");
    text.append(summary()).append('\n');
    table(text, "Breaking", breaking());
    table(text, "Safe", safe());
    table(text, "Wording only", wording());
    return text.toString();
  }

  private static void table(StringBuilder text, String title, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    text.append("\n## ").append(title).append("\n\n");
    text.append("| where | what | requests | answers | pointer |\n|---|---|---|---|---|\n");
    for (Change change : changes) {
      text.append("| `")
          .append(cell(change.where()))
          .append("` | ")
          .append(change.kind().label())
          .append(": ")
          .append(cell(change.sentence()))
          .append(" | ")
          .append(change.request().words())
          .append(" | ")
          .append(change.response().words())
          .append(" | `")
          .append(cell(change.pointer()))
          .append("` |\n");
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }

  /** Returns lines to start the CHANGELOG's "Unreleased" section from. */
  String changelog(String version) {
    StringBuilder text = new StringBuilder("### Changed\n");
    text.append("- The vendor's document is version ").append(version).append(".\n");
    bullets(text, "### Breaking", breaking());
    List<Change> added = safe();
    added.removeIf(change -> !change.kind().name().endsWith("_ADDED"));
    bullets(text, "### Added", added);
    return text.toString();
  }

  private static void bullets(StringBuilder text, String title, List<Change> changes) {
    if (!changes.isEmpty()) {
      text.append('\n').append(title).append('\n');
      for (Change change : changes) {
        text.append("- `")
            .append(change.where())
            .append("` ")
            .append(change.sentence())
            .append('\n');
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Shows what changed: on a screen, breaking changes first, and in full in a file. */
final class Report {
  /** So that all of it fits a screen. */
  private static final int SHOWN = 12;

  private final List<Change> changes;
  private final HandWritten code;

  Report(List<Change> changes, HandWritten code) {
    this.changes = changes;
    this.code = code;
  }

  private List<Change> select(Predicate<Change> wanted) {
    List<Change> selected = new ArrayList<>(changes);
    selected.removeIf(wanted.negate());
    // What does not compile before what behaves differently.
    selected.sort((one, other) -> other.effect().compareTo(one.effect()));
    return selected;
  }

  private List<Change> breaking() {
    return select(change -> change.effect().isBreaking());
  }

  private List<Change> toRead() {
    return select(change -> change.kind() == ChangeKind.TO_READ);
  }

  private List<Change> wording() {
    return select(change -> change.kind() == ChangeKind.WORDING);
  }

  private List<Change> safe() {
    return select(
        change ->
            !change.effect().isBreaking()
                && change.kind() != ChangeKind.WORDING
                && change.kind() != ChangeKind.TO_READ);
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "%d changes: %d breaking, %d safe, %d descriptions to read, %d of wording only.",
        changes.size(),
        breaking().size(),
        safe().size(),
        toRead().size(),
        wording().size());
  }

  String console() {
    StringBuilder text = new StringBuilder(summary()).append('\n');
    List<Change> breaking = breaking();
    if (!breaking.isEmpty()) {
      text.append("\nBreaking:\n");
      for (Change change : breaking.subList(0, Math.min(SHOWN, breaking.size()))) {
        text.append("  ").append(change).append('\n');
        text.append("      ").append(touched(change, 2)).append('\n');
      }
      if (breaking.size() > SHOWN) {
        text.append("  and ").append(breaking.size() - SHOWN).append(" more, in the report\n");
      }
    }
    List<Change> toRead = toRead();
    if (!toRead.isEmpty()) {
      text.append("\nTo read (descriptions that name other numbers or values):\n");
      for (Change change : toRead.subList(0, Math.min(SHOWN / 3, toRead.size()))) {
        text.append("  ")
            .append(change.where())
            .append(": ")
            .append(change.sentence())
            .append('\n');
      }
      if (toRead.size() > SHOWN / 3) {
        text.append("  and ").append(toRead.size() - SHOWN / 3).append(" more, in the report\n");
      }
    }
    if (!safe().isEmpty()) {
      Map<String, Integer> counts = new TreeMap<>();
      safe().forEach(change -> counts.merge(label(change), 1, Integer::sum));
      List<String> parts = new ArrayList<>();
      counts.forEach((label, count) -> parts.add(label + " (" + count + ")"));
      text.append("\nSafe: ").append(String.join(", ", parts)).append(".\n");
    }
    return text.toString();
  }

  private static String label(Change change) {
    String of = change.place().kind().name().toLowerCase(Locale.ROOT);
    return of + " " + change.kind().words();
  }

  /** Names the hand-written lines that a change touches, of the first file if there are many. */
  private String touched(Change change, int most) {
    List<String> lines = code.lines(change.place());
    if (lines.isEmpty()) {
      return "no hand-written line uses it";
    }
    String file = lines.get(0).replaceAll(":\\d+$", "");
    StringBuilder text = new StringBuilder(lines.get(0));
    int shown = 1;
    while (shown < Math.min(most, lines.size())) {
      String line = lines.get(shown++);
      boolean same = line.startsWith(file + ":");
      text.append(", ").append(same ? line.substring(file.length() + 1) : line);
    }
    return lines.size() > most ? text + " and " + (lines.size() - most) + " more" : text.toString();
  }

  String markdown() {
    StringBuilder text = new StringBuilder("# What changed in the document\n\n");
    text.append(summary()).append('\n');
    table(text, "Breaking", breaking());
    table(text, "To read", toRead());
    table(text, "Safe", safe());
    table(text, "Wording only", wording());
    return text.toString();
  }

  private void table(StringBuilder text, String title, List<Change> selected) {
    if (selected.isEmpty()) {
      return;
    }
    text.append("\n## ").append(title).append("\n\n");
    text.append(
        "| where | change | requests | answers | pointer | used in |\n|---|---|---|---|---|---|\n");
    for (Change change : selected) {
      String used = change.effect().isBreaking() ? touched(change, 10) : "";
      text.append("| `")
          .append(cell(change.where()))
          .append("` | ")
          .append(change.kind().words())
          .append(": ")
          .append(cell(change.sentence()))
          .append(" | ")
          .append(change.request().words())
          .append(" | ")
          .append(change.response().words())
          .append(" | `")
          .append(cell(change.pointer()))
          .append("` | ")
          .append(used)
          .append(" |\n");
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }

  /** Returns lines to start the changelog's "Unreleased" section from. */
  String changelog(String version) {
    StringBuilder text = new StringBuilder("### Changed\n");
    text.append("- The vendor's document is version ").append(version).append(".\n");
    bullets(text, "### Breaking", breaking());
    List<Change> added = safe();
    added.removeIf(change -> change.kind() != ChangeKind.ADDED);
    bullets(text, "### Added", added);
    return text.toString();
  }

  private static void bullets(StringBuilder text, String title, List<Change> selected) {
    if (!selected.isEmpty()) {
      text.append('\n').append(title).append('\n');
    }
    for (Change change : selected) {
      text.append("- `")
          .append(change.where())
          .append("`: ")
          .append(change.sentence())
          .append('\n');
    }
  }
}

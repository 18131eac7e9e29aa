// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the table and the picture of all that was measured. */
public final class Report {
  private static final List<String> NAMES = List.of("json", "calls", "cold", "quota", "scale");

  private Report() {}

  public static void write(Path sections, Path directory, String versions) throws IOException {
    Map<String, Section> all = new LinkedHashMap<>();
    for (String name : NAMES) {
      if (Section.exists(sections, name)) {
        all.put(name, Section.load(sections, name));
      }
    }
    Files.writeString(directory.resolve("RESULTS.md"), markdown(all, versions));
    Files.writeString(directory.resolve("results.svg"), Picture.of(all.values()));
  }

  private static String markdown(Map<String, Section> all, String versions) {
    StringBuilder text =
        new StringBuilder(
            "# Benchmarks\n\n"
                + "See the [README](README.md) for what is compared, and each part for the command that"
                + " made it. Ratios are ours against the other's, below 1 better than the other,"
                + " also where more is better.\n\n"
                + versions
                + "\n\n![ratios](results.svg)\n\n"
                + Reach.table(all));
    for (Section section : all.values()) {
      text.append("\n## ").append(section.title).append("\n\n").append(section.how);
      text.append("\nMade by `").append(section.command).append("`, ");
      text.append(section.machine).append(".\n\n");
      table(text, section);
    }
    return text.toString();
  }

  private static void table(StringBuilder text, Section section) {
    Set<String> clients = new LinkedHashSet<>();
    section.rows.forEach(row -> clients.addAll(row.values.keySet()));
    text.append("| |");
    clients.forEach(client -> text.append(" ").append(client).append(" |"));
    text.append("\n|---|").append("--:|".repeat(clients.size())).append("\n");
    for (Row row : section.rows) {
      text.append("| ").append(row.name);
      text.append(row.unit.isEmpty() ? "" : ", " + row.unit).append(" |");
      for (String client : clients) {
        Double value = row.values.get(client);
        text.append(" ").append(value == null ? "" : number(value));
        if (value != null && !client.equals("ours") && row.values.containsKey("ours")) {
          double ratio = row.ratio(client);
          text.append(Double.isFinite(ratio) ? String.format(Locale.ROOT, " (%.2f)", ratio) : "");
        }
        text.append(" |");
      }
      text.append("\n");
    }
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? "–"
        : String.format(
            Locale.ROOT, value >= 1000 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A bar for each ratio; the line is where the other is as good. */
final class Picture {
  private static final int LEFT = 330;
  private static final int UNIT = 260;
  private static final int LINE = 14;
  private static final double MOST = 2;
  private static final Map<String, String> COLOURS =
      Map.of("stock", "#4477aa", "okhttp-gson", "#ccbb44", "hand-written", "#228833");

  private Picture() {}

  static String of(Collection<Section> sections) {
    List<String> parts = new ArrayList<>();
    int y = 40;
    for (Section section : sections) {
      for (Row row : section.rows) {
        int from = y;
        for (String other : COLOURS.keySet().stream().sorted().toList()) {
          if (row.values.containsKey("ours") && row.values.containsKey(other)) {
            double ratio = row.ratio(other);
            parts.add(bar(y, ratio, COLOURS.get(other)));
            y += LINE;
          }
        }
        if (y > from) {
          parts.add(text(LEFT - 8, from + (y - from) / 2 + 4, "end", row.name));
          y += 6;
        }
      }
    }
    int x = LEFT + UNIT;
    parts.add(
        String.format("<line x1=\"%d\" y1=\"30\" x2=\"%d\" y2=\"%d\" stroke=\"#333\"/>", x, x, y));
    parts.add(text(LEFT, 18, "start", "ours against: "));
    int at = LEFT + 90;
    for (String other : COLOURS.keySet().stream().sorted().toList()) {
      parts.add(
          String.format(
              "<rect x=\"%d\" y=\"9\" width=\"10\" height=\"10\" fill=\"%s\"/>",
              at, COLOURS.get(other)));
      parts.add(text(at + 14, 18, "start", other));
      at += 110;
    }
    return String.format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
            y + 10)
        + String.join("\n", parts)
        + "\n</svg>\n";
  }

  private static String bar(int y, double ratio, String colour) {
    long width = Math.round(UNIT * Math.min(ratio, MOST));
    return String.format(
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n",
            LEFT, y, width, LINE - 3, colour)
        + text(
            (int) (LEFT + width + 4), y + 10, "start", String.format(Locale.ROOT, "%.2f", ratio));
  }

  private static String text(int x, int y, String anchor, String text) {
    return String.format(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
  }
}

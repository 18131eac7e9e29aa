// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the project wants to reach, beside what it has reached. */
final class Reach {
  private Reach() {}

  static String table(Map<String, Section> sections) {
    StringBuilder table =
        new StringBuilder("| work | at least | aim | measured |\n|---|---|---|---|\n");
    Section json = sections.get("json");
    if (json != null) {
      less(
          table,
          "page of 100, time against stock",
          0.50,
          0.40,
          ratio(json, "read 100 candidates", "stock"));
      less(
          table,
          "page of 100, allocation against stock",
          0.30,
          0.25,
          ratio(json, "read 100 candidates, allocation", "stock"));
      less(
          table,
          "page of 100, time against hand-written",
          0.75,
          0.60,
          ratio(json, "read 100 candidates", "hand-written"));
      less(
          table,
          "page of 100, allocation against hand-written",
          0.70,
          0.60,
          ratio(json, "read 100 candidates, allocation", "hand-written"));
      less(
          table,
          "writing the posting, time against hand-written",
          0.95,
          0.85,
          ratio(json, "write a posting", "hand-written"));
      less(
          table,
          "writing 100 candidates, time against hand-written",
          0.95,
          0.85,
          ratio(json, "write 100 candidates", "hand-written"));
    }
    Section calls = sections.get("calls");
    if (calls != null) {
      for (int threads : List.of(1, 16, 64)) {
        more(
            table,
            "call, throughput against hand-written, "
                + threads
                + (threads == 1 ? " thread" : " threads"),
            0.95,
            1.00,
            1
                / ratio(
                    calls,
                    "blocking, " + threads + (threads == 1 ? " thread" : " threads"),
                    "hand-written"));
      }
      more(
          table,
          "asynchronous, 64 in flight, throughput against OkHttp",
          0.80,
          1.00,
          1 / ratio(calls, "asynchronous, 64 in flight", "okhttp-gson"));
      more(
          table,
          "asynchronous, throughput against our blocking calls on 64 threads",
          0.60,
          0.90,
          row(calls, "asynchronous, 64 in flight").values.get("ours")
              / row(calls, "blocking, 64 threads").values.get("ours"));
      Row allocation = row(calls, "blocking, 1 thread, allocation");
      less(
          table,
          "allocation that the client adds to a call, kB",
          6,
          3,
          (allocation.values.get("ours") - allocation.values.get("hand-written")) / 1000);
    }
    Section cold = sections.get("cold");
    if (cold != null) {
      less(
          table,
          "cold first posting against stock",
          0.50,
          0.35,
          ratio(cold, "first posting created", "stock"));
      less(
          table,
          "cold first page against stock",
          0.50,
          0.35,
          ratio(cold, "first page of 100 read", "stock"));
    }
    Section quota = sections.get("quota");
    if (quota != null) {
      more(
          table,
          "quota used by 64 threads, %",
          99,
          99.5,
          row(quota, "quota used").values.get("ours"));
      less(table, "429s", 0, 0, row(quota, "429").values.get("ours"));
    }
    return table.toString();
  }

  private static Row row(Section section, String name) {
    return section.rows.stream().filter(row -> row.name.equals(name)).findFirst().orElseThrow();
  }

  private static double ratio(Section section, String name, String other) {
    return row(section, name).ratio(other);
  }

  private static void less(StringBuilder table, String work, double least, double aim, double is) {
    line(table, work, "≤ ", least, aim, is, is <= least, is <= aim);
  }

  private static void more(StringBuilder table, String work, double least, double aim, double is) {
    line(table, work, "≥ ", least, aim, is, is >= least, is >= aim);
  }

  private static void line(
      StringBuilder table,
      String work,
      String sign,
      double least,
      double aim,
      double is,
      boolean reached,
      boolean aimed) {
    table.append(
        String.format(
            Locale.ROOT,
            "| %s | %s%s | %s%s | %.2f %s |%n",
            work,
            sign,
            plain(least),
            sign,
            plain(aim),
            is,
            aimed ? "(aim)" : reached ? "(reached)" : "**missed**"));
  }

  private static String plain(double value) {
    return value == Math.rint(value) && value != 1
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}

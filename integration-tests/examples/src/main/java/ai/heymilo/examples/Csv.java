// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Just enough CSV: a header, commas, and double quotes around what has commas or quotes. */
final class Csv {
  private Csv() {}

  /** Reads rows by the names of the header, one at a time. */
  static Stream<Map<String, String>> rows(Stream<String> lines) {
    Iterator<String> left = lines.iterator();
    List<String> header = left.hasNext() ? fields(left.next()) : List.of();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(left, Spliterator.ORDERED), false)
        .map(line -> row(header, fields(line)));
  }

  private static Map<String, String> row(List<String> header, List<String> fields) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), i < fields.size() ? fields.get(i) : "");
    }
    return row;
  }

  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}

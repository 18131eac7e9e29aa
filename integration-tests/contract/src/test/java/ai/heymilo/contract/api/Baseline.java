// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The public API that callers may rely on, as it is kept in a file: sorted, a line a member. */
final class Baseline {
  private final SortedMap<String, SortedSet<String>> types;

  Baseline(SortedMap<String, SortedSet<String>> types) {
    this.types = types;
  }

  static Baseline read(Path file) throws IOException {
    SortedMap<String, SortedSet<String>> types = new TreeMap<>();
    SortedSet<String> members = new TreeSet<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith(" ")) {
        String[] parts = line.split(" ", 2);
        members = types.computeIfAbsent(parts[0], name -> new TreeSet<>());
        members.add(" " + parts[1]);
      } else {
        members.add(line.strip());
      }
    }
    return new Baseline(types);
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    types.forEach(
        (type, members) ->
            members.forEach(
                member -> lines.add(member.startsWith(" ") ? type + member : "  " + member)));
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  /** Something that callers may not compile or link with any more. */
  record Break(String type, String member, String what) {
    /** How the changelog names it. */
    String name() {
      String simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
      String bare = member.replaceAll("\\(.*", "").replaceAll(".* ", "");
      return member.startsWith(" ") ? simple : simple + "." + bare;
    }

    @Override
    public String toString() {
      return "`" + name() + "` " + what + ": " + member.strip();
    }
  }

  /** Returns what was there and is not, and what those who implement a type do not have. */
  List<Break> breaks(SortedMap<String, SortedSet<String>> now) {
    List<Break> breaks = new ArrayList<>();
    types.forEach(
        (type, members) -> {
          SortedSet<String> left = now.get(type);
          if (left == null) {
            breaks.add(new Break(type, members.first(), "is gone"));
            return;
          }
          for (String member : members) {
            if (!left.contains(member)) {
              breaks.add(new Break(type, member, "is gone, or is not as it was"));
            }
          }
          for (String member : left) {
            if (member.startsWith("abstract ") && !members.contains(member)) {
              breaks.add(new Break(type, member, "is new, and must be implemented"));
            }
          }
        });
    return Collections.unmodifiableList(breaks);
  }
}

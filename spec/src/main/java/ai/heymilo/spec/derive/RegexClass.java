// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A set of characters, as ranges in their order. */
final class RegexClass {
  private static final int[] DIGITS = {'0', '9'};
  private static final int[] WORD = {'0', '9', 'A', 'Z', '_', '_', 'a', 'z'};
  private static final int[] SPACE = {
    '\t', '\r', ' ', ' ', 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f,
    0x202f, 0x205f, 0x205f, 0x3000, 0x3000, 0xfeff, 0xfeff
  };

  private final TreeMap<Integer, Integer> ranges = new TreeMap<>();

  void add(int[] more) {
    for (int i = 0; i < more.length; i += 2) {
      ranges.merge(more[i], more[i + 1], Math::max);
    }
  }

  int[] ranges() {
    return ranges.entrySet().stream()
        .flatMap(range -> Stream.of(range.getKey(), range.getValue()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Returns the characters that a letter after a backslash means, or null. */
  static int @Nullable [] named(int letter) {
    switch (letter) {
      case 'd':
        return DIGITS;
      case 'w':
        return WORD;
      case 's':
        return SPACE;
      case 'D':
      case 'W':
      case 'S':
        return not(Objects.requireNonNull(named(Character.toLowerCase(letter))));
      default:
        int control = "tnvfr".indexOf(letter);
        int c = control < 0 ? 0 : "\t\n\u000b\f\r".charAt(control);
        return control < 0 ? null : new int[] {c, c};
    }
  }

  /** Returns all characters that are in none of the ranges. */
  static int[] not(int[] ranges) {
    RegexClass set = new RegexClass();
    set.add(ranges);
    RegexClass others = new RegexClass();
    int from = 0;
    for (Map.Entry<Integer, Integer> range : set.ranges.entrySet()) {
      if (range.getKey() > from) {
        others.add(new int[] {from, range.getKey() - 1});
      }
      from = Math.max(from, range.getValue() + 1);
    }
    if (from <= Character.MAX_CODE_POINT) {
      others.add(new int[] {from, Character.MAX_CODE_POINT});
    }
    return others.ranges();
  }
}

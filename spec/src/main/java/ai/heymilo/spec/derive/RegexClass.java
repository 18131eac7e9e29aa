// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import java.util.Map;
import java.util.TreeMap;

/** A set of characters, as ranges in their order. */
final class RegexClass {
  private final TreeMap<Integer, Integer> ranges = new TreeMap<>();

  void add(int[] more) {
    for (int i = 0; i < more.length; i += 2) {
      ranges.merge(more[i], more[i + 1], Math::max);
    }
  }

  int[] ranges() {
    return ranges.entrySet().stream()
        .flatMap(range -> java.util.stream.Stream.of(range.getKey(), range.getValue()))
        .mapToInt(Integer::intValue)
        .toArray();
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

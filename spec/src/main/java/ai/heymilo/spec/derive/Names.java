// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words and Java names. */
final class Names {
  private Names() {}

  /** Returns the words of a name written with underscores, in camel case, or both. */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String part : name.split("[^A-Za-z0-9]+", -1)) {
      for (String word : part.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return words;
  }

  static String upperCamel(List<String> words) {
    return words.stream().map(Names::capitalized).collect(Collectors.joining());
  }

  static String capitalized(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Returns the words that all names end with; as many as there are, none if there are none. */
  static List<String> commonSuffix(Collection<String> names) {
    Iterator<String> it = names.iterator();
    List<String> common = words(it.next());
    while (it.hasNext()) {
      List<String> other = words(it.next());
      int n = 0;
      while (n < common.size()
          && n < other.size()
          && common.get(common.size() - 1 - n).equalsIgnoreCase(other.get(other.size() - 1 - n))) {
        n++;
      }
      common = common.subList(common.size() - n, common.size());
    }
    return common;
  }
}

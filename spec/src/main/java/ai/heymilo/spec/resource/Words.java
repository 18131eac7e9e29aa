// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of ids and paths, and the Java names made of them. */
final class Words {
  private static final Set<String> NOT_PLURAL = Set.of("us", "ss", "is");

  private Words() {}

  /** Returns the words of a name in any of the usual spellings, in lower case. */
  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    for (String word :
        name.split("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", -1)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** Returns one of what a word names many of, by the rules of English that are regular. */
  static String singular(String word) {
    int n = word.length();
    if (n <= 3 || !word.endsWith("s") || NOT_PLURAL.contains(word.substring(n - 2))) {
      return word;
    }
    if (word.endsWith("ies")) {
      return word.substring(0, n - 3) + "y";
    }
    return word.matches(".*(ss|x|ch|sh|z)es") ? word.substring(0, n - 2) : word.substring(0, n - 1);
  }

  static List<String> singular(List<String> words) {
    List<String> one = new ArrayList<>(words);
    int last = one.size() - 1;
    if (last >= 0) {
      one.set(last, singular(one.get(last)));
    }
    return one;
  }

  static String upperCamel(List<String> words) {
    return words.stream()
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  static String lowerCamel(List<String> words) {
    return words.isEmpty() ? "" : words.get(0) + upperCamel(words.subList(1, words.size()));
  }

  /** Returns the words of a path parameter without what says that it is an id. */
  static List<String> ofId(String parameter) {
    List<String> words = of(parameter);
    boolean id = words.size() > 1 && Set.of("id", "uuid").contains(words.get(words.size() - 1));
    return id ? words.subList(0, words.size() - 1) : words;
  }
}

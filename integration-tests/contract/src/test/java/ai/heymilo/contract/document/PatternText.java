// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;

/**
 * Makes a text that matches a pattern of literals, classes, groups, alternatives and quantifiers;
 * anything else fails with the pattern in the message.
 */
final class PatternText {
  private static final String ANY = "abcdefgh0123456789XYZ-_. ";

  private final String pattern;
  private final Random random;
  private int at;

  private PatternText(String pattern, Random random) {
    this.pattern = pattern;
    this.random = random;
  }

  static String of(String pattern, Random random) {
    String text = new PatternText(pattern, random).alternatives();
    assertThat(Pattern.compile(pattern).matcher(text).find())
        .as("an example of the pattern " + pattern + ": " + text)
        .isTrue();
    return text;
  }

  private String alternatives() {
    StringBuilder chosen = new StringBuilder(sequence());
    for (int n = 2; at < pattern.length() && pattern.charAt(at) == '|'; n++) {
      at++;
      String other = sequence();
      if (random.nextInt(n) == 0) {
        chosen.replace(0, chosen.length(), other);
      }
    }
    return chosen.toString();
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      int start = at;
      String first = part();
      int end = at;
      int[] counts = quantifier();
      int after = at;
      int count = counts[0] + random.nextInt(counts[1] - counts[0] + 1);
      for (int i = 0; i < count; i++) {
        at = start;
        text.append(i == 0 ? first : part());
        at = end;
      }
      at = after;
    }
    return text.toString();
  }

  private String part() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '(' -> group();
      case '[' -> pick(allowed(characterClass()));
      case '\\' -> pick(allowed("\\" + pattern.charAt(at++)));
      case '.' -> pick(ANY);
      default -> String.valueOf(c);
    };
  }

  private String group() {
    at += pattern.startsWith("?:", at) ? 2 : 0;
    String group = alternatives();
    at++;
    return group;
  }

  private String characterClass() {
    int start = at - 1;
    while (pattern.charAt(at) != ']' || at == start + 1) {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    return pattern.substring(start, at);
  }

  private static String allowed(String one) {
    Pattern single = Pattern.compile(one);
    StringBuilder all = new StringBuilder();
    for (char c = ' '; c < 127; c++) {
      if (single.matcher(String.valueOf(c)).matches()) {
        all.append(c);
      }
    }
    return all.toString();
  }

  private String pick(String from) {
    return String.valueOf(from.charAt(random.nextInt(from.length())));
  }

  private int[] quantifier() {
    char c = at == pattern.length() ? ' ' : pattern.charAt(at);
    at += "?*+{".indexOf(c) < 0 ? 0 : 1;
    return switch (c) {
      case '?' -> new int[] {0, 1};
      case '*' -> new int[] {0, 5};
      case '+' -> new int[] {1, 6};
      case '{' -> counts();
      default -> new int[] {1, 1};
    };
  }

  private int[] counts() {
    int end = pattern.indexOf('}', at);
    String[] counts = pattern.substring(at, end).split(",", -1);
    at = end + 1;
    int least = Integer.parseInt(counts[0]);
    String most = counts[counts.length - 1];
    return new int[] {least, most.isEmpty() ? least + 5 : Integer.parseInt(most)};
  }
}

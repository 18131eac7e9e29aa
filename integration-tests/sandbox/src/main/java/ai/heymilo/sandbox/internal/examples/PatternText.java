// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Makes a text that matches a regular expression: literals, classes, groups, alternatives and
 * quantifiers. Anchors and look-arounds add nothing; whoever needs certainty checks the result.
 */
public final class PatternText {
  private static final int ATTEMPTS = 200;

  private final String pattern;
  private final Random random;
  private final Consumer<StringBuilder> root;
  private int at;
  private int spread = 2;

  public PatternText(String pattern, Random random) {
    this.pattern = pattern;
    this.random = random;
    this.root = alternatives();
  }

  /** Returns a text of so many characters, or the last one tried when none fits. */
  public String between(int least, int most) {
    String text = "";
    for (int i = 0; i < ATTEMPTS; i++) {
      StringBuilder made = new StringBuilder();
      root.accept(made);
      text = made.toString();
      int size = text.codePointCount(0, text.length());
      if (size >= least && size <= most) {
        return text;
      }
      spread = size < least ? spread + 1 + least / 4 : Math.max(1, spread - 1);
    }
    return text;
  }

  private Consumer<StringBuilder> alternatives() {
    List<Consumer<StringBuilder>> choices = new ArrayList<>();
    choices.add(sequence());
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      choices.add(sequence());
    }
    return out -> choices.get(random.nextInt(choices.size())).accept(out);
  }

  private Consumer<StringBuilder> sequence() {
    List<Consumer<StringBuilder>> parts = new ArrayList<>();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      parts.add(quantified(atom()));
    }
    return out -> parts.forEach(part -> part.accept(out));
  }

  private Consumer<StringBuilder> atom() {
    char c = pattern.charAt(at++);
    switch (c) {
      case '(':
        return group();
      case '[':
        return oneOf(charactersOfClass());
      case '.':
        return oneOf(characters(any -> true));
      case '^':
      case '$':
        return out -> {};
      case '\\':
        char escape = pattern.charAt(at++);
        return escape == 'b' || escape == 'B' ? out -> {} : oneOf(escaped(escape));
      default:
        return out -> out.append(c);
    }
  }

  private Consumer<StringBuilder> group() {
    boolean silent = false;
    if (pattern.startsWith("?", at)) {
      silent =
          pattern.startsWith("?=", at)
              || pattern.startsWith("?!", at)
              || pattern.startsWith("?<=", at)
              || pattern.startsWith("?<!", at);
      boolean named = !silent && pattern.startsWith("?<", at);
      at = named ? pattern.indexOf('>', at) + 1 : at + (pattern.startsWith("?<", at) ? 3 : 2);
    }
    Consumer<StringBuilder> inside = alternatives();
    at++;
    return silent ? out -> {} : inside;
  }

  private Consumer<StringBuilder> quantified(Consumer<StringBuilder> atom) {
    int least = 1;
    int most = 1;
    char c = at < pattern.length() ? pattern.charAt(at) : 0;
    if (c == '*' || c == '+' || c == '?') {
      at++;
      least = c == '+' ? 1 : 0;
      most = c == '?' ? 1 : Integer.MAX_VALUE;
    } else if (c == '{') {
      int end = pattern.indexOf('}', at);
      String[] bounds = pattern.substring(at + 1, end).split(",", -1);
      at = end + 1;
      least = Integer.parseInt(bounds[0].trim());
      most =
          bounds.length == 1
              ? least
              : bounds[1].isBlank() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1].trim());
    } else {
      return atom;
    }
    if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
      at++;
    }
    int from = least;
    int to = most;
    return out -> {
      int more = Math.min(to - from, spread);
      for (int i = from + random.nextInt(more + 1); i > 0; i--) {
        atom.accept(out);
      }
    };
  }

  private List<Character> charactersOfClass() {
    boolean negated = pattern.charAt(at) == '^';
    at += negated ? 1 : 0;
    List<Character> listed = new ArrayList<>();
    while (pattern.charAt(at) != ']') {
      List<Character> next = next();
      if (next.size() == 1 && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
        at++;
        for (char c = next.get(0), last = next().get(0); c <= last; c++) {
          listed.add(c);
        }
      } else {
        listed.addAll(next);
      }
    }
    at++;
    return negated ? characters(c -> !listed.contains((char) c)) : listed;
  }

  private List<Character> next() {
    char c = pattern.charAt(at++);
    return c == '\\' ? escaped(pattern.charAt(at++)) : List.of(c);
  }

  private List<Character> escaped(char escape) {
    switch (escape) {
      case 'd':
        return characters(Character::isDigit);
      case 'D':
        return characters(c -> !Character.isDigit(c));
      case 'w':
        return characters(c -> Character.isLetterOrDigit(c) || c == '_');
      case 'W':
        return characters(c -> !Character.isLetterOrDigit(c) && c != '_');
      case 's':
        return List.of(' ');
      case 'S':
        return characters(c -> c != ' ');
      case 'n':
        return List.of('\n');
      case 't':
        return List.of('\t');
      case 'u':
        at += 4;
        return List.of((char) Integer.parseInt(pattern.substring(at - 4, at), 16));
      case 'p':
        at = pattern.indexOf('}', at) + 1;
        return characters(Character::isLetter);
      default:
        return List.of(escape);
    }
  }

  private static List<Character> characters(IntPredicate wanted) {
    List<Character> found = new ArrayList<>();
    for (char c = ' '; c < 127; c++) {
      if (wanted.test(c)) {
        found.add(c);
      }
    }
    return found;
  }

  private Consumer<StringBuilder> oneOf(List<Character> choices) {
    return out -> out.append(choices.get(random.nextInt(choices.size())));
  }
}

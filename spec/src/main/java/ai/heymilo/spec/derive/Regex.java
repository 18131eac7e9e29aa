// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a pattern, with the meaning that ECMAScript gives it, to a program that is run without
 * recursion and in linear time. One instruction is one list of integers: {@code 0, from, to, …}
 * consumes a character of these ranges; {@code 1, a, b} goes on at both; {@code 2, a} goes on
 * there; {@code 3} wants the start of the text, {@code 4} its end, {@code 5} the edge of a word,
 * {@code 6} no edge; {@code 7} has found.
 */
final class Regex {
  private static final int MOST = 2_000;
  private static final int LAST = Character.MAX_CODE_POINT;
  private static final int[] LINE_ENDS = {'\n', '\n', '\r', '\r', 0x2028, 0x2029};

  private final String pattern;
  private final List<int[]> program = new ArrayList<>();
  private int at;

  private Regex(String pattern) {
    this.pattern = pattern;
  }

  /**
   * Returns the program of a pattern.
   *
   * @throws IllegalArgumentException if the pattern has something that is not understood
   */
  static ArrayNode compile(String pattern) {
    Regex regex = new Regex(pattern);
    regex.alternatives();
    if (regex.at < pattern.length()) {
      throw new IllegalArgumentException("')' without '('");
    }
    regex.emit(7);
    ArrayNode program = Document.array();
    for (int[] instruction : regex.program) {
      ArrayNode numbers = program.addArray();
      for (int number : instruction) {
        numbers.add(number);
      }
    }
    return program;
  }

  private void emit(int... instruction) {
    if (program.size() >= MOST) {
      throw new IllegalArgumentException("it repeats too much");
    }
    program.add(instruction);
  }

  private boolean accept(String text) {
    boolean there = pattern.startsWith(text, at);
    at += there ? text.length() : 0;
    return there;
  }

  private int next() {
    if (at == pattern.length()) {
      throw new IllegalArgumentException("it ends too early");
    }
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  private void alternatives() {
    int start = program.size();
    sequence();
    List<int[]> ends = new ArrayList<>();
    while (accept("|")) {
      insert(start, new int[] {1, start + 1, program.size() + 2});
      int[] end = {2, 0};
      emit(end);
      ends.add(end);
      start = program.size();
      sequence();
    }
    ends.forEach(end -> end[1] = program.size());
  }

  private void sequence() {
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      int start = program.size();
      int from = at;
      boolean repeatable = atom();
      int[] times = times();
      if (times != null) {
        if (!repeatable) {
          throw new IllegalArgumentException("nothing to repeat at " + from);
        }
        repeat(start, from, times);
      }
    }
  }

  /** Returns how often the last atom is wanted, {@code -1} for any number of times, or null. */
  private int @Nullable [] times() {
    int[] times;
    if (accept("*")) {
      times = new int[] {0, -1};
    } else if (accept("+")) {
      times = new int[] {1, -1};
    } else if (accept("?")) {
      times = new int[] {0, 1};
    } else if (accept("{")) {
      int least = number();
      int most = accept(",") ? (accept("}") ? -1 : number()) : least;
      if (pattern.charAt(at - 1) != '}' && !accept("}")) {
        throw new IllegalArgumentException("'{' without '}'");
      }
      if (most >= 0 && most < least) {
        throw new IllegalArgumentException("numbers out of order in '{}'");
      }
      times = new int[] {least, most};
    } else {
      return null;
    }
    accept("?"); // which match is found first does not matter
    return times;
  }

  private int number() {
    int start = at;
    while (at < pattern.length() && Character.digit(pattern.charAt(at), 10) >= 0) {
      at++;
    }
    if (at == start || at - start > 4) {
      throw new IllegalArgumentException("no number from 0 to 9999 at " + start);
    }
    return Integer.parseInt(pattern.substring(start, at));
  }

  /** Makes the program of an atom again, as often as it is wanted. */
  private void repeat(int start, int from, int[] times) {
    int end = at;
    program.subList(start, program.size()).clear();
    List<int[]> skips = new ArrayList<>();
    for (int n = 0; n < Math.max(times[0], times[1]); n++) {
      if (n >= times[0]) {
        int[] skip = {1, program.size() + 1, 0};
        emit(skip);
        skips.add(skip);
      }
      at = from;
      atom();
    }
    if (times[1] < 0) {
      int loop = program.size();
      int[] skip = {1, loop + 1, 0};
      emit(skip);
      skips.add(skip);
      at = from;
      atom();
      emit(2, loop);
    }
    skips.forEach(skip -> skip[2] = program.size());
    at = end;
  }

  /** Inserts an instruction; those behind it move by one. */
  private void insert(int index, int[] instruction) {
    for (int[] one : program.subList(index, program.size())) {
      for (int i = 1; i < one.length && (one[0] == 1 || one[0] == 2); i++) {
        one[i] += one[i] >= index ? 1 : 0;
      }
    }
    emit(7);
    program.remove(program.size() - 1);
    program.add(index, instruction);
  }

  /** Returns whether it can be repeated. */
  private boolean atom() {
    int c = next();
    switch (c) {
      case '^':
        emit(3);
        break;
      case '$':
        emit(4);
        break;
      case '.':
        characters(RegexClass.not(LINE_ENDS));
        break;
      case '(':
        group();
        break;
      case '[':
        characters(set());
        break;
      case '*':
      case '+':
      case '?':
      case '{':
        throw new IllegalArgumentException("nothing to repeat at " + (at - 1));
      case '\\':
        if (accept("b") || accept("B")) {
          emit(pattern.charAt(at - 1) == 'b' ? 5 : 6);
          return false;
        }
        characters(escape());
        break;
      default:
        characters(single(c));
    }
    return c != '^' && c != '$';
  }

  private void group() {
    if (accept("?") && !accept(":") && !namedGroup()) {
      throw new IllegalArgumentException("'(?' of a kind that is not understood");
    }
    alternatives();
    if (!accept(")")) {
      throw new IllegalArgumentException("'(' without ')'");
    }
  }

  private boolean namedGroup() {
    if (!accept("<") || accept("=") || accept("!")) {
      return false;
    }
    at = pattern.indexOf('>', at) + 1;
    return at > 0;
  }

  private void characters(int[] ranges) {
    int[] instruction = new int[ranges.length + 1];
    System.arraycopy(ranges, 0, instruction, 1, ranges.length);
    emit(instruction);
  }

  private int[] set() {
    boolean negated = accept("^");
    RegexClass set = new RegexClass();
    while (!accept("]")) {
      int[] low = accept("\\") ? escape() : single(next());
      if (at + 1 < pattern.length()
          && pattern.charAt(at) == '-'
          && pattern.charAt(at + 1) != ']'
          && low.length == 2
          && low[0] == low[1]) {
        at++;
        int[] high = accept("\\") ? escape() : single(next());
        if (high.length != 2 || high[0] != high[1] || high[0] < low[0]) {
          throw new IllegalArgumentException("a range out of order");
        }
        low = new int[] {low[0], high[0]};
      }
      set.add(low);
    }
    return negated ? RegexClass.not(set.ranges()) : set.ranges();
  }

  private static int[] single(int c) {
    return new int[] {c, c};
  }

  private int[] escape() {
    int c = next();
    int[] known = RegexClass.named(c);
    if (known != null) {
      return known;
    }
    switch (c) {
      case 'x':
        return single(hex(2));
      case 'u':
        return single(hex(accept("{") ? -1 : 4));
      default:
        if (Character.isLetterOrDigit(c)) {
          throw new IllegalArgumentException("'\\" + Character.toString(c) + "' is not understood");
        }
        return single(c);
    }
  }

  private int hex(int digits) {
    int end = digits < 0 ? pattern.indexOf('}', at) : Math.min(at + digits, pattern.length());
    String text = pattern.substring(at, Math.max(at, end));
    at = end + (digits < 0 ? 1 : 0);
    if (!text.matches("[0-9A-Fa-f]{1,6}") || (digits > 0 && text.length() < digits)) {
      throw new IllegalArgumentException("'" + text + "' is no hexadecimal number");
    }
    return Math.min(Integer.parseInt(text, 16), LAST);
  }
}

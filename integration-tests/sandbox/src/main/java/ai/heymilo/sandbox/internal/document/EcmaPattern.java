// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/** Reads a {@code pattern} as ECMAScript does where Java differs: {@code $} is the very end. */
final class EcmaPattern {
  private EcmaPattern() {}

  static RegularExpression of(String pattern) {
    Pattern compiled = Pattern.compile(javaPattern(pattern));
    return text -> compiled.matcher(text).find();
  }

  static String javaPattern(String pattern) {
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        java.append(c).append(pattern.charAt(++i));
      } else if (c == '$' && !inClass) {
        java.append("\\z");
      } else if (c == '[' && inClass) {
        java.append("\\["); // in Java, a bracket in a class begins another class
      } else {
        inClass = c == '[' || (inClass && c != ']');
        java.append(c);
      }
    }
    return java.toString();
  }
}

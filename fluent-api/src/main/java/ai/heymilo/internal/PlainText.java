// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells what of a server's answer may stand in a message or a log: names that programmers gave, not
 * words that may repeat what a person typed.
 */
final class PlainText {
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]{0,63}");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,200}");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_.:/+=|-]{1,128}");

  private PlainText() {}

  static boolean isCode(@Nullable String text) {
    return text != null && CODE.matcher(text).matches();
  }

  static boolean isPath(@Nullable String text) {
    return text != null && PATH.matcher(text).matches();
  }

  static boolean isRequestId(@Nullable String text) {
    return text != null && REQUEST_ID.matcher(text).matches();
  }
}

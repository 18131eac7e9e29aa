// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.errors.FieldError;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.StatusException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The failure of a batch that was not applied, and its consequences for the inputs. */
final class BatchFailure {
  /** {@code data[3].email}, {@code data.3.email} or {@code body.data[3]}. */
  private static final Pattern INPUT_PATH =
      Pattern.compile("(?:body\\.)?data(?:\\[(\\d{1,8})\\]|[./](\\d{1,8}))(?:[./]?([^\\d].*))?");

  /** The paths of findings that every other batch would have, too. */
  private static final Pattern OUTSIDE =
      Pattern.compile("posting_id|(?:path|query|header)(?:[.\\[].*)?");

  /** A name from a program; anything else may repeat personal data. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.:\\[\\]-]{0,63}");

  private final HeyMiloException failure;
  private final Map<Integer, String> named = new TreeMap<>();

  BatchFailure(HeyMiloException failure, int batchSize) {
    this.failure = failure;
    if (failure.status() != 400 && failure.status() != 422) {
      return;
    }
    for (FieldError field : failure.fieldErrors()) {
      Matcher path = INPUT_PATH.matcher(field.path());
      if (path.matches()) {
        int position = Integer.parseInt(path.group(1) != null ? path.group(1) : path.group(2));
        if (position < batchSize) {
          named.merge(position, describe(field, path.group(3)), (a, b) -> a + ", " + b);
        }
      }
    }
  }

  /** Returns the positions of the inputs that the server rejected by name. */
  Set<Integer> named() {
    return named.keySet();
  }

  /** Returns why the server rejected one input: names and codes only. */
  String reason(int position) {
    return "the server rejected it (HTTP " + failure.status() + "): " + named.get(position);
  }

  /** Returns whether parts of the batch may succeed. */
  boolean canBeHalved() {
    return failure.status() == 413 || (failure.status() == 422 && !concernsAll());
  }

  /** Returns whether the inputs are the cause. */
  boolean isAboutInputs() {
    int status = failure.status();
    return failure instanceof StatusException
        && (status == 400 || status == 409 || status == 413 || status == 422)
        && !concernsAll();
  }

  /** Returns whether every other batch would fail as well: wrong key, no such posting. */
  boolean concernsAll() {
    switch (failure.status()) {
      case 400:
      case 422:
        return !failure.fieldErrors().isEmpty()
            && failure.fieldErrors().stream()
                .allMatch(field -> OUTSIDE.matcher(field.path()).matches());
      case 409:
      case 413:
      case 429:
        return false;
      default:
        return failure instanceof StatusException;
    }
  }

  private static String describe(FieldError field, @Nullable String name) {
    String code = field.code();
    String what = name == null ? "the candidate" : NAME.matcher(name).matches() ? name : "a field";
    return code != null && NAME.matcher(code).matches() ? what + " (" + code + ")" : what;
  }
}

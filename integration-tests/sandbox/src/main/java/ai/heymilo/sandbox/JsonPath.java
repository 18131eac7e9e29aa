// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of JSONPath that names one place: {@code $.workflow[0].config['min score']}. */
final class JsonPath {
  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[\\]]+)|\\[(\\d+)]|\\['((?:[^'])*)']");

  private final JsonPointer pointer;

  private JsonPath(JsonPointer pointer) {
    this.pointer = pointer;
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException when it is not of the form above
   */
  static JsonPath of(String text) {
    JsonPointer pointer = JsonPointer.empty();
    Matcher step = STEP.matcher(text);
    int at = 1;
    while (text.startsWith("$") && at < text.length() && step.find(at) && step.start() == at) {
      pointer =
          step.group(2) == null
              ? pointer.appendProperty(step.group(1) == null ? step.group(3) : step.group(1))
              : pointer.appendIndex(Integer.parseInt(step.group(2)));
      at = step.end();
    }
    if (!text.startsWith("$") || at != text.length()) {
      throw new IllegalArgumentException(
          "a path looks like $.workflow[0].type or $.metadata['a key'], was " + text);
    }
    return new JsonPath(pointer);
  }

  /** Returns what is there in {@code json}; a missing node when nothing is. */
  JsonNode in(JsonNode json) {
    return json.at(pointer);
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The names file: better names than the rules find, pins for names that must not change, and the
 * few facts about operations that no document states. Immutable.
 *
 * <p>A line names a class for a path ({@code /api/v2/postings = ai.heymilo.postings.Postings}; a
 * qualified class is written by hand and extends the generated one), or a method for an operation
 * ({@code clonePosting = duplicate}), followed by flags. {@code -} keeps the method name. Lines
 * about paths and operations that a document does not have mean nothing to it.
 */
public final class Names {
  /** Hides the generated method from callers: a subclass has a better one. */
  static final String HIDDEN = "hidden";

  /** Permits sending a POST again: it sets a state, or only looks something up. */
  static final String REPEATABLE = "repeatable";

  /** Returns a list with {@code pagination} as one answer. */
  static final String UNPAGED = "unpaged";

  /** Names the property of an item that is the cursor: {@code cursor:interview_id}. */
  static final String CURSOR = "cursor:";

  /** Makes the path of an operation a part of its parent: no class of its own. */
  static final String ACTION = "action";

  private static final Set<String> FLAGS = Set.of(HIDDEN, REPEATABLE, UNPAGED, ACTION);

  private final Map<String, String> lines;

  private Names(Map<String, String> lines) {
    this.lines = lines;
  }

  /** Returns names without a line. */
  public static Names none() {
    return new Names(Map.of());
  }

  /**
   * Reads a names file, which has the form of Java properties.
   *
   * @throws IllegalArgumentException if a line has a flag that is not known
   */
  public static Names read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    Map<String, String> lines = new TreeMap<>();
    properties.forEach((key, value) -> lines.put(key.toString(), value.toString().strip()));
    return of(lines);
  }

  /**
   * Returns names with these lines.
   *
   * @throws IllegalArgumentException if a line has a flag that is not known
   */
  public static Names of(Map<String, String> lines) {
    lines.forEach(
        (key, value) -> {
          for (String flag : flags(value)) {
            if (!FLAGS.contains(flag) && !flag.startsWith(CURSOR)) {
              throw new IllegalArgumentException(
                  key
                      + " = "
                      + value
                      + ": the flag \""
                      + flag
                      + "\" is unknown; known are "
                      + FLAGS.stream().sorted().collect(Collectors.joining(", "))
                      + " and cursor:PROPERTY");
            }
          }
        });
    return new Names(Map.copyOf(lines));
  }

  /** Returns the class of a path, if the file names one. */
  Optional<String> className(String path) {
    return first(path);
  }

  /** Returns the method of an operation, if the file names one. */
  Optional<String> method(String operationId) {
    return first(operationId);
  }

  private Optional<String> first(String key) {
    return Optional.ofNullable(lines.get(key))
        .map(line -> line.split("\\s+", 2)[0])
        .filter(name -> !name.equals("-"));
  }

  boolean has(String operationId, String flag) {
    return flags(lines.getOrDefault(operationId, "")).contains(flag);
  }

  /** Returns the property that the file names as the cursor of a list. */
  Optional<String> cursor(String operationId) {
    return flags(lines.getOrDefault(operationId, "")).stream()
        .filter(flag -> flag.startsWith(CURSOR))
        .map(flag -> flag.substring(CURSOR.length()))
        .findFirst();
  }

  private static Set<String> flags(String line) {
    List<String> words = List.of(line.split("\\s+", -1));
    return new HashSet<>(words.subList(1, words.size()));
  }
}

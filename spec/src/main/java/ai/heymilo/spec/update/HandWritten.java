// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hand-written sources, tests and pages of the project, searched for what a change touches. */
final class HandWritten {
  private final Map<String, List<String>> files = new LinkedHashMap<>();

  private HandWritten() {}

  /** Reads the files below the directory of the project; main code comes before tests and pages. */
  static HandWritten below(Path project) throws IOException {
    HandWritten found = new HandWritten();
    try (Stream<Path> all = Files.walk(project)) {
      List<Path> sorted =
          all.filter(file -> isHandWritten(project.relativize(file)))
              .sorted(Comparator.comparing(HandWritten::rank).thenComparing(file -> file))
              .collect(Collectors.toList());
      for (Path file : sorted) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String name = project.relativize(file).toString().replace('\\', '/');
        found.files.put(name, Arrays.asList(text.split("\n", -1)));
      }
    }
    return found;
  }

  private static boolean isHandWritten(Path file) {
    String name = file.toString().replace('\\', '/');
    // The spec module works on any document; a file of goldens shows what a test has in it.
    return name.matches(
            "(fluent-api|generated-client|integration-tests)/(.*/)?src/.*\\.(java|json)|[^/]*\\.md|docs/.*\\.md")
        && !name.contains("/target/")
        && !name.startsWith("CHANGELOG");
  }

  private static int rank(Path file) {
    String name = file.toString().replace('\\', '/');
    return name.contains("/src/main/") ? 0 : name.endsWith(".java") ? 1 : 2;
  }

  /** Returns the lines ({@code path:line}) that use a place. */
  List<String> lines(Place place) {
    if (place.uses().isEmpty()) {
      return List.of();
    }
    Pattern owner = Pattern.compile("\\b" + Pattern.quote(place.owner()) + "\\b");
    Pattern uses = Pattern.compile(place.uses());
    List<String> lines = new ArrayList<>();
    files.forEach(
        (file, text) -> {
          boolean near =
              place.owner().isEmpty() || text.stream().anyMatch(l -> owner.matcher(l).find());
          for (int i = 0; near && i < text.size(); i++) {
            if (uses.matcher(text.get(i)).find()) {
              lines.add(file + ":" + (i + 1));
            }
          }
        });
    return lines;
  }
}

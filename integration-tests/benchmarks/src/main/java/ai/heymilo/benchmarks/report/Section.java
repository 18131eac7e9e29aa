// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one kind of benchmark found, kept so that the kinds can be run one at a time. */
public final class Section {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public String title;
  public String how;
  public String machine;
  public String command;
  public List<Row> rows;

  public static Section of(String title, String how, String command, List<Row> rows) {
    Section section = new Section();
    section.title = title;
    section.how = how;
    section.machine = Machine.describe();
    section.command = command;
    section.rows = rows;
    return section;
  }

  public void save(Path directory, String name) throws IOException {
    Files.createDirectories(directory);
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(file(directory, name).toFile(), this);
  }

  static boolean exists(Path directory, String name) {
    return Files.exists(file(directory, name));
  }

  static Section load(Path directory, String name) throws IOException {
    return MAPPER.readValue(file(directory, name).toFile(), Section.class);
  }

  private static Path file(Path directory, String name) {
    return directory.resolve(name + ".json");
  }
}

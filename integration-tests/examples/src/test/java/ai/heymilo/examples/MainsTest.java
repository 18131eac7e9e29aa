// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts each example as its reader would: alone, without arguments, on its own sandbox. */
class MainsTest {
  private final PrintStream before = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(before);
  }

  /** Without comments, imports, blank lines and lone brackets. */
  @Test
  void eachHasLessThanSixtyLines() throws IOException {
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/ai/heymilo/examples"))) {
      assertThat(sources).hasSizeGreaterThan(8).allSatisfy(this::hasLessThanSixtyLines);
    }
  }

  private void hasLessThanSixtyLines(Path source) throws IOException {
    assertThat(Files.isDirectory(source) ? List.<String>of() : Files.readAllLines(source))
        .as(source.toString())
        .filteredOn(line -> !line.matches("\\s*(//.*|\\*.*|/\\*.*|import .*|package .*|[{}();]*)"))
        .hasSizeLessThan(60);
  }

  @Test
  void eachRunsOutOfTheBox() throws Exception {
    QuickStart.main(new String[0]);
    FromTemplate.main(new String[0]);
    UpdateInterviewer.main(new String[0]);
    SyncCandidates.main(new String[0]);
    IngestCsv.main(new String[0]);
    FanOut.main(new String[0]);
    Tenants.main(new String[0]);
    KeyRotation.main(new String[0]);

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("Interviewer ", "Activated, status active", "Staff Java Engineer")
        .contains("0 candidates are new or have changed")
        .contains("4 candidates: 2 accepted, 2 rejected, 0 unknown");
  }
}

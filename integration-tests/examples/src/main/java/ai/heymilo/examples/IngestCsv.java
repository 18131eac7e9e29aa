// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.Candidates;
import ai.heymilo.candidates.IngestJournal;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestProgress;
import ai.heymilo.candidates.IngestReport;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ingests the candidates of a CSV file with the columns {@code id}, {@code name}, {@code email} and
 * perhaps {@code phone}, separated by commas or semicolons, and reports each row that was not
 * accepted. A journal beside the file survives a crash: run it again to go on.
 */
public final class IngestCsv {
  private IngestCsv() {}

  /**
   * Runs the example for a new posting.
   *
   * @param args the file; a small one with some mistakes if there is none
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] args) throws IOException {
    Path file = args.length > 0 ? Path.of(args[0]) : sample();
    PrintStream out = System.out;
    try (Server server = Server.fromEnvironmentOrSandbox(out)) {
      run(out, server.client(), server.activePosting(), file);
    }
  }

  static IngestReport run(PrintStream out, HeyMilo milo, String postingId, Path file)
      throws IOException {
    Candidates candidates = milo.posting(postingId).candidates();
    IngestJournal journal = IngestJournal.file(Path.of(file + ".journal"));
    IngestReport report;
    try (CsvReader<NamedCsvRecord> rows = open(file)) {
      report =
          candidates.ingestAll(
              rows.stream().map(IngestCsv::candidate),
              options ->
                  options
                      .correlateBy("external_id")
                      .journal(journal)
                      .onProgress(progress -> out.print(bar(progress))));
    }
    report = report.reconcile(); // looks up what is unknown, resubmits nothing on suspicion
    out.printf("%n%s%n", report);
    for (IngestOutcome row : report.rejected()) {
      out.printf("  row %d: %s, %s%n", row.index() + 1, row.rejection(), row.reason());
    }
    return report;
  }

  /** Opens a file, with or without a byte order mark; names the columns that are missing. */
  private static CsvReader<NamedCsvRecord> open(Path file) throws IOException {
    String header;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      header = String.valueOf(lines.readLine()).replace("\uFEFF", "");
    }
    char separator = header.contains(";") ? ';' : ',';
    List<String> missing = new ArrayList<>(List.of("id", "name", "email"));
    missing.removeAll(List.of(header.replace("\"", "").split(String.valueOf(separator))));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          file.getFileName() + " has no column " + String.join(", ", missing) + ": " + header);
    }
    return CsvReader.builder()
        .fieldSeparator(separator)
        .detectBomHeader(true)
        .ofNamedCsvRecord(file);
  }

  private static Candidate candidate(NamedCsvRecord row) {
    return Candidate.of(
        row.getField("name"),
        row.getField("email"),
        candidate -> {
          candidate.metadata("external_id", row.getField("id"));
          row.findField("phone").filter(s -> !s.isBlank()).ifPresent(candidate::phoneNumber);
        });
  }

  /** The number of rows is not known in advance: the bar grows by one mark for 50 of them. */
  private static String bar(IngestProgress progress) {
    String marks = "#".repeat((int) Math.min(40, (progress.done() + 49) / 50));
    return String.format("\r%s %d, %.0f/s", marks, progress.done(), progress.perSecond());
  }

  private static Path sample() throws IOException {
    return Files.write(
        Files.createTempFile("candidates", ".csv"),
        List.of(
            "\uFEFFid;name;email;phone",
            "1;Ada Lovelace;ada@example.org;+442079460001",
            "2;\"Turing; Alan\";alan@example.org;",
            "3;Grace Hopper;grace@example.org;020 7946 0003",
            "4;\"Ada\nL.\";ADA@example.org;"));
  }
}

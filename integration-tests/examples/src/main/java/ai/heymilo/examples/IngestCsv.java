// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestProgress;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.postings.CreatedPosting;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes in the candidates of a CSV file with the columns {@code id}, {@code name}, {@code email}
 * and {@code phone}, however long it is, and says what became of each line.
 */
public final class IngestCsv {
  private IngestCsv() {}

  /**
   * Runs the example for a new interviewer.
   *
   * @param args the file; a small one with some mistakes if there is none
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] args) throws IOException {
    Path file = args.length > 0 ? Path.of(args[0]) : sample();
    PrintStream out = System.out;
    try (Server server = Server.fromEnvironmentOrSandbox(out)) {
      CreatedPosting posting =
          server.client().postings().create("Java Engineer", p -> p.resume(step -> {}));
      posting.activate();
      run(out, server.client(), posting.id(), file);
    }
  }

  static void run(PrintStream out, HeyMilo milo, String postingId, Path file) throws IOException {
    IngestReport report;
    try (Stream<String> lines = Files.lines(file)) {
      report =
          milo.posting(postingId)
              .candidates()
              .ingestAll(
                  Csv.rows(lines).map(IngestCsv::candidate),
                  options ->
                      options
                          .batchSize(50)
                          .correlateBy("external_id")
                          .onProgress(progress -> out.print(bar(progress))));
    }
    out.println();
    out.println(report);

    if (!report.unknown().isEmpty()) {
      report = report.reconcile(); // never given again on suspicion: looked up
      out.println("after looking up: " + report);
    }
    for (IngestOutcome outcome : report.rejected()) {
      out.println(
          "  line " + (outcome.index() + 2) + ": " + outcome.rejection() + ", " + outcome.reason());
    }
  }

  private static Candidate candidate(Map<String, String> row) {
    return Candidate.of(
        row.getOrDefault("name", ""),
        row.getOrDefault("email", ""),
        candidate -> {
          candidate.metadata("external_id", row.getOrDefault("id", ""));
          String phone = row.getOrDefault("phone", "");
          if (!phone.isEmpty()) {
            candidate.phoneNumber(phone);
          }
        });
  }

  /** A file does not tell how many lines it has, so the bar grows as it goes, by 50 a mark. */
  private static String bar(IngestProgress progress) {
    return String.format(
        "\r%s %d, %.0f/s",
        "#".repeat((int) Math.min(40, (progress.done() + 49) / 50)),
        progress.done(),
        progress.perSecond());
  }

  private static Path sample() throws IOException {
    return Files.write(
        Files.createTempFile("candidates", ".csv"),
        List.of(
            "id,name,email,phone",
            "1,Ada Lovelace,ada@example.org,+442079460001",
            "2,\"Turing, Alan\",alan@example.org,",
            "3,Grace Hopper,grace@example.org,020 7946 0003",
            "4,Ada L.,ADA@example.org,"));
  }
}

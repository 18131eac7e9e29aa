// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import ai.heymilo.HeyMilo;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.generated.model.PostingResponse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Fetches the candidates that are new since the last run, and keeps in a file how far it came.
 *
 * <p>{@code created_after} includes the instant itself, so the newest candidate of the last run
 * comes again: store candidates by {@code interview_id}, and it does no harm. The file is written
 * last: a run that fails is done again from where it started.
 */
public final class SyncCandidates {
  private SyncCandidates() {}

  /**
   * Runs the example twice for the first interviewer that there is.
   *
   * @param args the file to keep; one in the directory for temporary files if there is none
   * @throws IOException if the file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path file =
        args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("heymilo").resolve("sync");
    PrintStream out = System.out;
    try (Server server = Server.fromEnvironmentOrSandbox(out)) {
      PostingResponse posting = server.client().postings().list().iterator().next();
      run(out, server.client(), posting.getId(), file);
      run(out, server.client(), posting.getId(), file);
    }
  }

  static void run(PrintStream out, HeyMilo milo, String postingId, Path file) throws IOException {
    Instant since = Files.exists(file) ? Instant.parse(Files.readString(file)) : Instant.EPOCH;
    Instant newest = since;
    int count = 0;
    for (CandidateResponse candidate :
        milo.posting(postingId)
            .candidates()
            .list(query -> query.createdAfter(since).pageSize(100).prefetch())) {
      out.println("  " + candidate.getInterviewId() + " " + candidate.getStatus());
      count++;
      Instant created = candidate.getCreatedAt();
      if (created != null && created.isAfter(newest)) {
        newest = created;
      }
    }
    Files.writeString(file, newest.toString());
    out.println(count + " candidates since " + since + ", the next run starts at " + newest);
  }
}

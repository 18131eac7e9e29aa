// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import ai.heymilo.HeyMilo;
import ai.heymilo.HeyMiloAsync;
import ai.heymilo.generated.model.PostingResponse;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Counts the candidates of every interviewer by status, all interviewers at once. No thread waits
 * for an answer, and the client's rate limit keeps it inside the quota.
 */
public final class FanOut {
  private FanOut() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    PrintStream out = System.out;
    try (Server server = Server.fromEnvironmentOrSandbox(out)) {
      run(out, server.client());
    }
  }

  static void run(PrintStream out, HeyMilo milo) {
    HeyMiloAsync async = milo.async();
    List<CompletableFuture<String>> lines = new ArrayList<>();
    async
        .postings()
        .list(query -> query.limit(100))
        .forEach(posting -> lines.add(line(async, posting)))
        .join();
    lines.forEach(line -> out.println(line.join()));
  }

  private static CompletableFuture<String> line(HeyMiloAsync async, PostingResponse posting) {
    Map<String, Integer> byStatus = new TreeMap<>();
    return async
        .posting(posting.getId())
        .candidates()
        .list(query -> query.limit(100))
        .forEach(candidate -> byStatus.merge(candidate.getStatus().toString(), 1, Integer::sum))
        .thenApply(done -> posting.getTitle() + ": " + byStatus);
  }
}

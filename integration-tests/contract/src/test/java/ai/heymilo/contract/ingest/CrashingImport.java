// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.IngestAbortedException;
import ai.heymilo.candidates.IngestJournal;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.errors.StatusException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.testkit.Canary;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import java.nio.file.Path;
import java.time.Duration;

/** The process that {@link CrashTest} kills: the same line, run until nothing is left to do. */
final class CrashingImport {
  private CrashingImport() {}

  public static void main(String[] args) {
    Duration wait = Duration.ofMillis(1);
    int candidates = Integer.parseInt(args[2]);
    try (HeyMilo milo =
        HeyMilo.builder()
            .apiKey(Canary.KEY)
            .baseUrl(args[0])
            .rateLimiter(RateLimiter.unlimited())
            .retryPolicy(RetryPolicy.builder().waits(wait, wait).rateLimitWaits(wait, wait).build())
            .build()) {
      IngestReport report = null;
      while (report == null || !report.unknown().isEmpty() || !report.retryable().isEmpty()) {
        report =
            milo.posting("P1")
                .candidates()
                .ingestAll(
                    Bulk.candidates(candidates),
                    o ->
                        o.batchSize(20)
                            .correlateBy("ref")
                            .settleAfter(Duration.ofMillis(500))
                            .journal(IngestJournal.file(Path.of(args[1]))));
      }
      System.out.println(report);
    } catch (IngestAbortedException e) {
      System.out.println(e.getMessage());
      System.exit(
          e.getCause() instanceof StatusException || e.getCause() instanceof TransportException
              ? 3
              : 1);
    }
  }
}

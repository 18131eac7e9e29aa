// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestOptions;
import ai.heymilo.candidates.IngestReport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** The two ways to ingest, which each scenario is run in. */
enum Mode {
  BLOCKING {
    @Override
    IngestReport ingestAll(
        HeyMilo milo, Iterable<Candidate> input, Consumer<IngestOptions> options) {
      return milo.posting("P1").candidates().ingestAll(input, options);
    }

    @Override
    IngestReport enqueueAll(
        HeyMilo milo, Iterable<Candidate> input, Consumer<IngestOptions> options) {
      return milo.posting("P1").candidates().enqueueAll(input, options);
    }

    @Override
    IngestReport lookUp(HeyMilo milo, Iterable<Candidate> input, Consumer<IngestOptions> options) {
      return milo.posting("P1").candidates().lookUp(input, options);
    }

    @Override
    IngestReport reconcile(IngestReport report) {
      return report.reconcile();
    }
  },
  ASYNC {
    @Override
    IngestReport ingestAll(
        HeyMilo milo, Iterable<Candidate> input, Consumer<IngestOptions> options) {
      return got(milo.async().posting("P1").candidates().ingestAll(input, options));
    }

    @Override
    IngestReport enqueueAll(
        HeyMilo milo, Iterable<Candidate> input, Consumer<IngestOptions> options) {
      return got(milo.async().posting("P1").candidates().enqueueAll(input, options));
    }

    @Override
    IngestReport lookUp(HeyMilo milo, Iterable<Candidate> input, Consumer<IngestOptions> options) {
      return got(milo.async().posting("P1").candidates().lookUp(input, options));
    }

    @Override
    IngestReport reconcile(IngestReport report) {
      return got(report.reconcileAsync());
    }
  };

  abstract IngestReport ingestAll(
      HeyMilo milo, Iterable<Candidate> input, Consumer<IngestOptions> options);

  abstract IngestReport enqueueAll(
      HeyMilo milo, Iterable<Candidate> input, Consumer<IngestOptions> options);

  abstract IngestReport lookUp(
      HeyMilo milo, Iterable<Candidate> input, Consumer<IngestOptions> options);

  abstract IngestReport reconcile(IngestReport report);

  private static <T> T got(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static ai.heymilo.contract.ingest.Bulk.candidates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestAbortedException;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.contract.testkit.ScriptedServer;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever ends an ingestion, its account is kept. */
@Timeout(60)
class EndedFromOutsideTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @ParameterizedTest
  @MethodSource("thrown")
  void anInputThatThrowsAnythingLeavesAReport(Mode mode, Throwable failure) {
    server.answer(Bulk::accept);

    IngestAbortedException e =
        catchThrowableOfType(
            IngestAbortedException.class,
            () -> mode.ingestAll(server.client(), endingWith(failure), o -> o.batchSize(2)));

    assertAddsUp(e.report(), 4);
    assertThat(e.report().accepted()).hasSize(4);
    assertThat(e).hasCause(failure);
  }

  static Stream<Arguments> thrown() {
    return Stream.of(Mode.values())
        .flatMap(
            mode ->
                Stream.of(new IOException("disk"), new NoClassDefFoundError("x"))
                    .map(failure -> Arguments.of(mode, failure)));
  }

  @ParameterizedTest
  @EnumSource
  void aListenerThatThrowsAnErrorLeavesAReport(Mode mode) {
    server.answer(Bulk::accept);

    IngestAbortedException e =
        catchThrowableOfType(
            IngestAbortedException.class,
            () ->
                mode.ingestAll(
                    server.client(),
                    candidates(4),
                    o ->
                        o.batchSize(2)
                            .onProgress(
                                progress -> {
                                  throw new AssertionError("x");
                                })));

    assertThat(e.report().accepted()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatWasClosedBeforeLeavesNothingInDoubt(Mode mode) {
    HeyMilo closed = server.builder().build();
    closed.close();

    IngestAbortedException e =
        catchThrowableOfType(
            IngestAbortedException.class, () -> mode.ingestAll(closed, candidates(3), o -> {}));

    assertThat(server.count()).isZero();
    assertThat(e.report().unknown()).isEmpty();
    assertThat(e.report().rejected(Rejection.NOT_TRIED)).hasSize(3);
  }

  private static Iterable<Candidate> endingWith(Throwable failure) {
    Iterator<Candidate> good = candidates(4).iterator();
    return () ->
        new Iterator<Candidate>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Candidate next() {
            if (good.hasNext()) {
              return good.next();
            }
            throw EndedFromOutsideTest.<RuntimeException>undeclared(failure);
          }
        };
  }

  /** Throws what need not be declared, as Kotlin does, or Lombok's SneakyThrows. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X undeclared(Throwable failure) throws X {
    throw (X) failure;
  }
}

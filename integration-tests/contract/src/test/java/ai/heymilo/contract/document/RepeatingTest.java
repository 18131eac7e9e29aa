// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.heymilo.HeyMilo;
import ai.heymilo.contract.document.Documented.Answer;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.spec.resource.ResourceOperation;
import ai.heymilo.spec.resource.ResourceOperation.Retry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which operations of a document are sent again when an answer is lost, and what is advised. */
class RepeatingTest {
  private static final Map<String, BiFunction<HeyMilo, Documented, Object>> WAYS =
      Map.of(
          "blocking", (milo, operation) -> Stubs.call(milo.api(), operation),
          "async", (milo, operation) -> Stubs.callAsync(milo.api(), operation));

  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  private static List<Documented> withMethod(String method, Retry... classes) {
    List<Documented> found =
        Documented.operations().stream()
            .filter(one -> one.method().equals(method))
            .filter(one -> List.of(classes).contains(model(one).retry()))
            .toList();
    assumeTrue(!found.isEmpty(), "the document has no such " + method);
    return found;
  }

  private static ResourceOperation model(Documented operation) {
    return FluentMethods.model(operation);
  }

  private static ScriptedServer.Answer success(Documented operation) {
    Answer success =
        operation.answers().stream().filter(Answer::isSuccess).findFirst().orElseThrow();
    String body =
        success.isJson()
            ? new Examples(Examples.Size.REQUIRED, 1).at(success.schema()).toString()
            : success.mediaType().isEmpty() ? "" : "bytes";
    return ScriptedServer.Answer.of(success.code(), body);
  }

  /** What came of a call whose first answer was lost. */
  private record Result(int requests, Throwable failure) {}

  /** With a client for each call, because the retries of a client share a budget. */
  private List<Result> lost(Documented operation, boolean repeatable, ScriptedServer.Answer then) {
    List<Result> results = new ArrayList<>();
    WAYS.forEach(
        (name, way) -> {
          AtomicInteger requests = new AtomicInteger();
          server.answer(
              request -> requests.incrementAndGet() == 1 ? ScriptedServer.Answer.hangUp() : then);
          try (HeyMilo client = server.builder().build()) {
            HeyMilo milo = client.withOptions(options -> options.repeatable(repeatable));
            Throwable failure = catchThrowable(() -> way.apply(milo, operation));
            results.add(new Result(requests.get(), failure));
          }
        });
    return results;
  }

  private void assertRepeated(Documented operation, boolean repeatable) {
    assertThat(lost(operation, repeatable, success(operation)))
        .as(operation.toString())
        .containsOnly(new Result(2, null));
  }

  @Test
  void readsAreRepeated() {
    withMethod("GET", Retry.READ).forEach(one -> assertRepeated(one, false));
  }

  @Test
  void replacementsAreRepeated() {
    withMethod("PUT", Retry.REPEATABLE).forEach(one -> assertRepeated(one, false));
  }

  @Test
  void deletionsAreRepeated() {
    withMethod("DELETE", Retry.REPEATABLE).forEach(one -> assertRepeated(one, false));
  }

  @Test
  void aRepeatedDeletionThatFindsNothingHasSucceeded() {
    for (Documented delete : withMethod("DELETE", Retry.REPEATABLE)) {
      ScriptedServer.Answer gone = ScriptedServer.Answer.of(404, "");
      boolean readable = model(delete).answer() == ResourceOperation.Answer.NOTHING;
      for (Result result : lost(delete, false, gone)) {
        assertThat(result.requests()).as(delete.toString()).isEqualTo(2);
        if (readable) {
          assertThat(result.failure()).as(delete.toString()).isNull();
        } else { // there is no answer to return, but the fate of the first request is not lost
          assertThat(result.failure()).isInstanceOf(AmbiguousWriteException.class);
          assertThat(((HeyMiloException) result.failure()).status()).isEqualTo(404);
        }
      }
    }
  }

  @Test
  void statesAreSetAgain() {
    withMethod("POST", Retry.REPEATABLE).forEach(one -> assertRepeated(one, false));
  }

  @Test
  void otherWritesAreSentOnceAndAdviseTheirOwnLookUp() {
    List<Documented> writes = new ArrayList<>(withMethod("POST", Retry.ONCE));
    writes.addAll(withMethod("PATCH", Retry.UPDATE));
    for (Documented write : writes) {
      for (Result result : lost(write, false, success(write))) {
        assertThat(result.requests()).as(write.toString()).isEqualTo(1);
        assertThat(result.failure()).isExactlyInstanceOf(AmbiguousWriteException.class);
        assertAdvice(write, result.failure().getMessage());
      }
    }
  }

  /** The advice is a read at the path of the write or above it, of no other resource. */
  private static void assertAdvice(Documented write, String message) {
    List<Documented> named =
        Documented.operations().stream()
            .filter(one -> !one.id().equals(write.id()))
            .filter(
                one ->
                    Pattern.compile("\\b" + Pattern.quote(one.id()) + "\\b")
                        .matcher(message)
                        .find())
            .toList();
    Optional<Documented> reads =
        Documented.operations().stream()
            .filter(one -> one.method().equals("GET") && isAbove(one.path(), write.path()))
            .findFirst();

    if (reads.isEmpty()) {
      assertThat(message).contains("has no operation to find out");
    }
    assertThat(named).as(message).hasSize(reads.isEmpty() ? 0 : 1);
    assertThat(named)
        .allSatisfy(
            one -> {
              assertThat(one.method()).isEqualTo("GET");
              assertThat(isAbove(one.path(), write.path())).as(message).isTrue();
            });
  }

  private static boolean isAbove(String path, String write) {
    return write.equals(path) || write.startsWith(path + "/");
  }

  @Test
  void whatTheCallerDeclaresRepeatableIsRepeated() {
    withMethod("POST", Retry.ONCE).forEach(one -> assertRepeated(one, true));
    withMethod("PATCH", Retry.UPDATE).forEach(one -> assertRepeated(one, true));
  }
}

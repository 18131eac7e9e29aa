// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.CustomCall;
import ai.heymilo.CustomCallAsync;
import ai.heymilo.HeyMilo;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.contract.testkit.ScriptedServer.Request;
import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.NotFoundException;
import ai.heymilo.errors.ValidationException;
import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.RawBody;
import ai.heymilo.transport.RateLimiter;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls of operations that no document has: {@code milo.call}, blocking and asynchronous. */
class CustomCallTest {
  /** The two kinds of call. */
  enum Way {
    BLOCKING {
      @Override
      Map<String, Object> asMap(HeyMilo milo, String line, Consumer<ApiCall.Builder> more) {
        return call(milo, line, more).asMap();
      }

      @Override
      RawBody asBytes(HeyMilo milo, String line) {
        return call(milo, line, call -> {}).asBytes();
      }

      private CustomCall call(HeyMilo milo, String line, Consumer<ApiCall.Builder> more) {
        String[] parts = line.split(" ", -1);
        return milo.call(parts[0], parts[1], more);
      }
    },
    ASYNC {
      @Override
      Map<String, Object> asMap(HeyMilo milo, String line, Consumer<ApiCall.Builder> more) {
        return joined(() -> call(milo, line, more).asMap().join());
      }

      @Override
      RawBody asBytes(HeyMilo milo, String line) {
        return joined(() -> call(milo, line, call -> {}).asBytes().join());
      }

      private CustomCallAsync call(HeyMilo milo, String line, Consumer<ApiCall.Builder> more) {
        String[] parts = line.split(" ", -1);
        return milo.async().call(parts[0], parts[1], more);
      }
    };

    abstract Map<String, Object> asMap(HeyMilo milo, String line, Consumer<ApiCall.Builder> more);

    abstract RawBody asBytes(HeyMilo milo, String line);

    private static <T> T joined(java.util.function.Supplier<T> call) {
      try {
        return call.get();
      } catch (CompletionException e) {
        throw (HeyMiloException) e.getCause();
      }
    }
  }

  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  private void answer(Answer... answers) {
    server.answer(request -> answers[Math.min(request.number(), answers.length) - 1]);
  }

  @ParameterizedTest
  @EnumSource
  void idsAreEncodedAndStayOutOfMessages(Way way) {
    answer(Answer.of(404, ""));

    assertThatThrownBy(
            () ->
                way.asMap(
                    server.client(),
                    "GET /new/{id}/parts",
                    call -> call.path("id", "a/b c*é").query("q", "1&2 ü")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("GET /new/{id}/parts failed with HTTP 404")
        .hasMessageNotContaining("a/b");
    assertThat(server.requests())
        .extracting(Request::url)
        .containsExactly("/new/a%2Fb%20c%2A%C3%A9/parts?q=1%262%20%C3%BC");
  }

  @ParameterizedTest
  @EnumSource
  void readsAreRetriedAndReturnPlainValues(Way way) {
    answer(Answer.hangUp(), Answer.of(503, ""), Answer.of(200, "{\"n\":1.5,\"l\":[null,\"x\"]}"));

    Map<String, Object> read = way.asMap(server.client(), "GET /new", call -> {});

    assertThat(read).containsEntry("n", new BigDecimal("1.5"));
    assertThat(read.get("l"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly(null, "x");
    assertThat(server.count()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void aPostIsNotRepeatedUnlessTheCallerPermitsIt(Way way) {
    answer(Answer.hangUp(), Answer.of(200, "{}"));
    Consumer<ApiCall.Builder> body = call -> call.body(Map.of("k", List.of(1)));

    assertThatThrownBy(() -> way.asMap(server.client(), "POST /new", body))
        .isInstanceOf(AmbiguousWriteException.class)
        .hasMessageContaining("has no operation to find out");
    assertThat(server.requests()).extracting(Request::body).containsExactly("{\"k\":[1]}");

    server.answer(r -> r.number() == 2 ? Answer.hangUp() : Answer.of(200, "{}"));
    HeyMilo repeating = server.client().withOptions(options -> options.repeatable(true));
    assertThat(way.asMap(repeating, "POST /new", body)).isEmpty();
    assertThat(server.count()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void aDeletionIsRepeated(Way way) {
    answer(Answer.hangUp(), Answer.of(200, "x"));

    RawBody body = way.asBytes(server.client(), "DELETE /new");

    assertThat(new String(body.bytes(), StandardCharsets.UTF_8)).isEqualTo("x");
    assertThat(body.contentType()).isEqualTo("application/json");
    assertThat(server.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aBodyLongerThanItsBoundFailsUnlessTheBoundIsRaised(Way way, @TempDir Path directory)
      throws Exception {
    answer(Answer.of(200, "0123456789"));
    HeyMilo bounded = server.client().withOptions(options -> options.maxResponseBytes(9));

    assertThatThrownBy(() -> way.asBytes(bounded, "GET /audio"))
        .isInstanceOf(HeyMiloException.class)
        .hasRootCauseMessage(
            "the body of the response is longer than 9 bytes; maxResponseBytes permits more");

    HeyMilo raised = bounded.withOptions(options -> options.maxResponseBytes(10));
    RawBody body = way.asBytes(raised, "GET /audio");
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    body.writeTo(stream);
    Path file = directory.resolve("audio");
    body.writeTo(file);
    assertThat(stream).hasToString("0123456789");
    assertThat(file).hasContent("0123456789");
    assertThatThrownBy(() -> server.builder().maxResponseBytes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxResponseBytes must be at least 1, was 0");
  }

  @ParameterizedTest
  @EnumSource
  void errorsAreTypedAndNameTheirFields(Way way) {
    answer(
        Answer.of(
            422, "{\"detail\":[{\"loc\":[\"body\",\"k\"],\"msg\":\"wrong\",\"type\":\"value\"}]}"));

    assertThatThrownBy(() -> way.asMap(server.client(), "POST /new", call -> call.body("x")))
        .isInstanceOfSatisfying(
            ValidationException.class,
            e -> assertThat(e.fieldErrors()).extracting(f -> f.path()).containsExactly("k"));
  }

  @ParameterizedTest
  @EnumSource
  void theRateLimitCounts(Way way) {
    answer(Answer.of(200, "{}"));
    try (HeyMilo limited =
        server
            .builder()
            .rateLimiter(RateLimiter.slidingWindow(1, Duration.ofMinutes(10)))
            .build()) {
      way.asMap(limited, "GET /new", call -> {});

      assertThatThrownBy(() -> way.asMap(limited, "GET /new", call -> {}))
          .isInstanceOf(HeyMiloException.class)
          .hasMessageContaining("rate limit");
      assertThat(server.count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPathWithAQueryOrAnIdThatCannotStandInOneIsRejected(Way way) {
    assertThatThrownBy(() -> way.asMap(server.client(), "GET /new?limit=1", call -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> way.asMap(server.client(), "GET /new/{id}", call -> call.path("id", "..")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id must not be dots alone");
    assertThat(server.count()).isZero();
  }
}

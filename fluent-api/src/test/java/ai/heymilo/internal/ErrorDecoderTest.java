// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.heymilo.errors.FieldError;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorDecoderTest {

  @Test
  void theEnvelopeOfTheApiIsUnderstood() {
    ServerError error =
        decode(
            """
            {"error": {"type": "invalid_request_error", "code": "validation_failed",
              "message": "Two problems", "param": "workflow", "doc_url": null,
              "errors": [{"code": "too_short", "message": "Title is short", "param": "title"},
                         {"code": "missing", "message": "No param", "param": null}]}}
            """);

    assertThat(error.type()).isEqualTo("invalid_request_error");
    assertThat(error.code()).isEqualTo("validation_failed");
    assertThat(error.message()).isEqualTo("Two problems");
    assertThat(error.fieldErrors())
        .extracting(FieldError::path, FieldError::code, FieldError::message)
        .containsExactly(
            tuple("title", "too_short", "Title is short"), tuple("", "missing", "No param"));
  }

  @Test
  void theParameterOfAnEnvelopeWithoutDetailsIsAFieldError() {
    ServerError error =
        decode("{\"error\":{\"code\":\"c\",\"message\":\"m\",\"param\":\"limit\"}}");

    assertThat(error.fieldErrors()).extracting(FieldError::path).containsExactly("limit");
  }

  @Test
  void theListOfTheFrameworkIsUnderstoodAndItsInputNotKept() {
    ServerError error =
        decode(
            """
            {"detail": [
              {"loc": ["body", "workflow", 1, "questions", 0, "score_weight"], "msg": "too big",
               "type": "less_than_equal", "input": "secret@example.org"},
              {"loc": ["query", "limit"], "msg": "too small", "type": "greater_than"},
              {"loc": ["body", "body"], "msg": "m", "type": "t"},
              {"loc": ["body", 3], "msg": "m", "type": "t"}]}
            """);

    assertThat(error.fieldErrors())
        .extracting(FieldError::path)
        .containsExactly("workflow[1].questions[0].score_weight", "query.limit", "body", "[3]");
    assertThat(error.fieldErrors().get(0).code()).isEqualTo("less_than_equal");
    assertThat(error.message()).isEqualTo("too big");
    assertThat(error.fieldErrors().toString() + error.message()).doesNotContain("secret");
  }

  @Test
  void aPlainDetailIsTheMessage() {
    assertThat(decode("{\"detail\":\"Not found\"}").message()).isEqualTo("Not found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "\"text\"",
        "{}",
        "<html><body>502 Bad Gateway</body></html>",
        "{\"error\":{\"code\":\"cut sh",
        "{\"detail\":[{\"loc\":",
        "{\"detail\":{}}",
        "{\"error\":null}",
        "\u0000\u0001\uFFFD"
      })
  void whatIsNeitherSaysNothing(String body) {
    ServerError error = decode(body);

    assertThat(error.code()).isNull();
    assertThat(error.message()).isNull();
    assertThat(error.fieldErrors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"code\":[],\"message\":{},\"errors\":\"no\"}}",
        "{\"error\":{\"errors\":[1,null,\"x\",[]]}}",
        "{\"detail\":[1,null,\"x\",{\"loc\":7},{\"loc\":[null,{}]}]}"
      })
  void oddTypesAreSurvived(String body) {
    assertThat(decode(body).code()).isNull();
  }

  @Test
  void deepNestingIsSurvived() {
    assertThat(decode("[".repeat(30_000)).message()).isNull();
  }

  @Test
  void theKeyIsCutOutOfWhatTheServerSays() {
    ServerError error =
        new ErrorDecoder(new Secret("canary-1"))
            .decode("{\"detail\":\"no such key: canary-1\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(error.message()).isEqualTo("no such key: [key]");
  }

  private static ServerError decode(String body) {
    return new ErrorDecoder(new Secret("key")).decode(body.getBytes(StandardCharsets.UTF_8));
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.heymilo.errors.ErrorDetails;
import ai.heymilo.errors.FieldError;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.UnexpectedStatusException;
import ai.heymilo.generated.Operation;
import ai.heymilo.internal.ApiKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorDecoderTest {

  @Test
  void theEnvelopeOfTheApiIsUnderstood() {
    HeyMiloException error =
        decode(
            """
            {"error": {"type": "invalid_request_error", "code": "validation_failed",
              "message": "Two problems", "param": "workflow", "doc_url": null,
              "errors": [{"code": "too_short", "message": "Title is short", "param": "title"},
                         {"code": "missing", "message": "No param", "param": null}]}}
            """);

    assertThat(error.type()).isEqualTo("invalid_request_error");
    assertThat(error.code()).isEqualTo("validation_failed");
    assertThat(error.serverMessage()).isEqualTo("Two problems");
    assertThat(error.fieldErrors())
        .extracting(FieldError::path, FieldError::code, FieldError::message)
        .containsExactly(
            tuple("title", "too_short", "Title is short"), tuple("", "missing", "No param"));
  }

  @Test
  void theParameterOfAnEnvelopeWithoutDetailsIsAFieldError() {
    HeyMiloException error =
        decode("{\"error\":{\"code\":\"c\",\"message\":\"m\",\"param\":\"limit\"}}");

    assertThat(error.fieldErrors()).extracting(FieldError::path).containsExactly("limit");
  }

  @Test
  void theListOfTheFrameworkIsUnderstoodAndItsInputNotKept() {
    HeyMiloException error =
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
    assertThat(error.serverMessage()).isEqualTo("too big");
    assertThat(error.fieldErrors().toString() + error.serverMessage()).doesNotContain("secret");
  }

  @Test
  void aPlainDetailIsTheMessage() {
    assertThat(decode("{\"detail\":\"Not found\"}").serverMessage()).isEqualTo("Not found");
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
    HeyMiloException error = decode(body);

    assertThat(error.code()).isNull();
    assertThat(error.serverMessage()).isNull();
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
    assertThat(decode("[".repeat(30_000)).serverMessage()).isNull();
  }

  @Test
  void theKeyIsCutOutOfWhatTheServerSays() {
    HeyMiloException error = decode("{\"detail\":\"no such key: canary-1\"}", "canary-1");

    assertThat(error.serverMessage()).isEqualTo("no such key: [key]");
  }

  private static HeyMiloException decode(String body) {
    return decode(body, "key");
  }

  private static HeyMiloException decode(String body, String key) {
    ErrorDetails none = ErrorDetails.of(new Operation("get", "GET", "/things"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new UnexpectedStatusException(new ErrorDecoder(ApiKey.of(key), none).decode(bytes));
  }
}

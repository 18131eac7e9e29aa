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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":\"not found\"} | not found |",
        "{\"error\":\"not found\",\"code\":\"gone\"} | not found | gone",
        "{\"message\":\"not found\",\"code\":\"gone\"} | not found | gone",
        "{\"detail\":\"not found\",\"message\":\"other\"} | not found |",
        "{\"code\":\"gone\"} | |"
      })
  void aMessageMayStandAlone(String body, @Nullable String message, @Nullable String code) {
    HeyMiloException error = decode(body);

    assertThat(error.serverMessage()).isEqualTo(message);
    assertThat(error.code()).isEqualTo(code);
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

  static Stream<Charset> encodingsOfJson() {
    return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);
  }

  @ParameterizedTest
  @MethodSource("encodingsOfJson")
  void everyEncodingOfJsonIsRead(Charset charset) {
    String body =
        "{\"detail\":[{\"loc\":[\"body\",\"title\"],\"msg\":\"zu k\u00fcrz\",\"type\":\"t\"}]}";
    for (String text : List.of(body, "\ufeff" + body)) {
      HeyMiloException error = decode(text.getBytes(charset), "some-key-1");

      assertThat(error.serverMessage()).isEqualTo("zu k\u00fcrz");
      assertThat(error.fieldErrors()).extracting(FieldError::path).containsExactly("title");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk_live=4711\\u003dx", // an escaped sign
        "sk_live=4711=x",
        "\\u0073k_live=4711=x",
        "sk_\\u006Cive=4711\\u003D\\u0078"
      })
  void theKeyIsRemovedHoweverItIsEscaped(String echoed) {
    HeyMiloException error =
        decode(
            ("{\"error\":{\"type\":\"%1$s\",\"code\":\"%1$s\",\"message\":\"not %1$s\",\"errors\":"
                    + "[{\"code\":\"%1$s\",\"message\":\"%1$s\",\"param\":\"a.%1$s\"}]}}")
                .formatted(echoed),
            "sk_live=4711=x");

    assertThat(error.serverMessage()).isEqualTo("not [key]");
    assertThat(error.type() + error.code() + error.getMessage() + error.fieldErrors())
        .doesNotContain("4711");
    assertThat(error.fieldErrors().get(0).message()).isEqualTo("[key]");
  }

  @Test
  void aKeyWithSlashesIsRemovedHoweverTheyAreEscaped() {
    assertThat(decode("{\"detail\":\"no key a\\/b\\/c-0123\"}", "a/b/c-0123").serverMessage())
        .isEqualTo("no key [key]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "error", "detail", "company", "k", "not_found"})
  void aShortKeyDamagesNoName(String key) {
    HeyMiloException error =
        decode(
            "{\"error\":{\"code\":\"company_not_found\",\"message\":\"any error, in detail\"}}",
            key);

    assertThat(error.code()).isEqualTo("company_not_found");
    assertThat(error.serverMessage()).isEqualTo("any error, in detail");
  }

  @Test
  void ofABodyThatWasCutEachFindingThatIsCompleteSurvives() {
    String echo = "x".repeat(40_000);
    String body =
        "{\"detail\":[{\"type\":\"too_long\",\"loc\":[\"body\",\"candidates\",0,\"name\"],\"msg\":\"m0\",\"input\":\""
            + echo
            + "\"},{\"type\":\"missing\",\"loc\":[\"body\",\"candidates\",1,\"email\"],\"msg\":\"m1\",\"input\":{\"a\":[\""
            + echo;

    assertThat(decode(body).fieldErrors())
        .extracting(FieldError::path, FieldError::code)
        .containsExactly(
            tuple("candidates[0].name", "too_long"), tuple("candidates[1].email", "missing"));
    assertThat(decode(body.substring(0, body.indexOf("email"))).fieldErrors())
        .extracting(FieldError::path, FieldError::code)
        .containsExactly(tuple("candidates[0].name", "too_long"), tuple("", "missing"));
  }

  @Test
  void ofAnEnvelopeThatWasCutCodeAndFindingsSurvive() {
    HeyMiloException error =
        decode(
            "{\"error\":{\"code\":\"invalid\",\"errors\":[{\"param\":\"title\",\"code\":\"short\"},{\"par");

    assertThat(error.code()).isEqualTo("invalid");
    assertThat(error.fieldErrors()).extracting(FieldError::path).containsExactly("title");
  }

  @Test
  void theTextThatIsKeptIsBounded() {
    StringBuilder body = new StringBuilder("{\"detail\":[");
    for (int i = 0; i < 1000; i++) {
      body.append("{\"loc\":[\"a\"],\"msg\":\"")
          .append("y".repeat(1000))
          .append("\",\"type\":\"t\"},");
    }
    HeyMiloException error = decode(body.append("{}]}").toString());

    assertThat(error.fieldErrors()).hasSizeBetween(60, 66);
  }

  private static HeyMiloException decode(String body) {
    return decode(body, "some-key-1");
  }

  private static HeyMiloException decode(String body, String key) {
    return decode(body.getBytes(StandardCharsets.UTF_8), key);
  }

  private static HeyMiloException decode(byte[] body, String key) {
    ErrorDetails none = ErrorDetails.of(new Operation("get", "GET", "/things"));
    return new UnexpectedStatusException(new ErrorDecoder(ApiKey.of(key), none).decode(body));
  }
}

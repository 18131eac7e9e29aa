// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call before it is sent, and what it makes of an answer. */
class ApiCallTest {
  private static final Operation GET = new Operation("get", "GET", "/files/{file}");
  private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

  private static ApiCall.Builder call() {
    return ApiClient.builder().baseUrl("http://127.0.0.1").build().call(GET).path("file", "f");
  }

  @Test
  void aParameterIsReadFromTheUriAndReplacedThere() {
    ApiCall<Void> call =
        call().query("a", "1").query("b c", "x&y").query("a", "2").returningNothing();

    assertThat(call.query("a")).isEqualTo("1");
    assertThat(call.query("b c")).isEqualTo("x&y");
    assertThat(call.query("b")).isNull();
    assertThat(call.withQuery("a", "é").uri())
        .hasToString("http://127.0.0.1/files/f?b%20c=x%26y&a=%C3%A9");
    assertThat(call.withQuery("d", "4").uri())
        .hasToString("http://127.0.0.1/files/f?a=1&b%20c=x%26y&a=2&d=4");
    assertThat(call.query("a")).as("a call is immutable").isEqualTo("1");
  }

  @Test
  void aCallWithoutParametersHasNone() {
    ApiCall<Void> call = call().returningNothing();

    assertThat(call.query("a")).isNull();
    assertThat(call.withQuery("a", "1").uri()).hasToString("http://127.0.0.1/files/f?a=1");
    assertThat(call.body()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "200,true,true",
    "299,true,true",
    "300,false,true",
    "399,false,true",
    "400,false,false"
  })
  void whichStatusIsASuccessIsSaidByTheOperation(int status, boolean answer, boolean redirect) {
    assertThat(call().returningNothing().succeeds(status)).isEqualTo(answer);
    assertThat(call().returningBytes().succeeds(status)).isEqualTo(answer);
    assertThat(call().returningRedirect().succeeds(status)).isEqualTo(redirect);
  }

  @Test
  void anAnswerIsReadAsAnyClassThatJacksonKnows() throws Exception {
    UUID id = new UUID(1, 2);
    byte[] body = ("\"" + id + "\"").getBytes(StandardCharsets.UTF_8);

    ApiResponse<UUID> response = call().returning(UUID.class).read(200, NONE, body, 2);

    assertThat(response.body()).isEqualTo(id);
    assertThat(response.attempts()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'',file must not be empty",
    "' ',file must not be empty",
    "'\t',file must not be empty",
    "'a\u0007',file must not hold control characters",
    "..,file must not be dots alone",
    ",file must not be null"
  })
  void aSegmentOfAPathIsOneSegment(String value, String message) {
    assertThatThrownBy(() -> ApiCall.segment("file", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void whatIsInASegmentIsEncoded() {
    assertThat(ApiCall.segment("file", "a/b*c d..é")).isEqualTo("a%2Fb%2Ac%20d..%C3%A9");
  }
}

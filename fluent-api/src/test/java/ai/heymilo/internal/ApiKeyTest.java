// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a key is removed from what others say. */
class ApiKeyTest {
  private static final ApiKey SHORTEST = ApiKey.of("12345678");
  private static final ApiKey LONG = ApiKey.of("1234567890123456");

  @ParameterizedTest
  @CsvSource({
    "12345678, [key]",
    "the key 12345678 is bad, the key [key] is bad",
    "12345678 12345678., [key] [key].",
    "(12345678), ([key])",
    "a12345678, a12345678",
    "12345678a, 12345678a",
    "_12345678, _12345678",
    "12345678-, 12345678-",
    "a12345678 12345678, a12345678 [key]",
    "1234567, 1234567"
  })
  void aShortKeyIsRemovedWhereItIsAWord(String text, String without) {
    assertThat(SHORTEST.removeFrom(text)).isEqualTo(without);
    assertThat(SHORTEST.isIn(text)).isEqualTo(!text.equals(without));
  }

  @ParameterizedTest
  @CsvSource({
    "a1234567890123456b, a[key]b",
    "12345678901234561234567890123456, [key][key]",
    "123456789012345, 123456789012345"
  })
  void aLongKeyIsRemovedEverywhere(String text, String without) {
    assertThat(LONG.removeFrom(text)).isEqualTo(without);
    assertThat(LONG.isIn(text)).isEqualTo(!text.equals(without));
  }

  @Test
  void aKeyOfFewerCharactersIsLeft() {
    ApiKey key = ApiKey.of("1234567");

    assertThat(key.removeFrom("key 1234567")).isEqualTo("key 1234567");
    assertThat(key.isIn("key 1234567")).isFalse();
    assertThat(key.isIn(null)).isFalse();
    assertThat(ApiKey.none().removeFrom("no key")).isEqualTo("no key");
    assertThat(SHORTEST.isIn(null)).isFalse();
  }

  @Test
  void headersAreKeptButForTheKey() {
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of("X-Echo", List.of("12345678", "other"), "X-Id", List.of("id")),
            (name, value) -> true);

    assertThat(SHORTEST.removeFrom(headers).map())
        .isEqualTo(Map.of("X-Echo", List.of("[key]", "other"), "X-Id", List.of("id")));
    assertThat(LONG.removeFrom(headers)).isSameAs(headers);
  }

  @Test
  void aFailureThatQuotesTheKeyIsReplaced() {
    IOException inner = new IOException("bad key 12345678");
    IllegalStateException outer = new IllegalStateException("failed", inner);

    assertThat(SHORTEST.removeFrom(outer))
        .isInstanceOf(IOException.class)
        .hasMessage("java.io.IOException, whose message contained the API key")
        .hasNoCause();
    assertThat(LONG.removeFrom(outer)).isSameAs(outer);
    assertThat(LONG.removeFrom((Throwable) null)).isNull();
  }

  @Test
  void whatIsWrongWithAKeyIsSaidWithoutTheKey() {
    assertThatThrownBy(() -> ApiKey.of("~!é"))
        .hasMessage(
            "apiKey must contain only visible ASCII characters, but has another at index 2");
    assertThatThrownBy(() -> ApiKey.of("k "))
        .hasMessageEndingWith("at index 1 (a space, a line end or a control character)");
    assertThat(SHORTEST).hasToString("[key]");
  }
}

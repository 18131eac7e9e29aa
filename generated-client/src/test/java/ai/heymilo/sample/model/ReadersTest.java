// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sample.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of their own, as bodies, items and entries have them. */
class ReadersTest {
  private static <T> T read(String json, ValueReader<T> reader) throws IOException {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), reader);
  }

  @Test
  void anyValueKeepsItsKindAndItsDigits() throws Exception {
    assertThat(read("\"x\"", Readers.any())).isEqualTo("x");
    assertThat(read("7", Readers.any())).isEqualTo(7);
    assertThat(read("70000000000", Readers.any())).isEqualTo(70_000_000_000L);
    assertThat(read("1" + "0".repeat(20), Readers.any())).isEqualTo(BigInteger.TEN.pow(20));
    assertThat(read("1.10", Readers.any())).isEqualTo(new BigDecimal("1.10"));
    assertThat(read("true", Readers.any())).isEqualTo(true);
    assertThat(read("false", Readers.any())).isEqualTo(false);
    assertThat(read("null", Readers.any())).isNull();
    assertThat(read("[1,null,[]]", Readers.any())).isEqualTo(Arrays.asList(1, null, List.of()));
    assertThat(read("{\"b\":1,\"a\":{}}", Readers.any()))
        .isEqualTo(Map.of("b", 1, "a", Map.of()))
        .hasToString("{b=1, a={}}");
  }

  @Test
  void anObjectThatIsEmbeddedIsHandedOn() throws Exception {
    UUID embedded = new UUID(1, 2);
    try (TokenBuffer buffer = new TokenBuffer(Json.mapper(), false)) {
      buffer.writeEmbeddedObject(embedded);
      JsonParser in = buffer.asParserOnFirstToken();

      assertThat(Readers.any().read(in)).isSameAs(embedded);
    }
  }

  @Test
  void aNameIsNoValue() throws Exception {
    try (JsonParser in = Json.mapper().createParser("{\"a\":1}")) {
      in.nextToken();
      assertThat(in.nextToken()).isEqualTo(JsonToken.FIELD_NAME);

      assertThatThrownBy(() -> Readers.any().read(in))
          .hasMessageContaining("found FIELD_NAME where there should be a value");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "9007199254740993,9007199254740993",
    "'\"9007199254740993\"',9007199254740993",
    "'\" -7 \"',-7",
    "7.0,7",
    "'\"\"',",
    "null,"
  })
  void wholeNumbersOf64Bits(String json, Long value) throws Exception {
    assertThat(read(json, Readers.longInteger())).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "\"7.5\"", "\"x\"", "true", "[]", "{}"})
  void whatIsNoWholeNumberIsRefused(String json) {
    assertThatThrownBy(() -> read(json, Readers.longInteger()))
        .isInstanceOf(com.fasterxml.jackson.core.JacksonException.class);
  }

  @Test
  void truthAndTextsAsItems() throws Exception {
    assertThat(read("[true,\"false\",0]", Readers.list(Readers.bool())))
        .containsExactly(true, false, false);
    assertThat(read("{\"a\":1.50,\"b\":\"\"}", Readers.map(Readers.string())))
        .isEqualTo(Map.of("a", "1.50", "b", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "1767225600500,2026-01-01T00:00:00.500Z",
    "1767225600500.25,2026-01-01T00:00:00.500250Z",
    "'\"1767225600500\"',2026-01-01T00:00:00.500Z",
    "'\"2026-01-01T00:00:00Z\"',2026-01-01T00:00:00Z",
    "-1,1969-12-31T23:59:59.999Z",
    "null,"
  })
  void millisecondsAreTimes(String json, Instant time) throws Exception {
    assertThat(read(json, Readers.millis())).isEqualTo(time);
  }

  @Test
  void secondsAreTimes() throws Exception {
    assertThat(read("[1767225600]", Readers.list(Readers.instant())))
        .containsExactly(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void whatJacksonKnowsIsReadAnywhere() throws Exception {
    UUID id = new UUID(1, 2);

    assertThat(read("[\"" + id + "\"]", Readers.list(Readers.other(UUID.class))))
        .containsExactly(id);
  }

  @Test
  void nullIsNoCollection() throws Exception {
    assertThat(read("null", Readers.list(Readers.any()))).isNull();
    assertThat(read("null", Readers.map(Readers.any()))).isNull();
    assertThat(read("[]", Readers.list(Readers.any()))).isEmpty();
    assertThat(read("{}", Readers.map(Readers.integer()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "{}", "\"[]\""})
  void whatIsNoArrayIsRefused(String json) {
    assertThatThrownBy(() -> read(json, Readers.list(Readers.any())))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("where there should be an array");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "[]", "\"{}\""})
  void whatIsNoObjectIsRefused(String json) {
    assertThatThrownBy(() -> read(json, Readers.map(Readers.any())))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("where there should be an object");
  }

  @Test
  void readersOfCommonMapsAreMadeOnce() {
    assertThat(Readers.map(Readers.string())).isSameAs(Readers.map(Readers.string()));
    assertThat(Readers.map(Readers.any())).isSameAs(Readers.map(Readers.any()));
  }
}

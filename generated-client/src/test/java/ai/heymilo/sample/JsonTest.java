// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.heymilo.sample.model.Readers;
import ai.heymilo.sample.model.ValueReader;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One value, whole, and where it is wrong. */
class JsonTest {
  private static <T> T read(String json, ValueReader<T> reader) throws IOException {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), reader);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null"})
  void nothingIsNull(String json) throws Exception {
    assertThat(read(json, Readers.string())).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2", "[1] []", "null null", "1]"})
  void nothingMayFollow(String json) {
    assertThatThrownBy(() -> read(json, Readers.any())).isInstanceOf(JacksonException.class);
  }

  @Test
  void whatFollowsIsNamed() {
    assertThatThrownBy(() -> read("1 2", Readers.any()))
        .hasMessageContaining("more follows after the value");
  }

  @ParameterizedTest
  @CsvSource({"19,19", "20,20", "21,20", "40,20"})
  void thePathOfAFailureHasTwentySteps(int levels, int steps) {
    ValueReader<?> reader = Readers.integer();
    for (int i = 0; i < levels; i++) {
      reader = Readers.list(reader);
    }
    ValueReader<?> nested = reader;
    String json = "[".repeat(levels) + "\"x\"" + "]".repeat(levels);

    JsonMappingException failure =
        catchThrowableOfType(JsonMappingException.class, () -> read(json, nested));

    assertThat(failure.getPath())
        .hasSize(steps)
        .allSatisfy(step -> assertThat(step.getIndex()).isZero());
  }

  @Test
  void aFailureAtTheRootHasNoPath() {
    JsonMappingException failure =
        catchThrowableOfType(JsonMappingException.class, () -> read("\"x\"", Readers.integer()));

    assertThat(failure.getPath()).isEmpty();
  }

  @Test
  void aValueBecomesAnotherByWayOfJson() {
    assertThat(Json.convert(List.of("1", 2), Readers.list(Readers.integer())))
        .isEqualTo(List.of(1, 2));
    assertThatThrownBy(() -> Json.convert(Map.of(), Readers.integer()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be read as another type: found START_OBJECT");
    assertThatThrownBy(() -> Json.convert("", Readers.integer()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("null cannot be read as another type");
  }

  @Test
  void everyKindOfNumberIsWritten() throws Exception {
    List<Number> numbers =
        List.of(1, 2L, 1.5, 2.5f, new BigDecimal("1.10"), BigInteger.TEN, (short) 3);

    assertThat(new String(Json.write(numbers), StandardCharsets.UTF_8))
        .isEqualTo("[1,2,1.5,2.5,1.10,10,3]");
  }

  @ParameterizedTest
  @CsvSource({"PUT,true", "DELETE,true", "POST,false", "PATCH,false"})
  void anOperationOfOnesOwnIsRepeatableByItsMethod(String method, boolean repeatable) {
    Operation operation = new Operation("own", method, "/own");

    assertThat(operation.isRepeatable()).isEqualTo(repeatable);
    assertThat(operation.lookUp()).isNull();
    assertThat(new Operation("own", "POST", "/own", true, "list"))
        .satisfies(o -> assertThat(o.isRepeatable()).isTrue())
        .satisfies(o -> assertThat(o.lookUp()).isEqualTo("list"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sample.Json;
import ai.heymilo.sample.Wire;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What JSON cannot say, or what cannot be read back, is found before it is sent, with its path. */
class UnsendableValuesTest {
  private static final int DEEPEST = Json.MAX_DEPTH - 10;

  /** An object whose property {@code v} the document does not know. */
  private static Free holding(Object value) {
    return new Free().with(value);
  }

  /** The base of all objects, with nothing of a document. */
  private static final class Free extends ApiModel {
    Free with(Object value) {
      return property("v", value);
    }

    Free property(String name, Object value) {
      putAdditionalProperty(name, value);
      return this;
    }

    @Override
    ApiModel newInstance() {
      return new Free();
    }
  }

  private static List<String> findings(Object value) {
    return holding(value).violations().stream().map(Violation::toString).toList();
  }

  static Stream<Arguments> unsendable() {
    String half = "must not have half of a surrogate pair, which is no character";
    return Stream.of(
        Arguments.of(Double.NaN, "v must be a finite number, was NaN"),
        Arguments.of(Float.NEGATIVE_INFINITY, "v must be a finite number, was -Infinity"),
        Arguments.of(List.of(1, List.of(Float.NaN)), "v[1][0] must be a finite number, was NaN"),
        Arguments.of(new double[] {1, Double.NaN}, "v[1] must be a finite number, was NaN"),
        Arguments.of(new float[] {Float.NaN}, "v[0] must be a finite number, was NaN"),
        Arguments.of(new Object[] {Double.NaN}, "v[0] must be a finite number, was NaN"),
        Arguments.of(Map.of("x", Double.NaN), "v.x must be a finite number, was NaN"),
        Arguments.of(new Point(1, Double.NaN), "v.y must be a finite number, was NaN"),
        Arguments.of(
            JsonNodeFactory.instance.arrayNode().add(Double.NaN),
            "v[0] must be a finite number, was NaN"),
        Arguments.of("\uD83D", "v " + half),
        Arguments.of("a\uDE00b", "v " + half),
        Arguments.of("\uD83D\uD83D\uDE00", "v " + half),
        Arguments.of(List.of("fine 😀", "\uDE00"), "v[1] " + half),
        Arguments.of(Map.of("\uD83D", 1), "v (key 1) " + half),
        Arguments.of(JsonNodeFactory.instance.objectNode().put("t", "\uD83D"), "v.t " + half),
        Arguments.of(LocalDate.EPOCH, "v must be a JSON value, was java.time.LocalDate"),
        Arguments.of(List.of(Optional.of(1)), "v[0] must be a JSON value, was java.util.Optional"),
        Arguments.of(new Object(), "v must be a JSON value, was java.lang.Object"),
        Arguments.of(
            new HashMap<>(Map.of("a", new Loop())),
            "v.a must be a JSON value, was " + Loop.class.getName()));
  }

  record Point(double x, double y) {}

  static final class Loop {
    public Loop getLoop() {
      return this;
    }
  }

  @ParameterizedTest
  @MethodSource("unsendable")
  void isFoundWithItsPath(Object value, String finding) {
    assertThat(findings(value)).containsExactly(finding);
  }

  static Stream<Object> sendable() {
    return Stream.of(
        "😀",
        1,
        1L,
        1.5,
        1.5f,
        (short) 1,
        BigDecimal.ONE,
        true,
        Instant.EPOCH,
        new UUID(1, 2),
        Arrays.asList(null, 1),
        new int[] {1},
        Map.of(1, 2),
        new Point(1, 2),
        holding(1),
        JsonNodeFactory.instance.nullNode(),
        "end");
  }

  @ParameterizedTest
  @MethodSource("sendable")
  void whatJsonCanSayIsNot(Object value) throws Exception {
    assertThat(findings(value)).isEmpty();
    assertThat(Json.write(holding(value))).isNotEmpty();
  }

  @Test
  void dataThatHoldsItselfIsFound() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    Map<String, Object> map = new HashMap<>();
    map.put("again", Map.of("map", map, "twice", map));
    Object[] array = new Object[2];
    array[0] = array;
    array[1] = array;

    assertThat(findings(list)).containsExactly("v[0] must not hold itself");
    assertThat(findings(map))
        .containsExactlyInAnyOrder(
            "v.again.map must not hold itself", "v.again.twice must not hold itself");
    assertThat(findings(array))
        .containsExactly("v[0] must not hold itself", "v[1] must not hold itself");
  }

  @Test
  void anObjectThatHoldsItselfIsFound() {
    Free step = new Free();
    step.property("step", List.of(step));

    assertThat(step.violations())
        .extracting(Violation::toString)
        .containsExactly("step[0] must not hold itself");
  }

  @Test
  void oneValueAtTwoPlacesDoesNotHoldItself() {
    Map<String, Integer> shared = Map.of("a", 1);

    assertThat(findings(List.of(shared, shared))).isEmpty();
  }

  @Test
  void whatIsNotFoundCanBeReadBackInAnEnvelope() throws Exception {
    Object deepest = nested(DEEPEST - 1);
    String answer = "{\"data\":[" + Wire.write(holding(deepest)) + "]}";

    assertThat(findings(deepest)).isEmpty();
    assertThat(Json.read(answer.getBytes(java.nio.charset.StandardCharsets.UTF_8), Readers.any()))
        .isNotNull();
  }

  @Test
  void whatIsNestedTooDeeplyIsFound() {
    assertThat(findings(nested(DEEPEST)))
        .singleElement()
        .asString()
        .endsWith("[0] must not be nested deeper than " + DEEPEST + " levels");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 100_000})
  void whatIsNestedTooDeeplyCannotBeWrittenEither(int levels) {
    assertThatThrownBy(() -> Json.write(nested(levels)))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void aNumberThatIsNotFiniteIsNotWrittenAndTheFailureHasItsPath() {
    for (Number number : List.of(Double.NaN, Float.POSITIVE_INFINITY)) {
      assertThatThrownBy(() -> Json.write(Map.of("a", List.of(1, number))))
          .isInstanceOf(JsonProcessingException.class)
          .hasMessageContaining("/a/1 must be a finite number, was " + number);
    }
  }

  @Test
  void anAdditionalPropertyHasAName() {
    assertThatThrownBy(() -> new Free().property(null, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name must not be null");
  }

  private static Object nested(int levels) {
    Object value = new ArrayList<>();
    for (int i = 1; i < levels; i++) {
      value = List.of(value);
    }
    return value;
  }
}

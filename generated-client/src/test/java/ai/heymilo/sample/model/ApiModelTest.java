// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sample.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all objects have in common, on one with the properties a, b and c. */
class ApiModelTest {
  private static Abc read(String json) throws IOException {
    return Json.read(
        json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), new ApiModel.Reader<>(new Abc()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':1,'b':2,'c':3}",
        "{'c':3,'b':2,'a':1}",
        "{'b':2,'a':1,'c':3}",
        "{'b':2,'c':3,'a':1}",
        "{'c':3,'a':1,'b':2}",
        "{'c':9,'a':1,'b':2,'c':3}"
      })
  void propertiesAreReadInAnyOrder(String json) throws Exception {
    Abc read = read(json);

    assertThat(read.values).containsExactly(1, 2, 3);
    assertThat(read.getAdditionalProperties()).isEmpty();
  }

  @Test
  void whatIsUnknownIsKeptBetweenAndAfterTheKnown() throws Exception {
    Abc read = read("{'x':[0],'a':1,'y':{},'b':2,'c':3,'z':null}");

    assertThat(read.values).containsExactly(1, 2, 3);
    assertThat(read.getAdditionalProperties()).containsOnlyKeys("x", "y", "z");
    assertThat(new String(Json.write(read), StandardCharsets.UTF_8))
        .isEqualTo("{\"a\":1,\"b\":2,\"c\":3,\"x\":[0],\"y\":{},\"z\":null}");
  }

  @ParameterizedTest
  @CsvSource({"a,true", "b,false", "c,true", "x,true", "d,false"})
  void isSetIsWhetherThereIsAValue(String name, boolean set) throws Exception {
    assertThat(read("{'a':1,'c':3,'x':null}").isSet(name)).isEqualTo(set);
  }

  @Test
  void aNullThatWasReadForAPropertyThatCannotBeNullIsNotSet() throws Exception {
    assertThat(read("{'a':null}").isSet("a")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"a,1", "c,3", "x,4", "d,"})
  void propertiesAreFoundByName(String name, Integer value) throws Exception {
    assertThat(ApiModel.property(read("{'a':1,'c':3,'x':4}"), name)).isEqualTo(value);
    assertThat(ApiModel.property(Map.of(name, 5), name)).isNull();
    assertThat(ApiModel.property(null, name)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"{},0", "{'a':1},1", "{'c':1},1", "{'x':1},1", "{'b':null},0"})
  void tooFewPropertiesAreFound(String json, int set) throws Exception {
    Abc few = read(json);

    assertThat(few.violations())
        .extracting(Violation::toString)
        .containsExactly("must have at least 2 properties, had " + set);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a':1,'c':1}", "{'a':1,'x':1}", "{'x':1,'y':1}"})
  void enoughPropertiesAreEnough(String json) throws Exception {
    assertThat(read(json).violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'a':1,'b':2,'c':4}", "{'a':2,'b':2,'c':3}", "{'a':1,'b':2}"})
  void whatDiffersInOnePropertyIsNotEqual(String other) throws Exception {
    Abc one = read("{'a':1,'b':2,'c':3}");

    assertThat(one)
        .isEqualTo(read("{'c':3,'b':2,'a':1}"))
        .isNotEqualTo(read(other))
        .isNotEqualTo(read("{'a':1,'b':2,'c':3,'x':4}"))
        .isNotEqualTo("abc")
        .isNotEqualTo(null);
    assertThat(one.hashCode())
        .isEqualTo(read("{'c':3,'b':2,'a':1}").hashCode())
        .isNotEqualTo(read(other).hashCode());
  }

  @Test
  void itsTextHasWhatIsSet() throws Exception {
    assertThat(read("{'c':3,'x':4}")).hasToString("Abc{c=3, x=4}");
    assertThat(read("{'a':1,'c':null}")).hasToString("Abc{a=1}");
  }

  @Test
  void nothingIsMissingUnlessTheClassSaysSo() {
    assertThat(new Abc().missingProperty()).isNull();
  }

  @Test
  void whatIsNoObjectIsRefused() throws Exception {
    assertThat(read("null")).isNull();
    assertThatThrownBy(() -> read("[]"))
        .hasMessageContaining("found START_ARRAY where there should be an object");
  }

  @Test
  void anAdditionalPropertyIsNoneOfItsOwn() {
    assertThatThrownBy(() -> new Abc().putAdditionalProperty("a", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void collectionsAreCopiedAndNoneIsNone() {
    List<Integer> list = new ArrayList<>(List.of(1));
    Map<String, Integer> map = new LinkedHashMap<>(Map.of("a", 1));
    List<Integer> listThen = ApiModel.copyOf(list);
    Map<String, Integer> mapThen = ApiModel.copyOf(map);
    list.add(2);
    map.put("b", 2);

    assertThat(listThen).containsExactly(1).isUnmodifiable();
    assertThat(mapThen).containsExactly(Map.entry("a", 1)).isUnmodifiable();
    assertThat(ApiModel.copyOf((List<Integer>) null)).isNull();
    assertThat(ApiModel.copyOf((Map<String, Integer>) null)).isNull();
    assertThat(ApiModel.unmodifiable(list)).isEqualTo(list).isUnmodifiable();
    assertThat(ApiModel.unmodifiable(map)).isEqualTo(map).isUnmodifiable();
    assertThat(ApiModel.unmodifiable((List<Integer>) null)).isEmpty();
    assertThat(ApiModel.unmodifiable((Map<String, Integer>) null)).isEmpty();
    assertThat(ApiModel.withEntry(null, "c", 3)).containsExactly(Map.entry("c", 3));
    assertThat(ApiModel.withEntry(mapThen, "c", 3))
        .containsExactly(Map.entry("a", 1), Map.entry("c", 3))
        .isUnmodifiable();
  }

  @Test
  void namesAreOnePerLine() {
    assertThat(Arrays.stream(Writers.names("a\nb"))).extracting("value").containsExactly("a", "b");
    assertThat(Writers.names("")).isEmpty();
  }
}

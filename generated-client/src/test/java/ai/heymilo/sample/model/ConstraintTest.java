// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sample.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.jackson.nullable.JsonNullable;

/** Every limit that a document can state, at its edges. */
class ConstraintTest {
  private static final String UNSTATED = "{}";

  private static List<String> findings(String limits, Object value) {
    // in a text of its own each time, because what was parsed once is kept
    return new Limits("{\"v\":" + limits + ",\"" + System.nanoTime() + "\":{}}")
        .check("v", value).violations().stream().map(Violation::toString).toList();
  }

  private static Object json(String json) throws Exception {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), Readers.any());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'minimum':3}|3",
        "{'minimum':3}|1e400",
        "{'exclusiveMinimum':3}|3.001",
        "{'maximum':3}|3",
        "{'exclusiveMaximum':3}|2.999",
        "{'minimum':4,'exclusiveMinimum':3}|4",
        "{'maximum':2,'exclusiveMaximum':3}|2",
        "{'multipleOf':5}|10",
        "{'multipleOf':0.1}|0.3",
        "{'enum':[1,2.0]}|2",
        "{'enum':['a',1]}|1.0",
        "{'enum':['a','b']}|'b'",
        "{'enum':[true]}|true",
        "{'minLength':2}|'ab'",
        "{'maxLength':2}|'ab'",
        "{'minItems':1,'maxItems':2}|[1,2]",
        "{'minItems':1,'maxItems':2}|[1]",
        "{'minProperties':1}|{'a':1}",
        "{'maxProperties':1}|{'a':1}",
        "{'uniqueItems':true}|[1,2]",
        "{'uniqueItems':false}|[1,1]",
        "{'items':{'nullable':true}}|[null]",
        "{'propertyNames':{'maxLength':1}}|{'a':1}",
        "{'additionalProperties':{'maximum':1}}|{'a':1}",
        "{}|{'a':[null,{'b':null}]}",
        "{}|null"
      })
  void whatIsWithinItsLimitsIsFine(String limits, String value) throws Exception {
    assertThat(findings(limits.replace('\'', '"'), json(value.replace('\'', '"')))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'required':true}|null|v is required",
        "{'minimum':3}|2.9|v must be at least 3, was 2.9",
        "{'exclusiveMinimum':3}|3|v must be above 3, was 3",
        "{'maximum':3}|4|v must be at most 3, was 4",
        "{'maximum':3}|1e400|v must be at most 3, was 1E+400",
        "{'exclusiveMaximum':3}|3|v must be below 3, was 3",
        "{'minimum':0,'maximum':3}|4|v must be at least 0 and at most 3, was 4",
        "{'minimum':3,'exclusiveMinimum':3}|3|v must be above 3, was 3",
        "{'minimum':2,'exclusiveMinimum':3}|3|v must be above 3, was 3",
        "{'minimum':4,'exclusiveMinimum':3}|3|v must be at least 4, was 3",
        "{'maximum':3,'exclusiveMaximum':3}|3|v must be below 3, was 3",
        "{'maximum':4,'exclusiveMaximum':3}|3|v must be below 3, was 3",
        "{'maximum':2,'exclusiveMaximum':3}|3|v must be at most 2, was 3",
        "{'multipleOf':5}|11|v must be a multiple of 5, was 11",
        "{'enum':[1,2.0]}|3|v must be one of [1, 2.0]",
        "{'enum':['a','b']}|'c'|v must be one of [a, b]",
        "{'enum':[true]}|false|v must be one of [true]",
        "{'minLength':2}|'a'|v must have at least 2 characters, had 1",
        "{'maxLength':2}|'abc'|v must have at most 2 characters, had 3",
        "{'minLength':2,'maxLength':3}|'a'|v must have 2–3 characters, had 1",
        "{'minItems':1}|[]|v must have at least 1 items, had 0",
        "{'maxItems':1}|[1,2]|v must have at most 1 items, had 2",
        "{'minProperties':1}|{}|v must have at least 1 keys, had 0",
        "{'maxProperties':1}|{'a':1,'b':2}|v must have at most 1 keys, had 2",
        "{'uniqueItems':true}|[1,2,1,3]|v must not have an item twice",
        "{'items':{'maximum':1}}|[1,2]|v[1] must be at most 1, was 2",
        "{'items':{}}|[null]|v[0] must not be null",
        "{'propertyNames':{'maxLength':1}}|{'ab':1}|v (key 1) must have at most 1 characters, had 2",
        "{'additionalProperties':{'maximum':1}}|{'a':1,'b':2}|v.b must be at most 1, was 2",
        "{'additionalProperties':{'items':{}}}|{'a':[null]}|v.a[0] must not be null"
      })
  void whatIsOutsideIsOneFinding(String limits, String value, String finding) throws Exception {
    assertThat(findings(limits.replace('\'', '"'), json(value.replace('\'', '"'))))
        .containsExactly(finding);
  }

  /** The text of a pattern is compiled by the build; these are programs as it writes them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0,97,99],[7] | b | x", // [a-c]
        "[0,97,97,99,100],[7] | d | b", // [ac-d]
        "[3],[0,97,97],[4],[7] | a | ba", // ^a$
        "[3],[0,97,97],[4],[7] | a | ab",
        "[1,1,3],[0,97,97],[2,0],[0,98,98],[7] | aab | aac", // a*b
        "[3],[0,128512,128512],[4],[7] | 😀 | 😀😀",
        "[5],[0,97,97],[5],[7] | b a_ a! | ba _a a9", // \ba\b
        "[0,97,97],[6],[0,98,98],[7] | ab | a b" // a\Bb
      })
  void aPatternIsFoundAnywhereUnlessItIsAnchored(String program, String found, String missed) {
    String limits = "{\"pattern\":[{\"message\":\"must fit\",\"program\":[" + program + "]}]}";

    assertThat(findings(limits, found)).isEmpty();
    assertThat(findings(limits, missed)).containsExactly("v must fit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "_", "9", ""})
  void aWordEndsWhereTheTextDoes(String text) {
    String boundary = "{\"pattern\":[{\"message\":\"has none\",\"program\":[[5],[7]]}]}";
    boolean isWord = !text.isEmpty() && !text.equals("é");

    assertThat(findings(boundary, text).isEmpty()).isEqualTo(isWord);
  }

  @Test
  void valuesOfClassesAreCheckedAsTheyAreWritten() {
    assertThat(findings("{\"maxLength\":5}", Instant.EPOCH))
        .containsExactly("v must have at most 5 characters, had 20");
    assertThat(findings("{\"enum\":[\"x\"]}", PostingStatus.DRAFT))
        .containsExactly("v must be one of [x]");
    assertThat(findings("{\"maximum\":4}", UnixTime.of(Instant.ofEpochSecond(5), 0)))
        .containsExactly("v must be at most 4, was 5");
    assertThat(findings("{\"maximum\":4}", JsonNullable.of(5)))
        .containsExactly("v must be at most 4, was 5");
    assertThat(findings("{\"maximum\":4}", JsonNullable.of(null))).isEmpty();
    assertThat(findings("{\"items\":{\"maxLength\":1}}", new UUID[] {new UUID(1, 2)}))
        .containsExactly("v[0] must have at most 1 characters, had 36");
  }

  @Test
  void aLimitThatNothingChecksIsAnErrorNotALimit() {
    assertThatThrownBy(() -> new Limits("{\"v\":{\"minContains\":1}}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("limits that nothing checks: [minContains]");
    assertThatThrownBy(() -> new Limits("{\"v\""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("limits that are no JSON: {\"v\"");
  }

  @Test
  void anotherNameHasOtherLimits() {
    assertThat(new Limits("{\"v\":{\"required\":true}}").check("w", null).violations()).isEmpty();
    assertThat(findings(UNSTATED, null)).isEmpty();
  }

  @Test
  void builtInChecksNameWhatTheyCheck() {
    Limits limits = new Limits();
    limits.length("null", null, 1, 2);
    limits.length("short", "", 1, 2);
    limits.length("fine", "😀😀", 1, 2);
    limits.size("null", null, 1, 2);
    limits.size("long", List.of(1, 2, 3), 1, 2);
    limits.size("fine", List.of(1, 2), 1, 2);
    limits.nested("inner", List.of(Double.NaN));
    limits.refuse("name", "must not be");

    assertThat(limits.violations())
        .extracting(Violation::toString)
        .containsExactly(
            "short must have 1–2 characters, had 0",
            "long must have 1–2 items, had 3",
            "inner[0] must be a finite number, was NaN",
            "name must not be");
    assertThatThrownBy(() -> Limits.throwIfAny(limits.violations()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("short must have 1–2 characters, had 0; long must");
    Limits.throwIfAny(List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "a,v.a",
    "a_9Z,v.a_9Z",
    "abcdefghijabcdefghijabcdefghijabcdefghij,v.abcdefghijabcdefghijabcdefghijabcdefghij",
    "abcdefghijabcdefghijabcdefghijabcdefghijk,v (value 1)",
    "'',v (value 1)",
    "9a,v (value 1)",
    "_a,v (value 1)",
    "a b,v (value 1)",
    "aé,v (value 1)"
  })
  void aKeyIsNamedOnlyIfItIsAName(String key, String path) {
    assertThat(findings(UNSTATED, java.util.Map.of(key, Double.NaN)))
        .containsExactly(path + " must be a finite number, was NaN");
  }
}

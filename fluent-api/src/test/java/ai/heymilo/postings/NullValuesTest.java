// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.Json;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values from a configuration need no {@code if}: null leaves a property of a question unset. */
class NullValuesTest {
  static List<Question<?>> questions() {
    return List.of(
        new EligibilityCriterion("t"),
        new ScoringCriterion("t"),
        new SmsQuestion("t"),
        new VoiceQuestion("t"),
        new VoiceTag("t"),
        new FormQuestion("t"));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void nullLeavesAPropertyUnset(Question<?> question) throws Exception {
    String before = json(question);

    List<Method> setters =
        Arrays.stream(question.getClass().getMethods())
            .filter(method -> Question.class.isAssignableFrom(method.getReturnType()))
            .filter(method -> method.getParameterCount() == 1 && !method.isVarArgs())
            .filter(method -> !method.getParameterTypes()[0].isPrimitive())
            .toList();
    for (Method setter : setters) {
      setter.setAccessible(true); // some are declared by classes that are not public
      setter.invoke(question, (Object) null);
    }

    assertThat(json(question)).isEqualTo(before).doesNotContain("null");
  }

  private static String json(Question<?> question) throws Exception {
    return new String(Json.write(question.question()), StandardCharsets.UTF_8);
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.sample.Wire;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of a workflow are told apart by their type, whatever it is. */
class StepsTest {
  private static CreatePostingRequestStep read(String json) throws Exception {
    return Wire.read(json, CreatePostingRequestStep.class);
  }

  @ParameterizedTest
  @CsvSource({
    "web_interview,WebInterviewStep",
    "conversational_sms,ConversationalSMSStep",
    "resume,ResumeStep",
    "form,FormStep"
  })
  void aStepIsReadByItsTypeAndWritesItBack(String type, String simpleName) throws Exception {
    String json = "{\"type\":\"" + type + "\",\"config\":{},\"questions\":[]}";

    CreatePostingRequestStep step = read(json);

    assertThat(step.getClass().getSimpleName()).isEqualTo(simpleName);
    assertThat(step.getType()).isEqualTo(type);
    assertThat(Wire.write(step)).isEqualTo(json);
  }

  @Test
  void theTypeMayComeLast() throws Exception {
    assertThat(read("{\"questions\":null,\"type\":\"form\"}")).isInstanceOf(FormStep.class);
  }

  @Test
  void aStepOfUnknownTypeIsKeptAsItIs() throws Exception {
    String json = "{\"type\":\"video_call\",\"config\":{\"rooms\":[1,2.50,null]},\"extra\":null}";

    CreatePostingRequestStep step = read(json);

    assertThat(step.getType()).isEqualTo("video_call");
    assertThat(Wire.write(step)).isEqualTo(json);
  }

  @Test
  void knownAndUnknownStepsOfAListSurvive() throws Exception {
    String json =
        "{\"title\":\"Abc\",\"workflow\":[{\"type\":\"resume\",\"new_key\":{\"a\":null}},"
            + "{\"type\":\"hologram\",\"n\":1},{\"no_type\":true},{\"type\":null}]}";

    CreatePostingRequest request = Wire.read(json, CreatePostingRequest.class);

    assertThat(request.getWorkflow()).hasSize(4);
    assertThat(Wire.write(request)).isEqualTo(json);
  }

  @Test
  void theTypeIsOnTheWireOnceWithoutBeingSet() throws Exception {
    assertThat(
            Wire.write(
                new CreatePostingRequest().workflow(List.of(new ResumeStep(), new FormStep()))))
        .isEqualTo("{\"workflow\":[{\"type\":\"resume\"},{\"type\":\"form\"}]}");
  }

  @Test
  void noStepHasAWayToSetItsType() {
    for (Class<?> step :
        List.of(
            WebInterviewStep.class,
            ConversationalSMSStep.class,
            ResumeStep.class,
            FormStep.class)) {
      assertThat(Arrays.stream(step.getMethods()).filter(m -> m.getParameterCount() == 1))
          .extracting(Method::getName)
          .doesNotContain("type", "setType");
    }
  }

  @Test
  void stepsOfAnswersKeepTheirTypeAndConfiguration() throws Exception {
    String json = "{\"type\":\"telepathy\",\"order\":3,\"config\":{\"depth\":1.10,\"x\":null}}";

    WorkflowStep step = Wire.read(json, WorkflowStep.class);

    assertThat(step.getType().isKnown()).isFalse();
    assertThat(Wire.write(step)).isEqualTo(json);
  }
}

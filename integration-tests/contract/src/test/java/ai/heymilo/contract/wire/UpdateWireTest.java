// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.contract.testkit.Stub;
import ai.heymilo.errors.InvalidRequestException;
import ai.heymilo.postings.Step;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Omitted, null and a value are three things in an update. */
class UpdateWireTest {
  @RegisterExtension final Stub stub = new Stub();

  @BeforeEach
  void answer() {
    stub.answer(Stub.POSTING);
  }

  @Test
  void onlyWhatWasSetOrClearedGoesOut() {
    stub.client()
        .posting("POST_1")
        .update(p -> p.title("New title").clearRedirectUrl().allowSmsComms(false));

    assertThat(stub.body())
        .isEqualTo("{\"title\":\"New title\",\"redirect_url\":null,\"allow_sms_comms\":false}");
    assertThat(stub.requests().get(0).getMethod().getName()).isEqualTo("PATCH");
    assertThat(stub.requests().get(0).getUrl()).isEqualTo("/api/v2/postings/POST_1");
  }

  @Test
  void aValueAfterClearingIsAValue() {
    stub.client().posting("POST_1").update(p -> p.clearName().name("slug"));

    assertThat(stub.body()).isEqualTo("{\"name\":\"slug\"}");
  }

  @Test
  void anEmptyUpdateIsRefusedBeforeAnyRequest() {
    assertThatThrownBy(() -> stub.client().posting("POST_1").update(p -> {}))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("must set or clear something");
    assertThat(stub.requests()).isEmpty();
  }

  @Test
  void aStepIsUpdatedByItsType() {
    stub.client()
        .posting("POST_1")
        .step(Step.RESUME)
        .update(c -> c.minEvaluationScore(0.7).clearInstructions());

    assertThat(stub.body())
        .isEqualTo("{\"config\":{\"instructions\":null,\"min_evaluation_score\":0.7}}");
    assertThat(stub.requests().get(0).getUrl())
        .isEqualTo("/api/v2/postings/POST_1/workflow/resume");
  }

  @Test
  void aStepIsUpdatedByItsPosition() {
    stub.client()
        .posting("POST_1")
        .stepAt(2, Step.CONVERSATIONAL_SMS)
        .update(c -> c.blackoutPeriod(Map.of("enabled", true)).additionalProperty("new_key", 1));

    assertThat(stub.body())
        .isEqualTo("{\"config\":{\"blackout_period\":{\"enabled\":true},\"new_key\":1}}");
    assertThat(stub.requests().get(0).getUrl()).isEqualTo("/api/v2/postings/POST_1/workflow/2");
  }

  @Test
  void aStepOfAnUnknownTypeIsUpdatedByKeys() {
    stub.client().posting("POST_1").step(Step.of("avatar")).update(c -> c.set("pose", null));

    assertThat(stub.body()).isEqualTo("{\"config\":{\"pose\":null}}");
    assertThat(stub.requests().get(0).getUrl())
        .isEqualTo("/api/v2/postings/POST_1/workflow/avatar");
  }

  @Test
  void anEmptyStepUpdateIsRefusedBeforeAnyRequest() {
    assertThatThrownBy(() -> stub.client().posting("POST_1").step(Step.FORM).update(c -> {}))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("config must set or clear something");
    assertThat(stub.requests()).isEmpty();
  }

  @Test
  void positionsBeginAtOne() {
    assertThatThrownBy(() -> stub.client().posting("POST_1").stepAt(0, Step.FORM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("order must be at least 1, was 0");
  }
}

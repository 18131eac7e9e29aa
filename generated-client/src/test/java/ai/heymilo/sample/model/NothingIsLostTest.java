// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sample.Wire;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the document does not know is kept. */
class NothingIsLostTest {
  private static String roundTrip(String json, Class<?> type) throws Exception {
    return Wire.write(Wire.read(json, type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"I_1\",\"new_field\":\"x\"}",
        "{\"id\":\"I_1\",\"new_field\":null}",
        "{\"id\":\"I_1\",\"new_field\":{\"deep\":[{\"er\":null},[],{}]}}",
        "{\"id\":\"I_1\",\"new_field\":123456789012345678901234567890.123456789}",
        "{\"id\":\"I_1\",\"new_field\":12345678901234567890123}",
        "{\"id\":\"I_1\",\"new_field\":1.10}",
        "{\"id\":\"I_1\",\"z\":1,\"a\":2,\"m\":3}"
      })
  void unknownFieldsSurvive(String json) throws Exception {
    assertThat(roundTrip(json, PostingResponse.class)).isEqualTo(json);
  }

  @Test
  void unknownFieldsOfNestedObjectsSurvive() throws Exception {
    String json = "{\"data\":{\"id\":\"I_1\",\"urls\":{\"later\":{\"a\":null}}},\"later\":1}";

    JavaType posting =
        TypeFactory.defaultInstance()
            .constructParametricType(SingleResponse.class, PostingResponse.class);

    assertThat(Wire.write(Wire.<Object>read(json, posting))).isEqualTo(json);
  }

  @Test
  void unknownEnumValuesSurvive() throws Exception {
    PostingResponse posting = Wire.read("{\"status\":\"hibernating\"}", PostingResponse.class);

    assertThat(posting.getStatus().getValue()).isEqualTo("hibernating");
    assertThat(posting.getStatus().isKnown()).isFalse();
    assertThat(Wire.write(posting)).isEqualTo("{\"status\":\"hibernating\"}");
  }

  @Test
  void knownEnumValuesAreTheConstants() throws Exception {
    PostingResponse posting = Wire.read("{\"status\":\"draft\"}", PostingResponse.class);

    assertThat(posting.getStatus()).isSameAs(PostingStatus.DRAFT);
    assertThat(PostingStatus.known()).contains(PostingStatus.DRAFT);
    assertThat(PostingStatus.of("draft")).isEqualTo(PostingStatus.DRAFT).hasToString("draft");
  }

  @Test
  void nullValuesOfMapsSurvive() throws Exception {
    String json = "{\"metadata\":{\"a\":null,\"b\":\"2\"}}";

    assertThat(roundTrip(json, CandidateIngestRequest.class)).isEqualTo(json);
    assertThat(roundTrip(json, CandidateResponse.class)).isEqualTo(json);
  }

  @Test
  void numbersOfFreeFormMapsKeepTheirDigits() throws Exception {
    String json = "{\"config\":{\"score\":0.10,\"big\":9007199254740993}}";

    WorkflowStep step = Wire.read(json, WorkflowStep.class);

    assertThat(step.getConfig().get("score")).isEqualTo(new BigDecimal("0.10"));
    assertThat(Wire.write(step)).isEqualTo(json);
  }

  @Test
  void callersCanSendWhatTheDocumentDoesNotKnow() throws Exception {
    assertThat(
            Wire.write(
                new CreatePostingRequest().title("T").additionalProperty("beta", Map.of("x", 1))))
        .isEqualTo("{\"title\":\"T\",\"beta\":{\"x\":1}}");
  }

  @Test
  void aPropertyOfItsOwnIsNoAdditionalOne() {
    assertThatThrownBy(() -> new ResumeStep().additionalProperty("type", "form"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("type is no additional property");
  }

  @Test
  void objectsWithEqualPropertiesAreEqual() {
    CreatePostingRequest one = new CreatePostingRequest().title("T").additionalProperty("x", 1);
    CreatePostingRequest other = new CreatePostingRequest().title("T").additionalProperty("x", 1);

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(other.name(null)).isNotEqualTo(null);
  }

  @Test
  void toStringShowsWhatIsSet() {
    assertThat(new CreatePostingRequest().title("T").name(null).additionalProperty("x", 1))
        .hasToString("CreatePostingRequest{title=T, name=null, x=1}");
  }
}

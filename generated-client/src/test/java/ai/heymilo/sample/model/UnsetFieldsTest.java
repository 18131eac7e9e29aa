// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sample.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was not set is not on the wire; null is on the wire only where it was set. */
class UnsetFieldsTest {
  private static String write(Object value) throws Exception {
    return Wire.write(value);
  }

  private static UpdatePostingRequest read(String json) throws Exception {
    return Wire.read(json, UpdatePostingRequest.class);
  }

  @Test
  void aRequestWithOnlyATitleIsOnlyATitle() throws Exception {
    assertThat(write(new CreatePostingRequest().title("Engineer")))
        .isEqualTo("{\"title\":\"Engineer\"}");
  }

  @Test
  void anEmptyRequestIsEmpty() throws Exception {
    assertThat(write(new CreatePostingRequest())).isEqualTo("{}");
    assertThat(write(new UpdatePostingRequest())).isEqualTo("{}");
    assertThat(write(new WebInterviewConfig())).isEqualTo("{}");
  }

  @Test
  void omittedNullAndAValueAreThreeThingsWhenWritten() throws Exception {
    assertThat(write(new UpdatePostingRequest().redirectUrl(null).title("T")))
        .isEqualTo("{\"title\":\"T\",\"redirect_url\":null}");
    assertThat(write(new UpdatePostingRequest().redirectUrl("https://x")))
        .contains("\"https://x\"");
  }

  @Test
  void omittedNullAndAValueAreThreeThingsWhenRead() throws Exception {
    assertThat(read("{}").isSet("redirect_url")).isFalse();
    assertThat(read("{\"redirect_url\":null}").isSet("redirect_url")).isTrue();
    assertThat(read("{\"redirect_url\":null}").getRedirectUrl()).isNull();
    assertThat(read("{\"redirect_url\":\"u\"}").getRedirectUrl()).isEqualTo("u");
  }

  @Test
  void readingAndWritingBackKeepsTheThreeApart() throws Exception {
    for (String json : List.of("{}", "{\"name\":null}", "{\"name\":\"n\"}")) {
      assertThat(write(read(json))).isEqualTo(json);
    }
  }

  @Test
  void nullForWhatCannotBeNullLeavesItOut() throws Exception {
    assertThat(write(new CreatePostingRequest().title(null))).isEqualTo("{}");
  }

  @Test
  void clearSendsNull() throws Exception {
    UpdatePostingRequest update = new UpdatePostingRequest();
    new Changes(update).title("T").clearDeadline().self();

    assertThat(write(update)).isEqualTo("{\"title\":\"T\",\"deadline\":null}");
  }

  @Test
  void settersOfBuildersLeaveUnsetWhatIsNull() throws Exception {
    UpdatePostingRequest update = new UpdatePostingRequest();
    new Changes(update).title("T").title(null).deadline(null).metadata(null).metadata("a", null);

    assertThat(write(update)).isEqualTo("{\"title\":\"T\"}");
  }

  @Test
  void keysAreNeverNull() {
    assertThatThrownBy(() -> new Changes(new UpdatePostingRequest()).metadata(null, "1"))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("metadata must not be null");
  }

  @Test
  void settersOfBuildersCopyCollections() throws Exception {
    UpdatePostingRequest update = new UpdatePostingRequest();
    Map<String, String> metadata = new java.util.LinkedHashMap<>(Map.of("a", "1"));
    new Changes(update).metadata(metadata).metadata("b", "2");
    metadata.put("late", "x");

    assertThat(write(update)).isEqualTo("{\"metadata\":{\"a\":\"1\",\"b\":\"2\"}}");
  }

  @Test
  void answersReadNullAsAbsent() throws Exception {
    PostingResponse posting = Wire.read("{\"id\":\"I_1\",\"title\":null}", PostingResponse.class);

    assertThat(posting.getTitle()).isNull();
    assertThat(write(posting)).isEqualTo("{\"id\":\"I_1\"}");
  }

  private static final class Changes extends UpdatePostingRequest.Patch<Changes> {
    Changes(UpdatePostingRequest target) {
      super(target);
    }

    @Override
    protected Changes self() {
      return this;
    }
  }
}

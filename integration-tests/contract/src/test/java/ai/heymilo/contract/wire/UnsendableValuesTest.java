// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.errors.InvalidRequestException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What JSON or HTTP cannot say is refused before it is sent. */
class UnsendableValuesTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @Test
  void aSliderIsMadeOfNumbers() {
    assertThatThrownBy(
            () ->
                server
                    .client()
                    .postings()
                    .preview("Title", p -> p.form(f -> f.slider("q", Double.NaN, 5))))
        .isInstanceOf(InvalidRequestException.class); // sent as "slider_min":"NaN"
  }

  @Test
  void whatIsSentAsGivenHasFiniteNumbersToo() {
    assertThatThrownBy(
            () ->
                server
                    .client()
                    .posting("P1")
                    .candidates()
                    .ingest(
                        "A",
                        "a@example.com",
                        c -> c.data("scores", List.of(1.5, Float.POSITIVE_INFINITY))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("data.scores[1] must be a finite number, was Infinity");
  }

  @Test
  void anOptionIsNotNull() {
    assertThatThrownBy(
            () ->
                server
                    .client()
                    .postings()
                    .preview(
                        "Title",
                        p -> p.form(f -> f.dropdown("q", Arrays.asList("a", null), q -> {}))))
        .isInstanceOfAny(InvalidRequestException.class, NullPointerException.class);
  }

  @Test
  void aHeaderNameThatCannotBeSentIsRefusedAtOnce() {
    assertThatThrownBy(() -> server.client().withOptions(o -> o.header("bad name", "x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> server.client().withOptions(o -> o.header("a:b", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

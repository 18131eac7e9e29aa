// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.contract.testkit.Stub;
import ai.heymilo.testkit.Canary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client can be made of. */
class BuilderTest {
  @RegisterExtension final Stub stub = new Stub();

  @Test
  void aClientNeedsAKey() {
    assertThatThrownBy(() -> HeyMilo.builder().build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("apiKey");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "se\r\ncret: x", "se\u0000cret", "secrét", "se cret", "secret\n"})
  void aKeyThatAHeaderCannotHoldIsRefusedWithoutQuotingIt(String key) {
    assertThatThrownBy(() -> HeyMilo.builder().apiKey(key).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("apiKey")
        .message()
        .doesNotContain("cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.heymilo.ai",
        "ftp://127.0.0.1",
        "http://127.0.0.1.example.org",
        "api.heymilo.ai",
        "https://user:pass@api.heymilo.ai",
        ""
      })
  void aBaseUrlThatIsNotHttpsIsRefused(String baseUrl) {
    assertThatThrownBy(() -> HeyMilo.builder().apiKey(Canary.KEY).baseUrl(baseUrl).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("baseUrl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.heymilo.ai",
        "https://api.heymilo.ai/",
        "http://localhost:8089",
        "http://127.0.0.1:1",
        "http://[::1]:8089"
      })
  void httpsAndThisMachineAreAccepted(String baseUrl) {
    assertThatCode(() -> HeyMilo.builder().apiKey(Canary.KEY).baseUrl(baseUrl).build().close())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ws 1", "ws\r\nX-Evil: 1", "wsé"})
  void aWorkspaceThatAHeaderCannotHoldIsRefusedWhenTheClientIsBuiltAndNotQuoted(String workspace) {
    assertThatThrownBy(() -> HeyMilo.builder().apiKey(Canary.KEY).workspaceId(workspace).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("workspaceId must ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("ws", "Evil"))
        .hasNoCause();
  }

  @Test
  void theClientSaysWhatItIsAndWhichWorkspaceItMeans() {
    stub.answer(Stub.POSTING);
    try (HeyMilo milo =
        HeyMilo.builder().apiKey(Canary.KEY).baseUrl(stub.baseUrl()).workspaceId("ws_1").build()) {
      milo.posting("P").get();
      milo.withOptions(o -> o.workspaceId("ws_2").header("X-Trace", "t1")).posting("P").get();
    }

    var requests = stub.requests();
    assertThat(requests).hasSize(2);
    assertThat(requests)
        .extracting(r -> r.getHeader("X-Workspace-Id"))
        .containsExactlyInAnyOrder("ws_1", "ws_2");
    assertThat(requests.get(0).getHeader("User-Agent"))
        .matches("heymilo-java/\\d+\\.\\d+\\.\\d+\\S* \\(spec \\d+\\.\\d+\\.\\d+; Java \\d+\\)")
        .contains("(spec " + HeyMilo.specVersion() + "; Java " + Runtime.version().feature() + ")");
    assertThat(requests).extracting(r -> r.getHeader("X-Trace")).contains("t1", (String) null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "a\nb"})
  void idsThatCannotStandInAPathAreRefusedAtOnce(String id) {
    assertThatThrownBy(() -> stub.client().posting(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("posting_id");
    assertThat(stub.requests()).isEmpty();
  }

  @Test
  void hostileIdsStayOneSegment() {
    stub.answer(Stub.POSTING);
    stub.client().posting("../x?y=1#z /é").get();

    assertThat(stub.requests().get(0).getUrl())
        .isEqualTo("/api/v2/postings/..%2Fx%3Fy%3D1%23z%20%2F%C3%A9");
  }
}

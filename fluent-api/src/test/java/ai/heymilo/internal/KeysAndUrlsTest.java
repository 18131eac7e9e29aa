// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.internal.http.BaseUrls;
import ai.heymilo.testkit.Canary;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysAndUrlsTest {

  @Test
  void aKeyOfVisibleAsciiIsAKey() {
    assertThat(ApiKey.of("hm_live-~!Az09").value()).isEqualTo("hm_live-~!Az09");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary\r\nX: y",
        "canary\n",
        " canary",
        "can ary",
        "canary\t",
        "canaryé",
        "canary\u007f",
        "canary\u20ac"
      })
  void aKeyThatAHeaderCannotHoldIsRefusedAndNotQuoted(String key) {
    assertThatThrownBy(() -> ApiKey.of(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("apiKey must contain only visible ASCII characters")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("can"))
        .hasNoCause();
  }

  @Test
  void noKeyIsNoKey() {
    assertThatThrownBy(() -> ApiKey.of("")).hasMessage("apiKey must not be empty");
    assertThatThrownBy(() -> ApiKey.of(null)).hasMessage("apiKey must not be empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.heymilo.ai",
        "https://api.heymilo.ai:8443/base",
        "HTTPS://API.heymilo.ai",
        "http://localhost:8080",
        "http://LOCALHOST",
        "http://127.0.0.1:80",
        "http://127.255.1.9",
        "http://[::1]:8080"
      })
  void httpsIsRequiredUnlessTheHostIsThisMachine(String url) {
    assertThat(BaseUrls.check(url, Set.of())).isEqualTo(url);
    assertThat(BaseUrls.check(url + "//", Set.of())).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.heymilo.ai",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "http://1270.0.0.1",
        "http://[::2]",
        "ftp://localhost",
        "https://user:canary@api.heymilo.ai",
        "https://canary@api.heymilo.ai",
        "http://127.0.0.1:80@evil.example",
        "https://api.heymilo.ai?canary",
        "https://api.heymilo.ai/#canary",
        "api.heymilo.ai",
        "/api",
        "",
        "https://",
        "https://a b",
        "https:api"
      })
  void anythingElseIsRefusedByName(String url) {
    assertThatThrownBy(() -> BaseUrls.check(url, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("baseUrl ")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("canary"))
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https:api", "https:///path", "/api"})
  void aUrlWithoutAHostIsNotAbsolute(String url) {
    assertThatThrownBy(() -> BaseUrls.check(url, Set.of()))
        .hasMessage("baseUrl must be absolute, for example https://api.heymilo.ai");
  }

  @Test
  void plainHttpToANamedHostNeedsItsSwitch() {
    assertThatThrownBy(() -> BaseUrls.check("http://sandbox:8080", Set.of("other")))
        .hasMessageContaining("permitPlainHttp(\"sandbox\")");
    assertThat(BaseUrls.check("http://Sandbox:8080/", Set.of("sandbox")))
        .isEqualTo("http://Sandbox:8080");
    assertThat(BaseUrls.check("http://10.0.0.7", Set.of("10.0.0.7"))).isEqualTo("http://10.0.0.7");
    try (HeyMilo milo =
        HeyMilo.builder()
            .baseUrl("http://sandbox:8080")
            .permitPlainHttp("SANDBOX", "10.0.0.7")
            .apiKey(Canary.KEY)
            .build()) {
      assertThat(milo.api()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://my_gateway", "https://my_gateway:8443/api", "https://a.b_c.example"})
  void aNameThatIsNoHostNameIsExplained(String url) {
    assertThatThrownBy(() -> BaseUrls.check(url, Set.of())).hasMessageContaining("underscore");
  }
}

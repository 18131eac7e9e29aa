// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

  @Test
  void aNameIsReadInLowerCase() {
    assertThat(HeaderRules.name("X-Note")).isEqualTo("x-note");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x note", "x-note:", "x-nöte", "x\r\ny"})
  void aNameIsATokenOfHttp(String name) {
    assertThatThrownBy(() -> HeaderRules.name(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("header name must be a token of HTTP, was \"" + name + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-API-KEY", "host", "Accept-Encoding"})
  void whatTheClientSetsItselfIsReserved(String name) {
    assertThatThrownBy(() -> HeaderRules.name(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("header " + name.toLowerCase(Locale.ROOT) + " cannot be set here");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "~", "a value ~"})
  void aValueIsPrintableAscii(String value) {
    assertThat(HeaderRules.value("header x-note", value)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret\r\n", "secret\u001f", "secret\u007f", "é secret"})
  void anotherValueIsRejectedAndNotQuoted(String value) {
    assertThatThrownBy(() -> HeaderRules.value("header x-note", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("header x-note must be one or more printable ASCII characters");
  }
}

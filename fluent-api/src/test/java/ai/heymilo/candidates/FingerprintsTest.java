// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private final Fingerprints texts = new Fingerprints();

  @Test
  void aTextIsNewOnce() {
    assertThat(texts.add("ada@example.org")).isTrue();
    assertThat(texts.add("ada@example.org")).isFalse();
    assertThat(texts.add("alan@example.org")).isTrue();
    assertThat(texts.add("")).isTrue();
    assertThat(texts.add("")).isFalse();
  }

  @Test
  void nothingIsForgottenAndNothingTakenForAnotherWhenThereAreMany() {
    int many = 20_000;

    assertThat(IntStream.range(0, many).filter(i -> texts.add("c" + i)).count()).isEqualTo(many);
    assertThat(IntStream.range(0, many).filter(i -> texts.add("c" + i)).count()).isZero();
  }

  @Test
  void halvesOfCharactersAreNotMixedUp() {
    assertThat(texts.add("a\ud83d")).isTrue();
    assertThat(texts.add("a\ud83e")).isTrue();
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdaptiveLimitTest {

  @Test
  void aRefusalAfterAStepOfRecoveryStillCounts() {
    AdaptiveLimit limit = new AdaptiveLimit(100, 60, 0);
    limit.refused(0, 10);
    assertThat(limit.at(70)).isEqualTo(80);
    // sent after that 429 was noted, refused after the first step of recovery
    limit.refused(65, 75);

    assertThat(limit.at(75)).isEqualTo(60);
  }
}

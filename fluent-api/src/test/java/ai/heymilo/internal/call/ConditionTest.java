// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.Operation;
import ai.heymilo.internal.ClientOptions;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two axes of the policy table. */
class ConditionTest {

  @ParameterizedTest
  @CsvSource({
    "302, DECLINED",
    "404, DECLINED",
    "499, DECLINED",
    "408, LOST",
    "429, REFUSED",
    "500, LOST",
    "501, SERVER_ERROR",
    "502, LOST",
    "503, LOST",
    "504, LOST",
    "505, SERVER_ERROR"
  })
  void aStatusBelongsToACondition(int status, Condition condition) {
    assertThat(Condition.ofStatus(status)).isEqualTo(condition);
  }

  @Test
  void aWriteIsInDoubtAfterTheseAlone() {
    assertThat(EnumSet.allOf(Condition.class).stream().filter(Condition::leavesDoubt))
        .containsExactly(Condition.LOST, Condition.SERVER_ERROR, Condition.UNREADABLE);
  }

  @Test
  void whatIsRepeatedDependsOnBoth() {
    assertThat(repeated(Repeatability.READ))
        .containsExactlyInAnyOrder(
            Condition.REFUSED, Condition.NEVER_SENT, Condition.LOST, Condition.UNREADABLE);
    assertThat(repeated(Repeatability.REPEATABLE))
        .containsExactlyInAnyOrder(Condition.REFUSED, Condition.NEVER_SENT, Condition.LOST);
    assertThat(repeated(Repeatability.ONCE))
        .containsExactlyInAnyOrder(Condition.REFUSED, Condition.NEVER_SENT);
  }

  private static Set<Condition> repeated(Repeatability repeatability) {
    return EnumSet.allOf(Condition.class).stream()
        .filter(repeatability::retries)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, false, false, READ",
    "HEAD, false, false, READ",
    "GET, true, true, READ",
    "PATCH, false, false, ONCE",
    "PATCH, true, false, REPEATABLE",
    "PATCH, false, true, REPEATABLE",
    "POST, false, false, ONCE",
    "POST, true, false, ONCE",
    "POST, false, true, REPEATABLE",
    "PUT, false, false, REPEATABLE",
    "DELETE, false, false, REPEATABLE"
  })
  void aMethodAndTheCallersWordDecideWhatIsRepeatable(
      String method, boolean updates, boolean all, Repeatability repeatability) {
    ClientOptions options = ClientOptions.defaults().retryUpdates(updates).repeatable(all);

    assertThat(Repeatability.of(new Operation("doThing", method, "/things"), options))
        .isEqualTo(repeatability);
    assertThat(repeatability.isWrite()).isEqualTo(repeatability != Repeatability.READ);
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The client stays small enough for a function that starts cold. */
class SizeTest {
  @Test
  void clientAndGeneratedClientAreBelow500Kilobytes() throws Exception {
    assertThat(
            Files.size(Jars.built("heymilo-client"))
                + Files.size(Jars.built("heymilo-generated-client")))
        .isLessThan(500_000);
  }
}

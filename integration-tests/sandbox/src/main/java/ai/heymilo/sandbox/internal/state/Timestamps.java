// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Unix timestamps as the document has them: a number of seconds, with a fraction if need be. */
final class Timestamps {
  private Timestamps() {}

  static JsonNode of(@Nullable Instant instant) {
    if (instant == null) {
      return NullNode.getInstance();
    }
    long millis = instant.toEpochMilli();
    return millis % 1000 == 0
        ? LongNode.valueOf(millis / 1000)
        : DecimalNode.valueOf(BigDecimal.valueOf(millis, 3));
  }
}

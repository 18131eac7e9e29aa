// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.sample.Wire;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.jackson.nullable.JsonNullable;

/** Enum values and times in numbers. */
class ScalarsTest {
  private static String swapped(String text) {
    return text.charAt(text.length() - 1) + text.substring(1, text.length() - 1) + text.charAt(0);
  }

  @Test
  void aValueOfTheSameLengthIsNotAKnownOne() throws Exception {
    for (PostingStatus known : PostingStatus.known()) {
      String other = swapped(known.getValue());

      PostingStatus read =
          Wire.read("{\"status\":\"" + other + "\"}", PostingResponse.class).getStatus();

      assertThat(read.getValue()).isEqualTo(other);
      assertThat(read.isKnown()).isFalse();
      assertThat(read).isNotEqualTo(known);
      assertThat(read)
          .isEqualTo(PostingStatus.of(other))
          .hasSameHashCodeAs(PostingStatus.of(other));
      assertThat(PostingStatus.of(known.getValue())).isSameAs(known);
    }
  }

  @ParameterizedTest
  @CsvSource({"7,7", "true,true", "'\"\"',''"})
  void aValueOfAnotherKindIsKeptAsText(String json, String text) throws Exception {
    assertThat(Wire.read("{\"status\":" + json + "}", PostingResponse.class).getStatus())
        .hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,0,0",
    "2026-01-01T00:00:00Z,0,1767225600",
    "2026-01-01T00:00:00.5Z,0,1767225600.5",
    "2026-01-01T00:00:00.5Z,3,1767225600500",
    "2026-01-01T00:00:00.0005Z,3,1767225600000.5",
    "1969-12-31T23:59:59.999Z,3,-1"
  })
  void timesInNumbersHaveNoZerosTooMany(Instant time, int decimals, String number) {
    UnixTime unix = UnixTime.of(time, decimals);

    assertThat(unix.toNumber()).hasToString(number);
    assertThat(unix)
        .hasToString(time.toString())
        .isEqualTo(UnixTime.of(time, decimals))
        .hasSameHashCodeAs(UnixTime.of(time, decimals))
        .isNotEqualTo(UnixTime.of(time.plusNanos(1), decimals))
        .isNotEqualTo(time);
  }

  @Test
  void noTimeIsNoNumber() {
    assertThat(UnixTime.of((Instant) null, 0)).isNull();
    assertThat(UnixTime.of(JsonNullable.undefined(), 0)).isEqualTo(JsonNullable.undefined());
    assertThat(UnixTime.of(JsonNullable.of((Instant) null), 0)).isEqualTo(JsonNullable.of(null));
    assertThat(UnixTime.of(JsonNullable.of(Instant.EPOCH), 0).get())
        .isEqualTo(UnixTime.of(Instant.EPOCH, 0));
    assertThat(List.of(UnixTime.of(Instant.EPOCH, 3))).hasToString("[1970-01-01T00:00:00Z]");
  }
}

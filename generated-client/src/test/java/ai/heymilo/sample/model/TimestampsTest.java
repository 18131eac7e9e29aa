// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sample.Wire;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  private static PostingResponse read(String time) throws Exception {
    return Wire.read("{\"created_at\":" + time + "}", PostingResponse.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1767225600,2026-01-01T00:00:00Z",
    "1767225600.5,2026-01-01T00:00:00.500Z",
    "1767225600.123456789,2026-01-01T00:00:00.123456789Z",
    "1.7672256E9,2026-01-01T00:00:00Z",
    "0,1970-01-01T00:00:00Z",
    "-0.5,1969-12-31T23:59:59.500Z",
    "-1.000000001,1969-12-31T23:59:58.999999999Z",
    "1767225600.000,2026-01-01T00:00:00Z",
    "1767225600.1234567891,2026-01-01T00:00:00.123456789Z",
    "1767225600.5e0,2026-01-01T00:00:00.500Z",
    "17672256.005e2,2026-01-01T00:00:00.500Z",
    "1e5,1970-01-02T03:46:40Z",
    "99999999999.999999999,5138-11-16T09:46:39.999999999Z",
    "31556889864403199.5,+1000000000-12-31T23:59:59.500Z",
    "'\"1767225600\"',2026-01-01T00:00:00Z",
    "'\"2026-01-01T00:00:00Z\"',2026-01-01T00:00:00Z",
    "'\"2026-01-01T02:00:00+02:00\"',2026-01-01T00:00:00Z",
    "'\"2026-01-01T00:00:00.25\"',2026-01-01T00:00:00.250Z",
    "'\"2026-01-01T00:00\"',2026-01-01T00:00:00Z",
    "'\"2026-01-01 00:00:00\"',2026-01-01T00:00:00Z",
    "'\"2026-01-01 00:00:00+00:00\"',2026-01-01T00:00:00Z",
    "'\"2026-01-01\"',2026-01-01T00:00:00Z",
    "'\"2026-01-01T02:00:00+0200\"',2026-01-01T00:00:00Z",
    "'\"2026-01-01T02:00:00+02\"',2026-01-01T00:00:00Z",
    "'\"2026-01-01T00:00:00+0000\"',2026-01-01T00:00:00Z",
    "'\"2026-01-01 00:00:00.5-00\"',2026-01-01T00:00:00.500Z",
    "'\"2026-01-01t00:00:00z\"',2026-01-01T00:00:00Z",
    "'\"\"',",
    "'\" \"',"
  })
  void everyWayToSayATimeIsRead(String json, Instant time) throws Exception {
    assertThat(read(json).getCreatedAt()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1767225600", "1767225600.5", "1767225600.123456789", "-0.5"})
  void secondsAreWrittenBackAsTheyCame(String seconds) throws Exception {
    assertThat(Wire.write(read(seconds))).isEqualTo("{\"created_at\":" + seconds + "}");
  }

  @Test
  void whatTheDocumentCallsIso8601IsWrittenSo() throws Exception {
    assertThat(Wire.write(new UpdatePostingRequest().deadline(Instant.ofEpochSecond(1767225600))))
        .isEqualTo("{\"deadline\":\"2026-01-01T00:00:00Z\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"soon\"",
        "true",
        "{}",
        "1e30",
        "18446744073709551617.5",
        "1e999999999",
        "\"2026-13-01\""
      })
  void whatIsNoTimeIsRefusedAtOnce(String json) {
    long start = System.nanoTime();

    assertThatThrownBy(() -> read(json)).isInstanceOf(JsonMappingException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }
}

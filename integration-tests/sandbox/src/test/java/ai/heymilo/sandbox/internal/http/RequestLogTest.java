// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestLogTest {
  private final RequestLog log = new RequestLog();

  private void add(String path, int bytes) {
    log.add(
        new LogEntry(
            "req_1",
            SandboxRequest.of("POST", path, Map.of(), new byte[bytes]),
            null,
            Instant.EPOCH));
  }

  @Test
  void keepsTheLatestTenThousand() {
    for (int i = 0; i < 10_001; i++) {
      add("/" + i, 0);
    }

    List<LogEntry> entries = log.entries();
    assertThat(entries).hasSize(10_000);
    assertThat(entries.get(0).request().path()).isEqualTo("/1");
    assertThat(entries.get(9_999).request().path()).isEqualTo("/10000");
  }

  @Test
  void keepsNoMoreBodiesThan64MebibytesButAlwaysTheLatest() {
    add("/small", 1);
    add("/half", 32 << 20);
    add("/other-half", 32 << 20);
    assertThat(log.entries()).extracting(entry -> entry.request().path()).doesNotContain("/small");

    add("/huge", 65 << 20);
    assertThat(log.entries()).extracting(entry -> entry.request().path()).containsExactly("/huge");
  }
}

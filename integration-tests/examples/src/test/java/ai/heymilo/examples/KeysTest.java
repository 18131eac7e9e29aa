// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import static ai.heymilo.sandbox.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.errors.TransportException;
import ai.heymilo.errors.UnauthorizedException;
import ai.heymilo.sandbox.HeyMiloSandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples about API keys: several at once, and one that changes. */
class KeysTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  @TempDir Path folder;

  private String[] lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
  }

  @Test
  void eachTenantHasItsOwnKeyAndQuota() {
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start();
        HeyMilo shared =
            HeyMilo.builder().baseUrl(sandbox.baseUrl()).apiKey("the-apps-own").build()) {
      Tenants.run(out, shared, new TreeMap<>(Map.of("north", "n-key", "south", "s-key")));

      assertThat(lines())
          .containsExactly("north: 1, 298 requests left", "south: 1, 299 requests left");
      assertThat(sandbox).received("createPosting").withHeader("X-API-KEY", "n-key").times(1);
      assertThat(sandbox).received("listPostings").withHeader("X-API-KEY", "n-key").times(1);
      assertThat(sandbox).received("listPostings").withHeader("X-API-KEY", "s-key").times(1);
      assertThat(sandbox).received("listPostings").times(2);
    }
  }

  @Test
  void aKeyThatChangesNeedsNoNewClient() throws Exception {
    Path secret = Files.writeString(folder.resolve("key"), "one\n");
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start()) {
      KeyRotation.run(out, sandbox.baseUrl(), secret, "two\n");

      assertThat(lines())
          .containsExactly("0 postings with the first key", "0 postings with the next key");
      assertThat(sandbox).received("listPostings").withHeader("X-API-KEY", "one").times(1);
      assertThat(sandbox).received("listPostings").withHeader("X-API-KEY", "two").times(1);
    }
  }

  @Test
  void aKeyThatIsRefusedOrCannotBeReadIsAnError() throws Exception {
    Path secret = Files.writeString(folder.resolve("key"), "old");
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.builder().apiKey("new").start()) {
      assertThatThrownBy(() -> KeyRotation.run(out, sandbox.baseUrl(), secret, "new"))
          .isInstanceOf(UnauthorizedException.class);
      assertThat(sandbox).received("listPostings").times(1);

      Path missing = folder.resolve("missing");
      assertThatThrownBy(() -> KeyRotation.run(out, sandbox.baseUrl(), missing, "new"))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("the API key could not be obtained");
      assertThat(sandbox).received("listPostings").times(1);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One sandbox for each class, empty before each test, whose clock stands still. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OwnSandbox {
  static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

  final HeyMiloSandbox sandbox = HeyMiloSandbox.builder().startingAt(START).start();
  final Http http = new Http(sandbox);

  @BeforeEach
  void reset() {
    sandbox.reset();
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  static String posting(String id) {
    return Http.POSTINGS + "/" + id;
  }

  static String candidates(String postingId) {
    return posting(postingId) + "/candidates";
  }
}

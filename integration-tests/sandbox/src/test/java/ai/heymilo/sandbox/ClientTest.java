// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static ai.heymilo.generated.api.InterviewersApi.ARCHIVE_POSTING;
import static ai.heymilo.generated.api.InterviewersApi.LIST_POSTINGS;
import static ai.heymilo.sandbox.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.errors.ClientClosedException;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.testkit.Canary;
import ai.heymilo.transport.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The client that a sandbox has. */
class ClientTest {
  @Test
  void theClientTalksToItsSandbox() {
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.builder().apiKey(Canary.KEY).start()) {
      assertThat(sandbox.client().postings().list().stream()).isEmpty();

      assertThat(sandbox).received(LIST_POSTINGS).times(1);
      assertThat(sandbox).didNotReceive(ARCHIVE_POSTING);
    }
  }

  @Test
  void thereIsOneClientUntilTheSandboxIsReset() {
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start()) {
      HeyMilo first = sandbox.client();
      assertThat(sandbox.client()).isSameAs(first);

      sandbox.reset();

      assertThat(sandbox.client()).isNotSameAs(first);
      assertThat(first.postings().list().stream()).isEmpty();
    }
  }

  @Test
  void aWaitThatTheServerAskedForIsForgottenAfterAReset() {
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start()) {
      sandbox.rateLimit(RateLimit.of(1, Duration.ofDays(1)));
      sandbox.client().postings().list().stream().forEach(posting -> {});
      assertThatThrownBy(() -> sandbox.client().postings().list().stream().count())
          .isInstanceOf(HeyMiloException.class);

      sandbox.reset();

      assertThat(sandbox.client().postings().list().stream()).isEmpty();
    }
  }

  @Test
  void aClientOfOnesOwnHasSettingsOfItsOwn() {
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start();
        HeyMilo milo = sandbox.clientBuilder().retryPolicy(RetryPolicy.never()).build()) {
      sandbox.faults().on(LIST_POSTINGS).failNext(1, 503);

      assertThatThrownBy(() -> milo.postings().list().stream().count())
          .isInstanceOf(HeyMiloException.class);
      assertThat(sandbox).received(LIST_POSTINGS).times(1);
    }
  }

  @Test
  void aSandboxOnAllAddressesIsReachedByTheLoopbackOne() {
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.builder().host("0.0.0.0").start()) {
      assertThat(sandbox.client().postings().list().stream()).isEmpty();
    }
  }

  @Test
  void clientsAreClosedWithTheSandbox() {
    HeyMiloSandbox sandbox = HeyMiloSandbox.start();
    HeyMilo before = sandbox.client();
    sandbox.reset();
    HeyMilo last = sandbox.client();
    sandbox.close();

    assertThatThrownBy(() -> before.postings().list().stream().count())
        .isInstanceOf(ClientClosedException.class);
    assertThatThrownBy(() -> last.postings().list().stream().count())
        .isInstanceOf(ClientClosedException.class);
    assertThatThrownBy(sandbox::client).isInstanceOf(IllegalStateException.class);
  }
}

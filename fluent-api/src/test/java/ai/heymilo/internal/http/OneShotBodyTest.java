// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.internal.http.OneShotBody.SentBeforeException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Whether a body was or will be sent, whatever thread asks for it. */
class OneShotBodyTest {
  private final OneShotBody body = new OneShotBody(BodyPublishers.ofString("text"), false);

  @Test
  void itsLengthIsToldOnce() {
    assertThat(body.contentLength()).isEqualTo(4);
    assertThatThrownBy(body::contentLength).isInstanceOf(SentBeforeException.class);
    assertThat(body.stop()).isTrue();
  }

  @Test
  void itIsReadOnce() {
    assertThat(read()).isEqualTo("text");
    assertThatThrownBy(this::read).hasRootCauseInstanceOf(SentBeforeException.class);
    assertThat(body.stop()).isTrue();
  }

  @Test
  void afterItsEndItIsNeverSent() {
    assertThat(body.stop()).isFalse();
    assertThatThrownBy(body::contentLength).isInstanceOf(SentBeforeException.class);
    assertThatThrownBy(this::read).hasRootCauseInstanceOf(SentBeforeException.class);
    assertThat(body.stop()).isFalse();
  }

  /** As the rules of {@code Flow} have it; the JDK's own readers insist on it. */
  @Test
  void aSecondReaderHasASubscriptionBeforeItFails() {
    List<String> events = new ArrayList<>();
    body.stop();
    body.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
            events.add("subscribed");
          }

          @Override
          public void onNext(ByteBuffer item) {
            events.add("item");
          }

          @Override
          public void onError(Throwable failure) {
            events.add("failed");
          }

          @Override
          public void onComplete() {
            events.add("complete");
          }
        });

    assertThat(events).containsExactly("subscribed", "failed");
  }

  private String read() {
    BodySubscriber<String> reader = BodySubscribers.ofString(StandardCharsets.UTF_8);
    body.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            reader.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer item) {
            reader.onNext(List.of(item));
          }

          @Override
          public void onError(Throwable failure) {
            reader.onError(failure);
          }

          @Override
          public void onComplete() {
            reader.onComplete();
          }
        });
    return reader.getBody().toCompletableFuture().join();
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
  private static final int MOST = 8;

  private final Requests connection = new Requests();

  @Test
  void aBodyMayBeAsLongAsTheBound() {
    BoundedBody body = subscribed(200, "8");
    receive(body, 3, 5);
    body.onComplete();

    assertThat(whole(body)).isCompletedWithValue(body);
    assertThat(body.bytes()).hasSize(MOST);
    assertThat(body.received()).isEqualTo(MOST);
    assertThat(connection.requested).isEqualTo(Long.MAX_VALUE);
    assertThat(connection.cancelled).isZero();
  }

  @Test
  void oneByteMoreFailsASuccessAndFreesTheConnection() {
    BoundedBody body = subscribed(299, null);
    receive(body, 8);
    assertThat(whole(body)).isNotDone();
    receive(body, 1);

    assertThatThrownBy(() -> whole(body).join())
        .hasRootCauseInstanceOf(IOException.class)
        .hasMessageContaining("longer than 8 bytes; maxResponseBytes permits more");
    assertThat(connection.cancelled).isEqualTo(1);
  }

  @Test
  void aLengthBeyondTheBoundFailsASuccessBeforeAnyByteIsRead() {
    BoundedBody body = subscribed(200, "9");

    assertThat(whole(body)).isCompletedExceptionally();
    assertThat(connection.cancelled).isEqualTo(1);
  }

  @Test
  void anErrorKeepsWhatFitsAndIsOver() {
    BoundedBody body = subscribed(300, "1000");
    receive(body, 7);
    assertThat(whole(body)).isNotDone();
    receive(body, 5);

    assertThat(whole(body)).isCompletedWithValue(body);
    assertThat(body.bytes()).hasSize(MOST);
    assertThat(connection.cancelled).isEqualTo(1);
  }

  @Test
  void anErrorOfTheBoundsLengthIsOver() {
    BoundedBody body = subscribed(422, null);
    receive(body, 8);

    assertThat(whole(body)).isCompletedWithValue(body);
  }

  @Test
  void whatArrivesAfterTheEndIsNotKept() {
    BoundedBody body = subscribed(422, null);
    receive(body, 8, 4);

    assertThat(body.received()).isEqualTo(12); // in one delivery
    receive(body, 100);

    assertThat(body.received()).isEqualTo(12);
  }

  @Test
  void aLostConnectionFailsASuccessAndLeavesAnErrorAsFarAsItCame() {
    BoundedBody success = subscribed(200, null);
    BoundedBody error = subscribed(422, null);
    receive(error, 3);
    IOException lost = new IOException("lost");
    success.onError(lost);
    error.onError(lost);

    assertThatThrownBy(() -> whole(success).join()).hasRootCause(lost);
    assertThat(whole(error)).isCompletedWithValue(error);
    assertThat(error.bytes()).hasSize(3);
  }

  @Test
  void aBodyThatIsWholeIsNotStopped() {
    BoundedBody body = subscribed(200, null);
    body.onComplete();
    body.stop(new IOException("too late"));

    assertThat(whole(body)).isCompletedWithValue(body);
    assertThat(connection.cancelled).isZero();
  }

  @Test
  void aBodyIsStoppedBeforeItBegins() {
    ResponseInfo info = new Head(200, null);
    BoundedBody body = new BoundedBody(info, MOST);
    body.stop(new IOException("too late"));

    assertThat(whole(body)).isCompletedExceptionally();
    assertThat(body.info()).isSameAs(info);
  }

  private BoundedBody subscribed(int status, @Nullable String length) {
    BoundedBody body = new BoundedBody(new Head(status, length), MOST);
    body.onSubscribe(connection);
    return body;
  }

  private static void receive(BoundedBody body, int... sizes) {
    List<ByteBuffer> buffers = new ArrayList<>();
    for (int size : sizes) {
      buffers.add(ByteBuffer.allocate(size));
    }
    body.onNext(buffers);
  }

  private static CompletableFuture<BoundedBody> whole(BoundedBody body) {
    return body.getBody().toCompletableFuture();
  }

  private static final class Requests implements Flow.Subscription {
    private long requested;
    private int cancelled;

    @Override
    public void request(long more) {
      requested = more;
    }

    @Override
    public void cancel() {
      cancelled++;
    }
  }

  private static final class Head implements ResponseInfo {
    private final int status;
    private final Map<String, List<String>> headers;

    Head(int status, @Nullable String length) {
      this.status = status;
      this.headers = length == null ? Map.of() : Map.of("Content-Length", List.of(length));
    }

    @Override
    public int statusCode() {
      return status;
    }

    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(headers, (name, value) -> true);
    }

    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Collects the body of a response up to a bound. A longer success fails; of a longer error the
 * first bytes are kept and the rest is not read. Nothing is parsed here, because the thread that
 * fills it serves all connections.
 */
public final class BoundedBody implements BodySubscriber<BoundedBody> {
  private final ResponseInfo info;
  private final boolean success;
  private final int most;
  private final CompletableFuture<BoundedBody> whole = new CompletableFuture<>();
  private final List<ByteBuffer> kept = new ArrayList<>();
  private long received;
  private Flow.@Nullable Subscription subscription;

  /**
   * Creates a body.
   *
   * @param most the bound in bytes
   */
  public BoundedBody(ResponseInfo info, int most) {
    this.info = info;
    this.success = info.statusCode() < 300;
    this.most = most;
  }

  public ResponseInfo info() {
    return info;
  }

  public synchronized long received() {
    return received;
  }

  /** Returns the bytes received so far. */
  public synchronized byte[] bytes() {
    int size = 0;
    for (ByteBuffer buffer : kept) {
      size += buffer.remaining();
    }
    ByteBuffer bytes = ByteBuffer.allocate(Math.min(size, most));
    for (ByteBuffer buffer : kept) {
      ByteBuffer copy = buffer.duplicate();
      bytes.put(copy.limit(copy.position() + Math.min(copy.remaining(), bytes.remaining())));
    }
    return bytes.array();
  }

  @Override
  public CompletionStage<BoundedBody> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    synchronized (this) {
      this.subscription = subscription;
    }
    subscription.request(Long.MAX_VALUE);
    if (success && info.headers().firstValueAsLong("Content-Length").orElse(0) > most) {
      stop(tooLong());
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    if (whole.isDone()) {
      return;
    }
    kept.addAll(buffers);
    for (ByteBuffer buffer : buffers) {
      received += buffer.remaining();
    }
    if (success ? received > most : received >= most) {
      stop(tooLong());
    }
  }

  @Override
  public void onError(Throwable failure) {
    end(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(this);
  }

  /** Stops reading: an error keeps what was received, a success fails. */
  public synchronized void stop(Throwable why) {
    if (end(why) && subscription != null) {
      subscription.cancel();
    }
  }

  private boolean end(Throwable failure) {
    return success ? whole.completeExceptionally(failure) : whole.complete(this);
  }

  private IOException tooLong() {
    return new IOException(
        "the body of the response is longer than "
            + most
            + " bytes; maxResponseBytes permits more");
  }
}

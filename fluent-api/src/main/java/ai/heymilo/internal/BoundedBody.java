// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer within bounds of size and time. That of a success goes on to whoever reads
 * it, and fails beyond the bound; of an error the first bytes are kept, and the rest is not waited
 * for.
 *
 * @param <T> the type of a success
 */
final class BoundedBody<T> implements BodySubscriber<BoundedBody.Content<T>> {
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private final ResponseInfo info;
  private final long most;
  private final @Nullable BodySubscriber<T> reader;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CompletableFuture<Content<T>> error = new CompletableFuture<>();
  private final AtomicLong received = new AtomicLong();
  private Flow.@Nullable Subscription subscription;
  private boolean done;

  BoundedBody(ResponseInfo info, BodyHandler<T> handler, Caps caps) {
    this.info = info;
    boolean success = info.statusCode() < 300;
    this.most = success ? caps.response() : caps.error();
    this.reader = success ? handler.apply(info) : null;
  }

  ResponseInfo info() {
    return info;
  }

  long received() {
    return received.get();
  }

  /** Returns what there is of the body of an error. */
  synchronized byte[] error() {
    return kept.toByteArray();
  }

  @Override
  public CompletionStage<Content<T>> getBody() {
    return reader == null
        ? error
        : reader.getBody().thenApply(value -> new Content<>(value, new byte[0]));
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    synchronized (this) {
      this.subscription = subscription;
    }
    if (reader == null) {
      subscription.request(Long.MAX_VALUE);
      return;
    }
    reader.onSubscribe(subscription);
    String declared = info.headers().firstValue("Content-Length").orElse("");
    if (LENGTH.matcher(declared).matches() && Long.parseLong(declared) > most) {
      stop(tooLong());
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    if (done) {
      return;
    }
    long size = 0;
    for (ByteBuffer buffer : buffers) {
      size += buffer.remaining();
    }
    long total = received.addAndGet(size);
    if (reader == null) {
      keep(buffers);
      if (kept.size() >= most) {
        stop(tooLong());
      }
    } else if (total > most) {
      stop(tooLong());
    } else {
      reader.onNext(buffers);
    }
  }

  @Override
  public synchronized void onError(Throwable failure) {
    if (!done) {
      end(failure);
    }
  }

  @Override
  public synchronized void onComplete() {
    if (done) {
      return;
    }
    if (reader == null) {
      end(null);
    } else {
      done = true;
      reader.onComplete();
    }
  }

  /** Reads no further: an error is what came of it so far, a success fails. */
  synchronized void stop(Throwable why) {
    if (!done) {
      end(why);
      if (subscription != null) {
        subscription.cancel();
      }
    }
  }

  private void end(@Nullable Throwable failure) {
    done = true;
    if (reader == null) {
      error.complete(new Content<>(null, kept.toByteArray()));
    } else if (failure != null) {
      reader.onError(failure);
    }
  }

  private void keep(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[(int) Math.min(buffer.remaining(), most - kept.size())];
      buffer.get(bytes);
      kept.write(bytes, 0, bytes.length);
    }
  }

  private IOException tooLong() {
    return new IOException("the body of the answer is longer than " + most + " bytes");
  }

  /** What was read: a value, or the first bytes of an error. */
  static final class Content<T> {
    private final @Nullable T value;
    private final byte[] error;

    Content(@Nullable T value, byte[] error) {
      this.value = value;
      this.error = error;
    }

    @Nullable T value() {
      return value;
    }

    byte[] error() {
      return error;
    }
  }
}

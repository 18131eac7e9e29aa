// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The {@link HttpClient} that a transport makes when it is given none, and the threads of it. */
final class OwnClient {
  private final ThreadPoolExecutor threads;
  private volatile @Nullable HttpClient client;

  private OwnClient(ThreadPoolExecutor threads, HttpClient client) {
    this.threads = threads;
    this.client = client;
  }

  /**
   * Opens a client. It follows no redirect, because the JDK takes the API key along to wherever one
   * leads, and knows no authenticator or cookies. HTTP/1.1, because its failures are told apart
   * best.
   */
  static OwnClient open(Duration connectTimeout) {
    AtomicInteger count = new AtomicInteger();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            5,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "heymilo-http-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .executor(threads)
            .build();
    return new OwnClient(threads, client);
  }

  HttpClient client() {
    HttpClient open = client;
    if (open == null) {
      throw new IllegalStateException("the client is closed");
    }
    return open;
  }

  void close() {
    HttpClient open = client;
    client = null;
    if (open != null) {
      shutdown(open);
      threads.shutdown();
    }
  }

  /** Shuts a client down where the JDK can, from 21 on; before, it ends when it is collected. */
  static void shutdown(HttpClient client) {
    try {
      HttpClient.class.getMethod("shutdownNow").invoke(client);
    } catch (NoSuchMethodException e) {
      return; // JDK 20 or before
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the HTTP client could not be shut down", e.getCause());
    }
  }
}

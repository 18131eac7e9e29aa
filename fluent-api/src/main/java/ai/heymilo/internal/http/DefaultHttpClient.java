// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.http;

import ai.heymilo.internal.ClientOptions;
import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;

/** The {@link HttpClient} that a client makes when it is given none. */
public final class DefaultHttpClient {
  private DefaultHttpClient() {}

  /**
   * Returns a client that follows no redirect, because the JDK takes the API key along to wherever
   * one leads, and knows no authenticator or cookies. HTTP/1.1, because its failures are told apart
   * best.
   *
   * <p>It has one thread, which waits for all connections and takes in what comes: answers are read
   * by whoever waits for them, and nothing of the caller's ever runs on it. With the threads that
   * the JDK would hand over to, a call costs half as much again, and under load the JDK now and
   * then closes a connection whose answer has just come, after which nobody knows what became of
   * the request.
   */
  public static HttpClient of(ClientOptions options) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(options.connectTimeout())
            .executor(DefaultHttpClient::runHere);
    options.connections().accept(builder);
    return builder.build();
  }

  /** Runs a task of the JDK's; if one failed, the thread of all connections must go on. */
  static void runHere(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  /** Lets a client end when its last exchange has. */
  public static void shutDown(HttpClient client) {
    invoke(client, "shutdown");
  }

  /** Ends a client. */
  public static void shutDownNow(HttpClient client) {
    invoke(client, "shutdownNow");
  }

  /** The JDK can from 21 on; before, a client ends when it is collected. */
  private static void invoke(HttpClient client, String method) {
    try {
      HttpClient.class.getMethod(method).invoke(client);
    } catch (NoSuchMethodException e) {
      return; // JDK 20 or before
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the HTTP client could not be shut down", e.getCause());
    }
  }
}

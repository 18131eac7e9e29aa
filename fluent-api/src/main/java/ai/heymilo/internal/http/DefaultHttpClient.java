// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.http;

import ai.heymilo.internal.ClientOptions;
import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import javax.net.ssl.SSLParameters;

/** The default {@link HttpClient}. */
public final class DefaultHttpClient {
  private DefaultHttpClient() {}

  /**
   * Creates a client without redirects, which the JDK follows with the API key, and without
   * authenticator and cookies. HTTP/1.1, because its failures can be told apart best.
   *
   * <p>Its one thread serves all connections and only collects bytes; responses are parsed by the
   * thread that waits for them, and no code of the caller runs on it. Handing over to other threads
   * costs half as much again for each call, and under load the JDK then sometimes closes a
   * connection whose response has just arrived, which leaves the request in doubt.
   */
  public static HttpClient of(ClientOptions options) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(options.timeouts().connect())
            .executor(DefaultHttpClient::runHere);
    if (options.baseUrl().startsWith("http:")) {
      builder.sslContext(new NoTls()).sslParameters(new SSLParameters());
    }
    options.connections().accept(builder);
    return builder.build();
  }

  /** Runs a task of the JDK; a failed task must not end the thread of all connections. */
  static void runHere(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  /** Closes a client after its last exchange. */
  public static void shutDown(HttpClient client) {
    invoke(client, "shutdown");
  }

  /** Closes a client at once. */
  public static void shutDownNow(HttpClient client) {
    invoke(client, "shutdownNow");
  }

  /** Needs JDK 21; before, a client is closed by the garbage collector. */
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

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback that answers as a script says, wrongly if need be, and keeps every request
 * that reached it. A request counts when its headers and body have come in whole.
 */
public final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Function<Request, Reply> script;
  private final List<Request> requests = new ArrayList<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final String scheme;
  private final boolean forgetful;
  private final Thread acceptor;

  private RawServer(
      ServerSocket listener, String scheme, Function<Request, Reply> script, boolean forgetful) {
    this.listener = listener;
    this.scheme = scheme;
    this.forgetful = forgetful;
    this.script = script;
    acceptor = start(this::accept);
  }

  /** Starts a server that answers the n-th request, from 1, with the n-th reply, then the last. */
  public static RawServer answering(Reply first, Reply... more) {
    return counting(
        n -> n == 1 ? first : more.length == 0 ? first : more[Math.min(n - 2, more.length - 1)]);
  }

  /** Starts a server that looks at the number of a request, from 1. */
  public static RawServer counting(IntFunction<Reply> script) {
    int[] count = {0};
    return scripted(
        request -> {
          synchronized (count) {
            return script.apply(++count[0]);
          }
        });
  }

  /** Starts a server that looks at requests. */
  public static RawServer scripted(Function<Request, Reply> script) {
    return on(0, script);
  }

  /** Starts a server on a port. */
  public static RawServer on(int port, Function<Request, Reply> script) {
    return start(port, script, false);
  }

  /** Starts a server that keeps no requests. */
  public static RawServer forgetful(Function<Request, Reply> script) {
    return start(0, script, true);
  }

  /** Starts a server that speaks TLS. */
  public static RawServer overTls(SSLContext context, Function<Request, Reply> script) {
    try {
      ServerSocket listener =
          context
              .getServerSocketFactory()
              .createServerSocket(0, 200, InetAddress.getLoopbackAddress());
      return new RawServer(listener, "https", script, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawServer start(int port, Function<Request, Reply> script, boolean forgetful) {
    try {
      ServerSocket listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return new RawServer(listener, "http", script, forgetful);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a port of loopback where nobody listens. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return scheme + "://127.0.0.1:" + listener.getLocalPort();
  }

  /** Returns the requests that came in whole so far. */
  public List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean open = true;
      while (open) {
        Request request = read(in);
        if (request == null) {
          return;
        }
        if (!forgetful) {
          synchronized (requests) {
            requests.add(request);
          }
        }
        open = script.apply(request).to(socket);
      }
    } catch (IOException | InterruptedException e) {
      return; // the client went away, or the test is over
    } finally {
      sockets.remove(socket);
    }
  }

  private static @Nullable Request read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int last = 0; last != 0x0d0a0d0a; ) {
      int b = in.read();
      if (b < 0) {
        return null;
      }
      head.write(b);
      last = last << 8 | b;
    }
    String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < lines.length - 2; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(lines[i].substring(0, colon), lines[i].substring(colon + 1).trim());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      return null;
    }
    return new Request(lines[0], headers, new String(body, StandardCharsets.UTF_8));
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /**
   * Returns when nobody can connect any more: a port listens until its last accept has returned.
   */
  @Override
  public void close() {
    try {
      listener.close();
      acceptor.join();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

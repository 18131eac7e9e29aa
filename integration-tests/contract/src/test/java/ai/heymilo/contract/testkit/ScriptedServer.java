// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.testkit;

import ai.heymilo.HeyMilo;
import ai.heymilo.HeyMiloBuilder;
import ai.heymilo.testkit.Canary;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server whose answers are a function of the request, which may also be to hang up or to wait. It
 * keeps what it was sent and has a client at hand, which waits next to nothing before it repeats.
 */
public final class ScriptedServer implements BeforeEachCallback, AfterEachCallback {
  /** What arrived: the how-manieth request, from 1, its line and its body. */
  public record Request(int number, String method, String url, String body) {}

  /** What is answered; no status is a connection that is closed instead. */
  public record Answer(int status, String body) {
    public static Answer of(int status, String body) {
      return new Answer(status, body);
    }

    public static Answer hangUp() {
      return new Answer(0, "");
    }
  }

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else 40 ms for each answer
  }

  private final List<Request> requests = new ArrayList<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile Function<Request, Answer> script = request -> Answer.of(500, "");
  private boolean keeps = true;
  private HttpServer server;
  private ExecutorService threads;
  private HeyMilo client;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    start();
    client = builder().build();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    client.close();
    stop();
  }

  /** Starts without a client, for use outside of a test. */
  public void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  public void stop() {
    threads.shutdownNow();
    server.stop(0);
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns a client that is not built yet: no limit, and next to no waits. */
  public HeyMiloBuilder builder() {
    Duration wait = Duration.ofMillis(1);
    return HeyMilo.builder()
        .apiKey(Canary.KEY)
        .baseUrl(baseUrl())
        .rateLimiter(RateLimiter.unlimited())
        .retryPolicy(RetryPolicy.builder().waits(wait, wait).rateLimitWaits(wait, wait).build());
  }

  public HeyMilo client() {
    return client;
  }

  public void answer(Function<Request, Answer> answers) {
    script = answers;
  }

  /** Keeps no requests, for those who send many. */
  public void forgetful() {
    keeps = false;
  }

  public List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  public int count() {
    return count.get();
  }

  private void serve(HttpExchange exchange) {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Request request =
          new Request(
              count.incrementAndGet(),
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              body);
      if (keeps) {
        synchronized (requests) {
          requests.add(request);
        }
      }
      Answer answer = script.apply(request);
      if (answer.status() != 0) {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

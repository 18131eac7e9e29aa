// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.testkit;

import ai.heymilo.HeyMilo;
import ai.heymilo.HeyMiloBuilder;
import ai.heymilo.testkit.Canary;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A {@link RawServer} whose responses are a function of the request, with a client at hand that
 * waits next to nothing before it repeats.
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

  private final List<Request> requests = new ArrayList<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile Function<Request, Answer> script = request -> Answer.of(500, "");
  private boolean keeps = true;
  private RawServer server;
  private HeyMilo client;

  @Override
  public void beforeEach(ExtensionContext context) {
    start();
    client = builder().build();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    client.close();
    stop();
  }

  /** Starts without a client, for use outside of a test. */
  public void start() {
    server = RawServer.forgetful(this::serve);
  }

  public void stop() {
    server.close();
  }

  public String baseUrl() {
    return server.url();
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

  private Reply serve(ai.heymilo.testkit.Request raw) {
    String[] line = raw.line().split(" ", -1);
    Request request = new Request(count.incrementAndGet(), line[0], line[1], raw.body());
    if (keeps) {
      synchronized (requests) {
        requests.add(request);
      }
    }
    Answer answer = script.apply(request);
    return answer.status() == 0 ? Reply.eof() : Reply.json(answer.status(), answer.body());
  }
}

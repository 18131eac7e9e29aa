// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whether the sandbox is fast enough when it is full: {@code -Dtest=LoadTest -Dheymilo.load=true}.
 * Not part of the build, because it measures the machine as well.
 */
@EnabledIfSystemProperty(named = "heymilo.load", matches = "true")
class LoadTest {
  private static final int POSTINGS = 10_000;
  private static final int CANDIDATES = 100_000;
  private static final int BATCH = 1_000;
  private static final int KEPT = 2_000;
  private static final int REQUESTS = 4_000;
  private static final int THREADS = 4;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void fiveHundredRequestsASecondWithTenThousandPostingsAndAHundredThousandCandidates()
      throws Exception {
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.builder().activeOnCreate().start()) {
      List<String> ids = fill(sandbox);
      for (String what : List.of("get", "list", "candidates", "create", "ingest", "mixed")) {
        measure(sandbox, ids, what, REQUESTS / 4);
        long cpu = processorTime();
        double rate = measure(sandbox, ids, what, REQUESTS);
        print(what, rate, processorTime() - cpu);
        assertThat(rate).as(what).isGreaterThan(500);
      }
    }
  }

  /** Objects that nobody wrote a line for, on a document of a library. */
  @Test
  void fiveHundredRequestsASecondToKeptObjects() throws Exception {
    try (HeyMiloSandbox sandbox =
        HeyMiloSandbox.builder().document(Path.of("src/test/resources/library.json")).start()) {
      String shelf = "/shelves/" + sandbox.seed("/shelves", "{}").path("shelf_id").asText();
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < KEPT; i++) {
        ids.add(sandbox.seed(shelf + "/books", "{}").path("book_id").asText());
      }
      for (String what : List.of("get", "list", "create")) {
        kept(sandbox, shelf, ids, what, REQUESTS / 4);
        long cpu = processorTime();
        double rate = kept(sandbox, shelf, ids, what, REQUESTS);
        print("kept " + what, rate, processorTime() - cpu);
        assertThat(rate).as(what).isGreaterThan(500);
      }
    }
  }

  private double kept(
      HeyMiloSandbox sandbox, String shelf, List<String> ids, String what, int requests)
      throws Exception {
    String books = shelf + "/books";
    return measure(
        requests,
        n -> {
          switch (what) {
            case "get" -> sendTo(sandbox, "GET", books + "/" + ids.get(n % ids.size()), "");
            case "list" ->
                sendTo(sandbox, "GET", books + "?starting_after=" + ids.get(n % ids.size()), "");
            default -> sendTo(sandbox, "POST", books, "{\"title\":\"Dune\",\"pages\":412}");
          }
        });
  }

  private static void print(String what, double rate, long processorTime) {
    double micros = processorTime / 1000.0 / REQUESTS;
    System.out.printf(
        "%-12s %6.0f requests/s, %4.0f µs of processor time each%n", what, rate, micros);
  }

  /**
   * Of client and sandbox together, in nanoseconds; it says more than the rate on a busy machine.
   */
  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private List<String> fill(HeyMiloSandbox sandbox) throws Exception {
    List<String> ids = new ArrayList<>();
    List<Future<String>> created = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < POSTINGS; i++) {
      created.add(threads.submit(() -> id(send(sandbox, "POST", "", posting()))));
    }
    for (Future<String> one : created) {
      ids.add(one.get());
    }
    threads.shutdown();
    for (int done = 0; done < CANDIDATES; done += BATCH) {
      int from = done;
      String batch =
          IntStream.range(from, from + BATCH)
              .mapToObj(LoadTest::candidate)
              .collect(Collectors.joining(",", "{\"data\":[", "]}"));
      send(sandbox, "POST", "/" + ids.get(done / BATCH) + "/candidates/bulk", batch);
    }
    return ids;
  }

  private interface Request {
    void send(int n) throws Exception;
  }

  private double measure(HeyMiloSandbox sandbox, List<String> ids, String what, int requests)
      throws Exception {
    return measure(requests, n -> one(sandbox, ids, what, n));
  }

  private static double measure(int requests, Request request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> sent = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      int n = i;
      sent.add(
          threads.submit(
              () -> {
                request.send(n);
                return n;
              }));
    }
    for (Future<?> future : sent) {
      future.get();
    }
    threads.shutdown();
    return requests / (Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
  }

  private String one(HeyMiloSandbox sandbox, List<String> ids, String what, int n)
      throws Exception {
    String id = ids.get(n % 100);
    String kind =
        what.equals("mixed") ? List.of("get", "list", "candidates", "ingest").get(n % 4) : what;
    return switch (kind) {
      case "get" -> send(sandbox, "GET", "/" + ids.get(n % ids.size()), "");
      case "list" ->
          send(sandbox, "GET", "?limit=20&starting_after=" + ids.get(n % ids.size()), "");
      case "candidates" -> send(sandbox, "GET", "/" + id + "/candidates?limit=20", "");
      case "create" -> send(sandbox, "POST", "", posting());
      default -> send(sandbox, "POST", "/" + id + "/candidates", candidate(CANDIDATES + n));
    };
  }

  private String send(HeyMiloSandbox sandbox, String method, String path, String body)
      throws Exception {
    return sendTo(sandbox, method, "/api/v2/postings" + path, body);
  }

  private String sendTo(HeyMiloSandbox sandbox, String method, String path, String body)
      throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("X-API-KEY", "any")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isLessThan(300);
    return response.body();
  }

  private static String id(String answer) {
    return answer.replaceAll("(?s).*?\"id\":\"(\\w+)\".*", "$1");
  }

  private static String posting() {
    return "{\"title\":\"Engineer\",\"workflow\":[{\"type\":\"resume\"},{\"type\":\"form\"}]}";
  }

  private static String candidate(int n) {
    return "{\"name\":\"Candidate " + n + "\",\"email\":\"c" + n + "@example.org\"}";
  }
}

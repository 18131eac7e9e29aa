// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.cost;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.generated.Json;
import ai.heymilo.generated.model.BulkCandidateIngestRequest;
import ai.heymilo.generated.model.CandidateIngestRequest;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.generated.model.ListResponse;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.generated.model.SingleResponse;
import ai.heymilo.testkit.Canary;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.RateLimiter;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How many bytes are allocated for what is done most, so that it does not creep. The least of
 * several rounds counts: what the JVM does on the side only ever adds to it. The bounds are what
 * was measured and a tenth more; for a call, what it is while the compiler has not seen through all
 * of it (6.6 kB, and 3.6 kB later).
 */
class AllocationTest {
  private static final long READ_PAGE = 314_000;
  private static final long WRITE_BULK = 28_000;
  private static final long BEYOND_RAW = 11_000;

  private static final int ROUNDS = 60;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** One that is measured. */
  private interface Work {
    Object once() throws Exception;
  }

  @Test
  void readingAPageOf100Candidates() throws Exception {
    byte[] page = page().getBytes(StandardCharsets.UTF_8);

    long bytes =
        least(
            100, READ_PAGE, () -> Json.read(page, ListResponse.reader(CandidateResponse.reader())));

    assertThat(bytes).isBetween(50_000L, READ_PAGE);
  }

  @Test
  void writing100Candidates() throws Exception {
    List<CandidateIngestRequest> candidates =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new CandidateIngestRequest()
                        .name("Алексей " + i)
                        .email("c" + i + "@example.org")
                        .metadata(Map.of("external_id", "ext-" + i)))
            .collect(Collectors.toList());
    BulkCandidateIngestRequest bulk = new BulkCandidateIngestRequest().data(candidates);

    long bytes = least(200, WRITE_BULK, () -> Json.write(bulk));

    assertThat(bytes).isBetween(5_000L, WRITE_BULK);
  }

  @Test
  void whatACallAllocatesBeyondTheClientOfTheJdkAndAReader() throws Exception {
    try (RawServer server = RawServer.answering(Reply.json(200, POSTING))) {
      long raw = raw(server);
      try (HeyMilo milo =
          HeyMilo.builder()
              .apiKey(Canary.KEY)
              .baseUrl(server.url())
              .rateLimiter(RateLimiter.unlimited())
              .build()) {
        long ours = least(200, raw + BEYOND_RAW, () -> milo.posting("P_1").get());

        assertThat(ours - raw).isLessThanOrEqualTo(BEYOND_RAW);
        assertThat(ours).as("measured").isGreaterThan(10_000);
      }
    }
  }

  private static long raw(RawServer server) throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    ObjectReader reader =
        Json.mapper().readerFor(new TypeReference<SingleResponse<PostingResponse>>() {});
    URI uri = URI.create(server.url() + "/api/v2/postings/P_1");
    return least(
        200,
        0,
        () -> {
          HttpRequest request =
              HttpRequest.newBuilder(uri)
                  .header("Accept", "application/json")
                  .header("X-API-KEY", Canary.KEY)
                  .build();
          return reader.readValue(http.send(request, BodyHandlers.ofByteArray()).body());
        });
  }

  /**
   * Returns the least number of bytes for one piece of work, and looks no further below a bound.
   */
  private static long least(int works, long enough, Work work) throws Exception {
    long least = Long.MAX_VALUE;
    List<Object> results = new ArrayList<>(works);
    for (int round = 0; round < ROUNDS && least > enough; round++) {
      results.clear();
      Map<Long, Long> before = allocated();
      for (int i = 0; i < works; i++) {
        results.add(work.once());
      }
      long bytes =
          allocated().entrySet().stream()
              .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
              .sum();
      least = Math.min(least, bytes / works);
    }
    assertThat(results).doesNotContainNull();
    return least;
  }

  /** What this thread and those of HTTP clients have allocated; not those of the server. */
  private static Map<Long, Long> allocated() {
    return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
        .filter(thread -> thread != null && isClients(thread))
        .collect(
            Collectors.toMap(
                ThreadInfo::getThreadId,
                thread -> THREADS.getThreadAllocatedBytes(thread.getThreadId())));
  }

  private static boolean isClients(ThreadInfo thread) {
    return thread.getThreadId() == Thread.currentThread().getId()
        || thread.getThreadName().startsWith("heymilo-")
        || thread.getThreadName().startsWith("HttpClient-")
        || thread.getThreadName().startsWith("CompletableFuture");
  }

  private static final String POSTING =
      """
      {"data":{"object":"posting","id":"P_1","company_id":"CO_1","title":"Senior Java Engineer",
      "description":"Builds and runs the services that our customers hire with.","status":"active",
      "finalized":true,"archived":false,"test_posting":false,"created_at":1718000000.125,
      "workflow":[{"id":"S_1","type":"resume","order":0,"config":{"mandatory":true}}]},"meta":null}
      """;

  private static String page() {
    return IntStream.range(0, 100)
        .mapToObj(
            i ->
                CANDIDATE
                    .replace("#", String.valueOf(i))
                    .replace("NAME", List.of("Ada", "Мария", "山田太郎", "Zoë 🚀").get(i % 4)))
        .collect(
            Collectors.joining(
                ",", "{\"data\":[", "],\"pagination\":{\"has_more\":false,\"total_count\":100}}"));
  }

  private static final String CANDIDATE =
      """
      {"object":"candidate","interview_id":"IV_#","candidate_id":"C_#","posting_id":"P_1",
      "name":"NAME #","email":"c#@example.org","score":87.5,"status":"completed",
      "interview_url":"https://interview.example.org/i/IV_#","shortlisted":true,"dismissed":false,
      "workflow":{"all_complete":true,"last_activity_at":1718000001.5,"steps":[
      {"step_id":"S_1","order":0,"status":"completed","started":true,"completed":true,
      "knocked_out":false,"last_updated_at":1718000001.25},
      {"step_id":"S_2","order":1,"status":"completed","started":true,"completed":true,
      "knocked_out":false,"last_updated_at":1718000002.25}]},
      "agent_summary":{"resume":{"resume_score":91.0,"is_eligible":true,
      "resume_link":"https://files.example.org/resumes/#.pdf"},
      "web_interview":{"score":4.25,"highlights":["NAME led a migration","NAME writes well"],
      "audio_recording_link":"https://files.example.org/audio/#.mp3","video_recording_link":null},
      "sms":{"is_eligible":true,"criteria_passed":["may work here"],"criteria_failed":[],
      "messages_sent":4},"form":{"is_complete":true,"is_eligible":true,"questions_answered":6,
      "total_questions":6}},"metadata":{"external_id":"ext-#"},"data":{"years":#,"note":"NAME"},
      "interviewed_at":1718000003.75,"created_at":1718000000.125}\
      """;
}

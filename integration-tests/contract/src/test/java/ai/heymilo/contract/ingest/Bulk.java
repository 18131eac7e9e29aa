// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.contract.testkit.ScriptedServer.Request;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Candidates c0, c1, … with the key "ref", and what a server makes of them. */
final class Bulk {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Bulk() {}

  static Candidate candidate(int number) {
    return Candidate.of(
        "Name " + number, "c" + number + "@example.com", c -> c.metadata("ref", "c" + number));
  }

  static List<Candidate> candidates(int count) {
    return IntStream.range(0, count).mapToObj(Bulk::candidate).toList();
  }

  /** The e-mail addresses of a bulk request, up to the at sign. */
  static List<String> sent(Request request) {
    List<String> names = new ArrayList<>();
    for (JsonNode one : json(request.body()).path("data")) {
      names.add(one.path("email").asText().replaceFirst("@.*", ""));
    }
    return names;
  }

  /** A reply that acknowledges every one, in order, with its key. */
  static Answer accept(Request request) {
    return reply(sent(request));
  }

  static Answer reply(List<String> names) {
    return Answer.of(
        201,
        names.stream()
            .map(
                name ->
                    "{\"interview_id\":\"I-%1$s\",\"interview_url\":\"https://x/%1$s\",\"metadata\":{\"ref\":\"%1$s\"}}"
                        .formatted(name))
            .collect(Collectors.joining(",", "{\"data\":[", "]}")));
  }

  /** A reply without metadata. */
  static Answer bareReply(List<String> names) {
    return Answer.of(
        201,
        names.stream()
            .map("{\"interview_id\":\"I-%1$s\",\"interview_url\":\"https://x/%1$s\"}"::formatted)
            .collect(Collectors.joining(",", "{\"data\":[", "]}")));
  }

  /** The document's 422, with what is at fault at these places. */
  static Answer invalid(List<String> locations) {
    return Answer.of(
        422,
        locations.stream()
            .map("{\"loc\":[\"body\",%s],\"msg\":\"no\",\"type\":\"value_error\"}"::formatted)
            .collect(Collectors.joining(",", "{\"detail\":[", "]}")));
  }

  /** A page of candidates with their key. */
  static Answer listed(List<String> names) {
    return lastPage(
        names.stream()
            .map(
                name ->
                    "{\"interview_id\":\"L-%1$s\",\"email\":\"%1$s@example.com\",\"metadata\":{\"ref\":\"%1$s\"}}"
                        .formatted(name))
            .collect(Collectors.joining(",")));
  }

  /** The last page of a list, of items in JSON. */
  static Answer lastPage(String items) {
    return Answer.of(200, "{\"data\":[" + items + "],\"pagination\":{\"has_more\":false}}");
  }

  /** The rule above all: an outcome for each input, in order, and the three sum up. */
  static void assertAddsUp(IngestReport report, int inputs) {
    assertThat(report.outcomes())
        .extracting(IngestOutcome::index)
        .containsExactlyElementsOf(LongStream.range(0, inputs).boxed().toList());
    assertThat(report.accepted().size() + report.rejected().size() + report.unknown().size())
        .isEqualTo(inputs);
    for (IngestOutcome outcome : report.outcomes()) {
      assertThat(outcome.reason()).doesNotContain("@", "Name ");
      assertThat(outcome.id() == null).isEqualTo(!report.accepted().contains(outcome));
      assertThat(outcome.rejection() == null).isEqualTo(!report.rejected().contains(outcome));
    }
  }

  static String names(List<IngestOutcome> outcomes) {
    return outcomes.stream().map(o -> "c" + o.index()).collect(Collectors.joining(" "));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}

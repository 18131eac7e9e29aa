// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.goldens;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.contract.testkit.Stub;
import ai.heymilo.postings.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The calls whose requests are kept: what each operation sends at least, and at most. Operations
 * that take nothing but ids have one case.
 */
final class GoldenCases {
  private static final String ID = "POST_1";
  private static final String LIST = "{\"data\":[],\"pagination\":{\"has_more\":false}}";
  private static final String TAKEN_IN =
      "{\"data\":{\"interview_id\":\"INT_1\",\"interview_url\":\"https://e.org/1\"}}";
  private static final String QUEUED = "{\"data\":{\"ingestion_id\":\"ING_1\"}}";
  private static final String BULK =
      "{\"data\":[{\"interview_id\":\"INT_1\",\"interview_url\":\"https://e.org/1\"}]}";
  private static final Candidate ADA = Candidate.of("Ada Lovelace", "ada@example.org");
  private static final Candidate ALAN =
      Candidate.of(
          "Alan Turing",
          "alan@example.org",
          c ->
              c.phoneNumber("+441234567890")
                  .metadata("external_id", "42")
                  .data("machine", Map.of("tape", List.of(1, 0))));

  private GoldenCases() {}

  static List<GoldenCase> all() {
    return List.of(
        minimal(
            "createPosting", Stub.CREATED, m -> m.postings().create("Staff", p -> p.form(s -> {}))),
        full("createPosting", Stub.CREATED, m -> m.postings().create("Staff", Everything::of)),
        new GoldenCase(
            "createPosting",
            "template",
            Stub.CREATED,
            m -> m.postings().createFromTemplate("Staff", "IT_1", p -> {})),
        minimal("getPosting", Stub.POSTING, m -> m.posting(ID).get()),
        minimal("listPostings", LIST, m -> m.postings().list().stream().forEach(one -> {})),
        full(
            "listPostings",
            LIST,
            m ->
                m.postings().list(q -> q.limit(7).startingAfter("POST_0").title("a b&c")).stream()
                    .forEach(one -> {})),
        minimal("updatePosting", Stub.POSTING, m -> m.posting(ID).update(p -> p.title("Staff"))),
        full("updatePosting", Stub.POSTING, m -> m.posting(ID).update(Everything::of)),
        minimal(
            "updateInterviewerWorkflowStep",
            Stub.POSTING,
            m -> m.posting(ID).step(Step.RESUME).update(c -> c.mandatory(true))),
        full(
            "updateInterviewerWorkflowStep",
            Stub.POSTING,
            m -> m.posting(ID).stepAt(2, Step.WEB_INTERVIEW).update(Everything::of)),
        minimal("archivePosting", Stub.POSTING, m -> m.posting(ID).archive()),
        minimal("activatePosting", Stub.POSTING, m -> m.posting(ID).activate()),
        minimal("clonePosting", Stub.CREATED, m -> m.posting(ID).duplicate()),
        minimal(
            "listCandidates",
            LIST,
            m -> m.posting(ID).candidates().list().stream().forEach(one -> {})),
        full(
            "listCandidates",
            LIST,
            m ->
                m
                    .posting(ID)
                    .candidates()
                    .list(
                        q ->
                            q.limit(7)
                                .startingAfter("INT_0")
                                .createdAfter(Instant.parse("2025-02-15T09:40:00Z"))
                                .createdBefore(Instant.parse("2025-02-16T09:40:00.5Z")))
                    .stream()
                    .forEach(one -> {})),
        minimal("ingestCandidate", TAKEN_IN, m -> m.posting(ID).candidates().ingest(ADA)),
        full("ingestCandidate", TAKEN_IN, m -> m.posting(ID).candidates().ingest(ALAN)),
        minimal("ingestCandidateAsync", QUEUED, m -> m.posting(ID).candidates().enqueue(ADA)),
        full("ingestCandidateAsync", QUEUED, m -> m.posting(ID).candidates().enqueue(ALAN)),
        minimal(
            "ingestCandidatesBulk", BULK, m -> m.posting(ID).candidates().ingestAll(List.of(ADA))),
        full(
            "ingestCandidatesBulk",
            BULK,
            m -> m.posting(ID).candidates().ingestAll(List.of(ADA, ALAN))),
        minimal(
            "ingestCandidatesBulkAsync",
            QUEUED,
            m -> m.posting(ID).candidates().enqueueAll(List.of(ADA), o -> {})),
        full(
            "ingestCandidatesBulkAsync",
            QUEUED,
            m -> m.posting(ID).candidates().enqueueAll(List.of(ADA, ALAN), o -> {})));
  }

  private static GoldenCase minimal(String operation, String answer, Consumer<HeyMilo> call) {
    return new GoldenCase(operation, "minimal", answer, call);
  }

  private static GoldenCase full(String operation, String answer, Consumer<HeyMilo> call) {
    return new GoldenCase(operation, "full", answer, call);
  }
}

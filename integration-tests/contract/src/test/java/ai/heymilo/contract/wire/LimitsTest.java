// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.heymilo.HeyMilo;
import ai.heymilo.contract.testkit.Stub;
import ai.heymilo.errors.InvalidRequestException;
import ai.heymilo.generated.model.Violation;
import ai.heymilo.postings.PostingBuilder;
import ai.heymilo.postings.Step;
import ai.heymilo.testkit.Canary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The document's limits are checked before anything is sent. */
class LimitsTest {
  @RegisterExtension final Stub stub = new Stub();

  private List<String> findings(Consumer<HeyMilo> call) {
    var refused =
        catchThrowableOfType(InvalidRequestException.class, () -> call.accept(stub.client()));
    assertThat(refused).isNotNull();
    assertThat(stub.requests()).isEmpty();
    return refused.violations().stream().map(Violation::toString).toList();
  }

  private List<String> creating(String title, Consumer<PostingBuilder> posting) {
    return findings(milo -> milo.postings().create(title, posting));
  }

  @Test
  void allFindingsOfARequestComeAtOnceEachWithItsPath() {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (int i = 0; i < 51; i++) {
      metadata.put("k" + i, i == 3 ? "x".repeat(501) : "v");
    }
    metadata.put("y".repeat(41), "v");

    assertThat(
            creating(
                "ab",
                p ->
                    p.description("d".repeat(50_001))
                        .maxRetakes(6)
                        .retakeCooldownDays(-0.5)
                        .metadata(metadata)
                        .resume(s -> s.minEvaluationScore(1.01))
                        .webInterview(
                            s ->
                                s.numQuestions(26)
                                    .ask("fine")
                                    .ask("Why?", q -> q.weight(9).minFollowUps(-1)))))
        .containsExactly(
            "title must have 3–200 characters, had 2",
            "description must have at most 50000 characters, had 50001",
            "workflow[0].config.min_evaluation_score must be at least 0 and at most 1, was 1.01",
            "workflow[1].config.num_questions must be at least 1 and at most 25, was 26",
            "workflow[1].questions[1].score_weight must be at least 0 and at most 5, was 9",
            "workflow[1].questions[1].min_follow_ups must be at least 0 and at most 5, was -1",
            "max_retakes must be at least 0 and at most 5, was 6",
            "retake_cooldown_days must be at least 0, was -0.5",
            "metadata must have at most 50 keys, had 52",
            "metadata.k3 must have at most 500 characters, had 501",
            "metadata (key 52) must have at most 40 characters, had 41");
  }

  @Test
  void limitsThemselvesAreAllowed() {
    stub.answer(Stub.CREATED);

    assertThatCode(
            () ->
                stub.client()
                    .postings()
                    .create(
                        "x".repeat(200),
                        p ->
                            p.maxRetakes(5)
                                .metadata("k".repeat(40), "v".repeat(500))
                                .webInterview(s -> s.numQuestions(25).ask("Q", q -> q.weight(0)))))
        .doesNotThrowAnyException();
  }

  @Test
  void charactersAreCountedAsPeopleCountThem() {
    stub.answer(Stub.CREATED);

    assertThatCode(() -> stub.client().postings().create("🚀".repeat(200), p -> p.form(s -> {})))
        .doesNotThrowAnyException();
  }

  @Test
  void aWorkflowNeedsAStep() {
    assertThat(creating("Staff", p -> {}))
        .containsExactly("workflow must have at least 1 items, had 0");
  }

  @Test
  void aTemplateNeedsAnId() {
    assertThat(findings(milo -> milo.postings().createFromTemplate("Staff", " ", p -> {})))
        .containsExactly("interview_template_id must have at least 1 characters, had 0");
  }

  @Test
  void candidatesAreCheckedWithoutQuotingThem() {
    assertThat(
            findings(
                milo ->
                    milo.posting("P")
                        .candidates()
                        .ingest("Ada", "ada@nowhere", c -> c.phoneNumber("0170 1234567"))))
        .containsExactly(
            "email must be an e-mail address",
            "phone_number must be a phone number in E.164 format, such as +4930123456");
  }

  @Test
  void updatesAreChecked() {
    assertThat(findings(milo -> milo.posting("P").update(p -> p.title("ab").name("n".repeat(101)))))
        .containsExactly(
            "title must have 3–200 characters, had 2",
            "name must have at most 100 characters, had 101");
    assertThat(
            findings(
                milo ->
                    milo.posting("P")
                        .step(Step.CONVERSATIONAL_SMS)
                        .update(c -> c.maxNudgeAmount(11))))
        .containsExactly("config.max_nudge_amount must be at least 0 and at most 10, was 11");
  }

  @Test
  void queriesAreChecked() {
    assertThat(findings(milo -> milo.postings().list(q -> q.limit(101))))
        .containsExactly("limit must be at least 1 and at most 100, was 101");
    assertThat(findings(milo -> milo.posting("P").candidates().list(q -> q.limit(0))))
        .containsExactly("limit must be at least 1 and at most 100, was 0");
  }

  @Test
  void checkingCanBeSwitchedOff() {
    stub.answer(Stub.CREATED);
    try (HeyMilo generous =
        HeyMilo.builder().apiKey(Canary.KEY).baseUrl(stub.baseUrl()).checkLimits(false).build()) {
      generous.postings().create("ab", p -> p.form(s -> {}));
    }

    assertThat(stub.body()).isEqualTo("{\"title\":\"ab\",\"workflow\":[{\"type\":\"form\"}]}");
  }

  @Test
  void noNumberIsNoNumber() {
    assertThat(creating("Staff", p -> p.retakeCooldownDays(Double.NaN).form(s -> {})))
        .containsExactly("retake_cooldown_days must be a finite number, was NaN");
  }
}

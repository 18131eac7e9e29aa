// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.heymilo.contract.testkit.Stub;
import ai.heymilo.errors.InvalidRequestException;
import ai.heymilo.generated.Json;
import ai.heymilo.generated.model.BlackoutPeriod;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.generated.model.FormQuestionResult;
import ai.heymilo.generated.model.QuestionResponse;
import ai.heymilo.generated.model.ResumeScoreCriterion;
import ai.heymilo.generated.model.ScorecardQuestion;
import ai.heymilo.generated.model.Violation;
import ai.heymilo.generated.model.WebInterviewResult;
import ai.heymilo.postings.PostingBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Where the vendor's pages contradict one another about values and their limits: what the client
 * does, and why. {@link SpecIssuesOfOperationsTest} has what they contradict each other about in
 * operations.
 */
class SpecIssuesTest {
  @RegisterExtension final Stub stub = new Stub();

  private String sent(Consumer<PostingBuilder> posting) {
    stub.answer(Stub.CREATED);
    stub.client().postings().create("Staff", posting);
    return stub.body();
  }

  private static <T> T read(Class<T> type, String json) throws Exception {
    return Json.mapper().readValue(json, type);
  }

  /**
   * {@code score_weight} is 0–5 where an interviewer is created, and 1–10 in the schemas of
   * questions and of scorecards. The client holds creation to 0–5, for that is the schema of what
   * it sends; and reads any weight, because what was stored by other means may have up to 10.
   */
  @Test
  void weightsAreZeroToFiveInRequestsAndAnythingInAnswers() throws Exception {
    assertThat(sent(p -> p.webInterview(s -> s.ask("Q", q -> q.weight(0)))))
        .contains("\"score_weight\":0");
    assertThatThrownBy(() -> sent(p -> p.webInterview(s -> s.ask("Q", q -> q.weight(6)))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("score_weight must be at least 0 and at most 5, was 6");
    assertThat(read(QuestionResponse.class, "{\"score_weight\":10}").getScoreWeight())
        .isEqualTo(10);
    assertThat(read(ScorecardQuestion.class, "{\"score_weight\":7}").getScoreWeight()).isEqualTo(7);
  }

  /**
   * A {@code score_of_5} describes "score 5" of a question; the scorecard calls 5 the midpoint of a
   * scale of 1–10. The client does not explain the scale to the server: the text goes as it is.
   */
  @Test
  void descriptionsOfScoresGoAsTheyAre() {
    assertThat(sent(p -> p.resume(s -> s.scoring("C", q -> q.scoreOf5("led it")))))
        .contains("\"score_of_5\":\"led it\"");
  }

  /**
   * Scores are 0–1 ({@code min_evaluation_score}), 0–100 (a candidate's), 0–10 (a résumé
   * criterion), 1–10 (a scorecard) and 0–5 (speech). The client converts none of them: a number is
   * what the server said, and only what is sent has a limit, its own.
   */
  @Test
  void scoresAreNotConverted() throws Exception {
    assertThat(sent(p -> p.webInterview(s -> s.minEvaluationScore(0.6))))
        .contains("\"min_evaluation_score\":0.6");
    assertThatThrownBy(() -> sent(p -> p.resume(s -> s.minEvaluationScore(60.0))))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(read(CandidateResponse.class, "{\"score\":87.5}").getScore()).isEqualTo(87.5);
    assertThat(read(ResumeScoreCriterion.class, "{\"score\":9.5}").getScore()).isEqualTo(9.5);
    assertThat(read(WebInterviewResult.class, "{\"speech_score\":4.5}").getSpeechScore())
        .isEqualTo(4.5);
  }

  /**
   * Form questions have {@code file_upload} and a {@code dropdown} with {@code mcq_type} where they
   * are created, and {@code file-upload} and {@code multiple-choice} in results. The client sends
   * the former, and reads the latter as text; {@code type(…)} sends any other name.
   */
  @Test
  void formQuestionsHaveTheNamesOfTheRequestsWhenSentAndAnyNameWhenRead() throws Exception {
    assertThat(sent(p -> p.form(s -> s.fileUpload("F").multipleChoice("M", "a"))))
        .contains("\"question_type\":\"file_upload\"")
        .contains("\"question_type\":\"dropdown\"")
        .contains("\"mcq_type\":\"multiple\"");
    assertThat(
            read(FormQuestionResult.class, "{\"question_type\":\"file-upload\"}").getQuestionType())
        .isEqualTo("file-upload");
    assertThat(
            read(FormQuestionResult.class, "{\"question_type\":\"multiple-choice\"}")
                .getQuestionType())
        .isEqualTo("multiple-choice");
  }

  @Test
  void formQuestionsOfAnotherNameCanBeSent() {
    assertThat(sent(p -> p.form(s -> s.question("F", q -> q.type("file-upload")))))
        .contains("\"question_type\":\"file-upload\"");
  }

  /**
   * {@code dropdown_values} is a list of maps of strings; no page says which keys they have. The
   * client sends {@code label} and {@code value}, the usual ones, and any other on request.
   */
  @Test
  void optionsAreLabelAndValueUnlessToldOtherwise() {
    assertThat(sent(p -> p.form(s -> s.dropdown("D", "Berlin"))))
        .contains("\"dropdown_values\":[{\"label\":\"Berlin\",\"value\":\"Berlin\"}]");
  }

  @Test
  void optionsOfAnotherShapeCanBeSent() {
    List<Map<String, String>> options = List.of(Map.of("option", "Berlin"));

    assertThat(sent(p -> p.form(s -> s.dropdown("D", List.of(), q -> q.dropdownValues(options)))))
        .contains("\"dropdown_values\":[{\"option\":\"Berlin\"}]");
  }

  /**
   * {@code language} is ISO 639-1 in creation and BCP-47 in updates and answers. Every ISO code is
   * a BCP-47 tag, and servers are often more generous than a comment: the client checks neither.
   */
  @Test
  void languagesGoAsTheyAre() {
    assertThat(sent(p -> p.language("pt-BR").form(s -> {}))).contains("\"language\":\"pt-BR\"");
  }

  /**
   * A deadline is an ISO 8601 string in requests and a Unix timestamp in answers. For callers it is
   * an {@link Instant} both ways.
   */
  @Test
  void deadlinesAreInstantsBothWays() {
    Instant deadline = Instant.parse("2026-03-15T00:00:00Z");
    stub.answer(Stub.POSTING.replace("\"id\"", "\"deadline\":1773532800,\"id\""));

    assertThat(stub.client().posting("P").update(p -> p.deadline(deadline)).getDeadline())
        .isEqualTo(deadline);
    assertThat(stub.body()).isEqualTo("{\"deadline\":\"2026-03-15T00:00:00Z\"}");
  }

  /**
   * {@code blackout_period} is any object where it is sent (with hours 0–23 and 1–24, for
   * messages), and there is a {@code BlackoutPeriod} (0–23 and 0–24, for e-mails) that the API
   * never sends. The client takes a map, and a {@link BlackoutPeriod} becomes one; it checks no
   * hours.
   */
  @Test
  void blackoutPeriodsAreMaps() {
    BlackoutPeriod period = new BlackoutPeriod().enabled(true).timezone("UTC").startHour(0);
    @SuppressWarnings("unchecked")
    Map<String, Object> map = Json.mapper().convertValue(period.endHour(0), Map.class);

    assertThat(sent(p -> p.conversationalSms(s -> s.blackoutPeriod(map))))
        .contains(
            """
            "blackout_period":{"enabled":true,"timezone":"UTC","start_hour":0,"end_hour":0}\
            """);
  }

  /**
   * A description has 10 characters at least in updates, and none in creation, where even the
   * default is shorter. The client holds each request to its own schema.
   */
  @Test
  void aShortDescriptionCanBeCreatedButNotUpdated() {
    assertThat(sent(p -> p.description("Short.").form(s -> {}))).contains("Short.");
    assertThat(
            catchThrowableOfType(
                InvalidRequestException.class,
                () -> stub.client().posting("P").update(p -> p.description("Short."))))
        .hasMessageContaining("description must have 10–50000 characters, had 6");
  }

  /**
   * {@code name} and {@code interviewer_name} have 100 characters at most, and the texts for agents
   * 10,000, in updates only. The client does not carry limits over to creation: the server may well
   * take what its schema allows.
   */
  @Test
  void limitsOfUpdatesAreNotThoseOfCreation() {
    String text = "x".repeat(10_001);
    assertThatCode(
            () ->
                sent(
                    p ->
                        p.name("n".repeat(101))
                            .interviewerName("i".repeat(101))
                            .instructions(text)
                            .companyOverview(text)
                            .form(s -> {})))
        .doesNotThrowAnyException();
    var refused =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                stub.client()
                    .posting("P")
                    .update(
                        p ->
                            p.name("n".repeat(101))
                                .interviewerName("i".repeat(101))
                                .instructions(text)
                                .companyOverview(text)));
    assertThat(refused.violations())
        .extracting(Violation::path)
        .containsExactly("name", "interviewer_name", "instructions", "company_overview");
  }

  /**
   * The limits of {@code metadata} (50 keys × 40 × 500 characters) are in its description, not in
   * its schema. The client checks them: the description is plain enough.
   */
  @Test
  void limitsThatAreOnlyInWordsAreChecked() {
    assertThatThrownBy(() -> sent(p -> p.metadata("k".repeat(41), "v").form(s -> {})))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("must have at most 40 characters, had 41");
  }

  /**
   * An update may set {@code title} and {@code description} to null by its schema, while answers
   * must have both. The client allows what the schema of the request does; the server decides.
   */
  @Test
  void whatAnswersMustHaveCanBeCleared() {
    stub.answer(Stub.POSTING);
    stub.client().posting("P").update(p -> p.clearTitle().clearDescription());

    assertThat(stub.body()).isEqualTo("{\"title\":null,\"description\":null}");
  }
}

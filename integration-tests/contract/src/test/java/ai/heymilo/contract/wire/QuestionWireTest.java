// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.contract.testkit.Stub;
import ai.heymilo.generated.model.ResponseFormat;
import ai.heymilo.postings.PostingBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each kind of question puts on the wire, byte for byte. */
class QuestionWireTest {
  @RegisterExtension final Stub stub = new Stub();

  @BeforeEach
  void answer() {
    stub.answer(Stub.CREATED);
  }

  private String questions(Consumer<PostingBuilder> posting) {
    stub.client().postings().create("Staff", posting);
    String body = stub.body();
    return body.substring(body.indexOf("\"questions\":") + 12, body.length() - 3);
  }

  @Test
  void aBareQuestionHasItsModalityAndText() {
    assertThat(questions(p -> p.webInterview(s -> s.ask("Why?"))))
        .isEqualTo("[{\"modality\":\"voice\",\"text\":\"Why?\"}]");
  }

  @Test
  void voice() {
    assertThat(
            questions(
                p ->
                    p.webInterview(
                        s ->
                            s.ask(
                                    "Q",
                                    q ->
                                        q.scored()
                                            .weight(5)
                                            .evaluationCriteria("E")
                                            .scoreOf1("low")
                                            .scoreOf5("high")
                                            .minFollowUps(1)
                                            .maxFollowUps(3)
                                            .additionalInstructions("A")
                                            .postProcessingEvaluationCriteria("P"))
                                .ask("N", q -> q.openEnded().notScored()))))
        .isEqualTo(
            """
            [{"modality":"voice","text":"Q","evaluation_criteria":"E","score_of_1":"low",\
            "score_of_5":"high","question_type":"scored","score_weight":5,"min_follow_ups":1,\
            "max_follow_ups":3,"additional_instructions":"A",\
            "post_processing_evaluation_criteria":"P"},\
            {"modality":"voice","text":"N","question_type":"open-ended","not_scored":true}]""");
  }

  @Test
  void voiceTags() {
    assertThat(
            questions(
                p ->
                    p.webInterview(
                        s ->
                            s.tag(
                                "notice",
                                q ->
                                    q.responseFormat(ResponseFormat.NUMBER)
                                        .instructions("In days.")
                                        .options("30", "60")))))
        .isEqualTo(
            """
            [{"modality":"voice_tags","text":"notice","response_format":"number",\
            "instructions":"In days.","options":["30","60"]}]""");
  }

  @Test
  void resumeCriteria() {
    assertThat(
            questions(
                p ->
                    p.resume(
                        s ->
                            s.eligibility("E", q -> q.weight(1))
                                .scoring(
                                    "S",
                                    q ->
                                        q.weight(4)
                                            .evaluationCriteria("C")
                                            .scoreOf1("low")
                                            .scoreOf5("high")))))
        .isEqualTo(
            """
            [{"modality":"resume_eligibility","text":"E","score_weight":1},\
            {"modality":"resume_scoring","text":"S","evaluation_criteria":"C","score_of_1":"low",\
            "score_of_5":"high","score_weight":4}]""");
  }

  @Test
  void sms() {
    assertThat(
            questions(
                p ->
                    p.conversationalSms(
                        s ->
                            s.ask("A", q -> q.yesNo().expectedAnswer("yes").dealbreaker())
                                .ask("B", q -> q.numeric().expectedValue(3).weight(2)))))
        .isEqualTo(
            """
            [{"modality":"sms","text":"A","question_type":"YES_NO","expected_answer":"yes",\
            "is_dealbreaker":true},\
            {"modality":"sms","text":"B","question_type":"NUMERIC","expected_value":3,\
            "score_weight":2}]""");
  }

  @Test
  void formTypes() {
    assertThat(
            questions(
                p ->
                    p.form(
                        s ->
                            s.text("T")
                                .number("N", q -> q.operator("gte").answer(3).knockout())
                                .date("D")
                                .slider("S", 0, 10, q -> q.sliderStep(0.5))
                                .fileUpload("F", q -> q.fileTypes("pdf").allowMultipleFiles())
                                .question("Q", q -> q.type("signature").mandatory()))))
        .isEqualTo(
            """
            [{"modality":"form","text":"T","question_type":"textarea"},\
            {"modality":"form","text":"N","question_type":"number","answer":3,"is_knockout":true,\
            "operator":"gte"},\
            {"modality":"form","text":"D","question_type":"date"},\
            {"modality":"form","text":"S","question_type":"slider","slider_min":0.0,\
            "slider_max":10.0,"slider_step":0.5},\
            {"modality":"form","text":"F","question_type":"file_upload","file_types":["pdf"],\
            "allow_multiple_files":true},\
            {"modality":"form","text":"Q","question_type":"signature","is_answer_mandated":true}]""");
  }

  @Test
  void formChoices() {
    assertThat(
            questions(
                p ->
                    p.form(
                        s ->
                            s.dropdown("D", "a", "b")
                                .multipleChoice("M", List.of("c"), q -> q.optional())
                                .dropdown(
                                    "W",
                                    List.of(),
                                    q -> q.dropdownValues(List.of(Map.of("id", "x")))))))
        .isEqualTo(
            """
            [{"modality":"form","text":"D","question_type":"dropdown","dropdown_values":[\
            {"label":"a","value":"a"},{"label":"b","value":"b"}]},\
            {"modality":"form","text":"M","question_type":"dropdown","dropdown_values":[\
            {"label":"c","value":"c"}],"mcq_type":"multiple","is_answer_mandated":false},\
            {"modality":"form","text":"W","question_type":"dropdown","dropdown_values":[\
            {"id":"x"}]}]""");
  }
}

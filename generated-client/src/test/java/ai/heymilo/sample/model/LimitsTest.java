// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.sample.api.CandidatesApi;
import ai.heymilo.sample.api.InterviewersApi;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  private static List<String> of(ApiModel request) {
    return request.violations().stream().map(Violation::toString).toList();
  }

  private static CandidateIngestRequest candidate() {
    return new CandidateIngestRequest().name("Ada").email("ada@example.com");
  }

  @Test
  void lengthsAreChecked() {
    assertThat(of(new CreatePostingRequest().title("ab")))
        .containsExactly("title must have 3–200 characters, had 2");
    assertThat(of(new CreatePostingRequest().title("a".repeat(201))))
        .containsExactly("title must have 3–200 characters, had 201");
    assertThat(of(new CreatePostingRequest().title("a".repeat(200)))).isEmpty();
  }

  @Test
  void charactersOutsideTheBasicPlaneCountOnce() {
    assertThat(of(new CreatePostingRequest().title("😀".repeat(200)))).isEmpty();
  }

  @Test
  void whatIsRequiredIsMissed() {
    assertThat(of(new CreatePostingRequest())).containsExactly("title is required");
    assertThat(of(new CandidateIngestRequest().name("Ada"))).containsExactly("email is required");
  }

  @Test
  void rangesAreChecked() {
    assertThat(of(new CreatePostingRequest().title("Abc").maxRetakes(6)))
        .containsExactly("max_retakes must be at least 0 and at most 5, was 6");
    assertThat(of(new CreatePostingRequest().title("Abc").maxRetakes(5))).isEmpty();
  }

  @Test
  void nullIsNotOutOfRange() {
    assertThat(of(new UpdatePostingRequest().maxRetakes(null).title(null))).isEmpty();
  }

  @Test
  void numbersThatAreNoneAreOutOfEveryRange() {
    assertThat(of(new ResumeConfig().minEvaluationScore(Double.NaN))).hasSize(1);
  }

  @Test
  void findingsInsideAWorkflowHaveTheirPath() {
    CreatePostingRequest request =
        new CreatePostingRequest()
            .title("x")
            .workflow(
                List.of(
                    new FormStep(),
                    new ResumeStep()
                        .questions(
                            List.of(
                                new CreateQuestion()
                                    .modality("resume_scoring")
                                    .text("Depth")
                                    .scoreWeight(9)))));

    assertThat(of(request))
        .containsExactly(
            "title must have 3–200 characters, had 1",
            "workflow[1].questions[0].score_weight must be at least 0 and at most 5, was 9");
  }

  @Test
  void metadataIsMeasured() {
    Map<String, String> many = new HashMap<>();
    IntStream.range(0, 51).forEach(i -> many.put("k" + i, "v"));

    assertThat(of(candidate().metadata(many)))
        .containsExactly("metadata must have at most 50 keys, had 51");
    assertThat(of(candidate().metadata(Map.of("k".repeat(41), "v".repeat(501)))))
        .containsExactly(
            "metadata (key 1) must have at most 40 characters, had 41",
            "metadata (value 1) must have at most 500 characters, had 501");
    assertThat(of(candidate().metadata(Map.of("k".repeat(40), "v".repeat(500))))).isEmpty();
    assertThat(of(candidate().metadata(Map.of("😀".repeat(40), "😀".repeat(500))))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada", "ada@", "@example.com", "a b@example.com", "ada@example", "a@b@c.de"})
  void emailsAreCheckedByTheirShapeAndNotQuoted(String email) {
    assertThat(of(candidate().email(email))).containsExactly("email must be an e-mail address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada+tag@example.com", "ü@exämple.de", "a.b@c.d.example"})
  void emailsThatMayBeRightPass(String email) {
    assertThat(of(candidate().email(email))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"030123456", "+0301234", "+49 30 123", "+1234567890123456", "+٤٩٣٠١٢٣"})
  void phoneNumbersAreCheckedByTheirShapeAndNotQuoted(String phone) {
    assertThat(of(candidate().phoneNumber(phone)))
        .singleElement()
        .asString()
        .startsWith("phone_number must be a phone number in E.164 format")
        .doesNotContain(phone);
  }

  @Test
  void aPhoneNumberMayBeLeftOutOrNull() {
    assertThat(of(candidate())).isEmpty();
    assertThat(of(candidate().phoneNumber(null))).isEmpty();
    assertThat(of(candidate().phoneNumber("+4930123456"))).isEmpty();
  }

  @Test
  void sizesAreCheckedAndEveryItem() {
    assertThat(of(new BulkCandidateIngestRequest().data(List.of())))
        .containsExactly("data must have at least 1 items, had 0");
    assertThat(
            of(new BulkCandidateIngestRequest().data(List.of(candidate(), candidate().email("x")))))
        .containsExactly("data[1].email must be an e-mail address");
  }

  @Test
  void parametersAreChecked() {
    assertThat(new InterviewersApi.ListPostingsParams().limit(101).violations())
        .extracting(Violation::toString)
        .containsExactly("limit must be at least 1 and at most 100, was 101");
    assertThat(new CandidatesApi.ListCandidatesParams().limit(1).violations()).isEmpty();
  }

  @Test
  void noCheckRecursesOnItsInput() {
    String long1 = "a@" + "b.".repeat(2_000) + "c";
    String long2 = "a@" + "b".repeat(1_000_000) + ".c";

    assertThat(of(candidate().email(long1))).isEmpty();
    assertThat(of(candidate().email(long1 + ".")))
        .containsExactly("email must be an e-mail address");
    assertThat(of(candidate().email(long2 + "@")))
        .containsExactly("email must be an e-mail address");
    assertThat(of(candidate().email("a@" + ".".repeat(100_000))))
        .containsExactly("email must be an e-mail address");
  }

  @Test
  void aLineBreakAtTheEndIsNoEnd() {
    assertThat(of(candidate().email("ada@example.com\n")))
        .containsExactly("email must be an e-mail address");
    assertThat(of(candidate().phoneNumber("+4930123456\n"))).hasSize(1);
  }

  @Test
  void nullIsNoItemAndNoValueWhereTheDocumentDoesNotAllowIt() {
    assertThat(of(new BulkCandidateIngestRequest().data(Arrays.asList(candidate(), null))))
        .containsExactly("data[1] must not be null");
    Map<String, String> metadata = new HashMap<>();
    metadata.put("a", null);
    assertThat(of(candidate().metadata(metadata))).containsExactly("metadata.a must not be null");
    metadata.put(null, "x");
    assertThat(of(candidate().metadata(metadata))).contains("metadata must not have null as a key");
  }

  @Test
  void nullIsAValueOfFreeData() {
    Map<String, Object> data = new HashMap<>();
    data.put("a", Arrays.asList(null, 1));

    assertThat(of(candidate().data(data))).isEmpty();
  }
}

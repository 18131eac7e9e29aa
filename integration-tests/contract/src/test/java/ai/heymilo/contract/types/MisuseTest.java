// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.types;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.contract.testkit.Snippets;
import org.junit.jupiter.api.Test;

/** What must not be done does not compile. */
class MisuseTest {
  private static String errorsOf(String statement) {
    return String.join("\n", Snippets.compile("Misuse", statement).errors());
  }

  @Test
  void theSnippetsCompileWhereNothingIsMisused() {
    assertThat(errorsOf("milo.postings().create(\"T\", p -> p.resume(s -> s.eligibility(\"E\")));"))
        .isEmpty();
    assertThat(errorsOf("milo.posting(\"P\").update(p -> p.clearDeadline());")).isEmpty();
  }

  @Test
  void aWorkflowAndATemplateExcludeEachOther() {
    assertThat(errorsOf("milo.postings().create(\"T\", p -> p.interviewTemplateId(\"IT_1\"));"))
        .contains("interviewTemplateId");
    assertThat(
            errorsOf(
                "milo.postings().createFromTemplate(\"T\", \"IT_1\", p -> p.resume(s -> {}));"))
        .contains("resume");
    assertThat(errorsOf("milo.postings().create(\"T\", p -> p.workflow(java.util.List.of()));"))
        .contains("workflow");
  }

  @Test
  void aStepOffersOnlyItsOwnKindsOfQuestion() {
    assertThat(errorsOf("milo.postings().create(\"T\", p -> p.resume(s -> s.ask(\"Q\")));"))
        .contains("ask");
    assertThat(
            errorsOf("milo.postings().create(\"T\", p -> p.conversationalSms(s -> s.tag(\"t\")));"))
        .contains("tag");
    assertThat(errorsOf("milo.postings().create(\"T\", p -> p.form(s -> s.eligibility(\"E\")));"))
        .contains("eligibility");
    assertThat(
            errorsOf(
                "milo.postings().create(\"T\","
                    + " p -> p.webInterview(s -> s.ask(\"Q\", q -> q.dealbreaker())));"))
        .contains("dealbreaker");
  }

  @Test
  void aStepOffersOnlyItsOwnConfiguration() {
    assertThat(errorsOf("milo.postings().create(\"T\", p -> p.form(s -> s.video(true)));"))
        .contains("video");
    assertThat(errorsOf("milo.posting(\"P\").step(Step.FORM).update(c -> c.mandatory(true));"))
        .contains("mandatory");
  }

  @Test
  void nothingCanBeClearedWhereNullIsNotSent() {
    assertThat(errorsOf("milo.postings().create(\"T\", p -> p.clearDeadline());"))
        .contains("clearDeadline");
    assertThat(
            errorsOf(
                "milo.posting(\"P\").candidates().ingest(\"N\", \"e@e.org\", c ->"
                    + " c.clearEmail());"))
        .contains("clearEmail");
  }

  @Test
  void requiredArgumentsCannotBeSetTwice() {
    assertThat(errorsOf("milo.postings().create(\"T\", p -> p.title(\"U\"));")).contains("title");
  }

  @Test
  void queuedIngestionDoesNotPretendToWait() {
    assertThat(
            errorsOf(
                "milo.posting(\"P\").candidates().enqueue(Candidate.of(\"N\","
                    + " \"e@e.org\")).await();"))
        .contains("await");
  }
}

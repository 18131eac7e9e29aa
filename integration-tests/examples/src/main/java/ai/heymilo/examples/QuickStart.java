// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import ai.heymilo.HeyMilo;
import ai.heymilo.generated.model.ConversationalSMSStep;
import ai.heymilo.generated.model.CreatePostingRequest;
import ai.heymilo.generated.model.CreatePostingRequestStep;
import ai.heymilo.generated.model.CreateQuestion;
import ai.heymilo.generated.model.FormStep;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.generated.model.PostingURLs;
import ai.heymilo.generated.model.ResponseFormat;
import ai.heymilo.generated.model.ResumeStep;
import ai.heymilo.generated.model.WebInterviewStep;
import ai.heymilo.generated.model.WorkflowStep;
import ai.heymilo.postings.CreatedPosting;
import ai.heymilo.postings.PostingBuilder;
import java.io.PrintStream;
import java.util.List;

/** Creates an interviewer with all four kinds of step, activates it and reads it back. */
public final class QuickStart {
  private QuickStart() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    try (Server server = Server.fromEnvironmentOrSandbox(out)) {
      HeyMilo milo = server.client();

      out.println("Creating an interviewer with these steps ...");
      print(milo.postings().preview("Senior Java Engineer", QuickStart::describe), out);
      CreatedPosting created = milo.postings().create("Senior Java Engineer", QuickStart::describe);
      out.println("  created " + created.id() + ", status " + created.status());

      created.activate();
      out.println("Activated it; reading it back ...");
      print(milo.posting(created.id()).get(), out);
    }
  }

  private static void describe(PostingBuilder posting) {
    posting
        .metadata("external_id", "ats_12345")
        .resume(
            step ->
                step.mandatory(true)
                    .eligibility("Authorised to work in the EU")
                    .scoring("Distributed systems", q -> q.weight(5).scoreOf5("Led a migration")))
        .conversationalSms(
            step ->
                step.ask("Can you start soon?", q -> q.expectedAnswer("yes").dealbreaker())
                    .ask("How many years of Java do you have?", q -> q.numeric().expectedValue(5)))
        .webInterview(
            step ->
                step.minEvaluationScore(0.6)
                    .ask("Walk us through an outage you owned.", q -> q.maxFollowUps(2))
                    .tag("notice_period_days", q -> q.responseFormat(ResponseFormat.NUMBER)))
        .form(
            step ->
                step.dropdown("Preferred office?", "Berlin", "Remote")
                    .fileUpload("Work sample", q -> q.fileTypes("pdf")));
  }

  private static void print(CreatePostingRequest request, PrintStream out) {
    for (CreatePostingRequestStep step : request.getWorkflow()) {
      out.println("  " + step.getType());
      for (CreateQuestion question : questions(step)) {
        out.println("    " + question.getModality() + ": " + question.getText());
      }
    }
  }

  private static List<CreateQuestion> questions(CreatePostingRequestStep step) {
    if (step instanceof ResumeStep) {
      return ((ResumeStep) step).getQuestions();
    }
    if (step instanceof ConversationalSMSStep) {
      return ((ConversationalSMSStep) step).getQuestions();
    }
    if (step instanceof WebInterviewStep) {
      return ((WebInterviewStep) step).getQuestions();
    }
    return ((FormStep) step).getQuestions();
  }

  private static void print(PostingResponse posting, PrintStream out) {
    out.printf(
        "%nInterviewer %s: %s%n  status        %s%n",
        posting.getId(), posting.getTitle(), posting.getStatus());
    PostingURLs urls = posting.getUrls();
    if (urls != null) {
      out.printf(
          "  candidates    %s%n  review        %s%n", urls.getCandidateUrl(), urls.getReviewUrl());
    }
    out.println("  workflow");
    for (WorkflowStep step : posting.getWorkflow()) {
      out.println("    " + step.getOrder() + ". " + step.getType() + " " + step.getConfig());
    }
  }
}

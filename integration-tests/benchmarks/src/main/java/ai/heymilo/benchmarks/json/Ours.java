// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.json;

import ai.heymilo.benchmarks.data.Requests;
import ai.heymilo.benchmarks.handwritten.Bodies;
import ai.heymilo.generated.Json;
import ai.heymilo.generated.model.BulkCandidateIngestRequest;
import ai.heymilo.generated.model.CandidateIngestRequest;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.generated.model.ConversationalSMSConfig;
import ai.heymilo.generated.model.ConversationalSMSStep;
import ai.heymilo.generated.model.CreatePostingRequest;
import ai.heymilo.generated.model.CreatePostingRequestStep;
import ai.heymilo.generated.model.CreateQuestion;
import ai.heymilo.generated.model.FormConfig;
import ai.heymilo.generated.model.FormStep;
import ai.heymilo.generated.model.ListResponse;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.generated.model.ResumeConfig;
import ai.heymilo.generated.model.ResumeStep;
import ai.heymilo.generated.model.SingleResponse;
import ai.heymilo.generated.model.ValueReader;
import ai.heymilo.generated.model.WebInterviewConfig;
import ai.heymilo.generated.model.WebInterviewStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** This project's objects, read and written as the stubs do. */
public final class Ours implements Codec {
  private static final ValueReader<ListResponse<CandidateResponse>> CANDIDATES =
      ListResponse.reader(CandidateResponse.reader());
  private static final ValueReader<SingleResponse<PostingResponse>> POSTING =
      SingleResponse.reader(PostingResponse.reader());

  private final CreatePostingRequest posting = posting();
  private final BulkCandidateIngestRequest bulk = bulk();

  @Override
  public Object readCandidates(byte[] json) throws IOException {
    return Json.read(json, CANDIDATES);
  }

  @Override
  public Object readPosting(byte[] json) throws IOException {
    return Json.read(json, POSTING);
  }

  @Override
  public byte[] writePosting() throws IOException {
    return Json.write(posting);
  }

  @Override
  public byte[] writeBulk() throws IOException {
    return Json.write(bulk);
  }

  /** The posting of {@link Requests}, as this client's object. */
  public static CreatePostingRequest posting() {
    Bodies.Posting from = Requests.posting();
    List<CreatePostingRequestStep> workflow = new ArrayList<>();
    from.workflow.forEach(step -> workflow.add(step(step)));
    return new CreatePostingRequest()
        .title(from.title)
        .description(from.description)
        .language(from.language)
        .interviewerName(from.interviewerName)
        .maxRetakes(from.maxRetakes)
        .metadata(from.metadata)
        .workflow(workflow);
  }

  private static CreatePostingRequestStep step(Bodies.Step from) {
    List<CreateQuestion> questions = new ArrayList<>();
    from.questions.forEach(question -> questions.add(question(question)));
    Bodies.Config config = from.config;
    switch (from.type) {
      case "resume":
        return new ResumeStep()
            .config(
                new ResumeConfig()
                    .instructions(config.instructions)
                    .mandatory(config.mandatory)
                    .minEvaluationScore(config.minEvaluationScore))
            .questions(questions);
      case "conversational_sms":
        return new ConversationalSMSStep()
            .config(
                new ConversationalSMSConfig()
                    .instructions(config.instructions)
                    .knockoutEnabled(config.knockoutEnabled)
                    .numQuestions(config.numQuestions))
            .questions(questions);
      case "web_interview":
        return new WebInterviewStep()
            .config(
                new WebInterviewConfig()
                    .instructions(config.instructions)
                    .minEvaluationScore(config.minEvaluationScore)
                    .numQuestions(config.numQuestions))
            .questions(questions);
      default:
        return new FormStep()
            .config(
                new FormConfig()
                    .instructions(config.instructions)
                    .knockoutEnabled(config.knockoutEnabled))
            .questions(questions);
    }
  }

  private static CreateQuestion question(Bodies.Question from) {
    CreateQuestion question = new CreateQuestion().modality(from.modality).text(from.text);
    ifSet(from.evaluationCriteria, question::evaluationCriteria);
    ifSet(from.scoreOf1, question::scoreOf1);
    ifSet(from.scoreOf5, question::scoreOf5);
    ifSet(from.questionType, question::questionType);
    ifSet(from.expectedAnswer, question::expectedAnswer);
    ifSet(from.isDealbreaker, question::isDealbreaker);
    ifSet(from.dropdownValues, question::dropdownValues);
    ifSet(from.scoreWeight, question::scoreWeight);
    ifSet(from.minFollowUps, question::minFollowUps);
    ifSet(from.maxFollowUps, question::maxFollowUps);
    ifSet(from.isAnswerMandated, question::isAnswerMandated);
    return question;
  }

  private static <V> void ifSet(V value, Consumer<V> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }

  private static BulkCandidateIngestRequest bulk() {
    List<CandidateIngestRequest> candidates = new ArrayList<>();
    for (Bodies.Candidate from : Requests.bulk(100).data) {
      candidates.add(
          new CandidateIngestRequest()
              .name(from.name)
              .email(from.email)
              .phoneNumber(from.phoneNumber)
              .metadata(from.metadata)
              .data(from.data));
    }
    return new BulkCandidateIngestRequest().data(candidates);
  }

  @Override
  @SuppressWarnings("unchecked") // its own
  public List<String> candidates(Object page) {
    List<String> read = new ArrayList<>();
    for (CandidateResponse candidate : ((ListResponse<CandidateResponse>) page).getData()) {
      read.add(
          candidate.getInterviewId()
              + candidate.getName()
              + candidate.getScore()
              + candidate.getAgentSummary().getWebInterview().getHighlights()
              + candidate.getData().get("years")
              + candidate.getCreatedAt().toEpochMilli());
    }
    return read;
  }

  @Override
  @SuppressWarnings("unchecked") // its own
  public List<String> posting(Object posting) {
    PostingResponse read = ((SingleResponse<PostingResponse>) posting).getData();
    return List.of(
        read.getDescription(),
        read.getWorkflow().get(3).getType().toString(),
        String.valueOf(read.getWorkflow().get(3).getConfig().get("instructions")),
        String.valueOf(read.getCreatedAt().toEpochMilli()));
  }
}

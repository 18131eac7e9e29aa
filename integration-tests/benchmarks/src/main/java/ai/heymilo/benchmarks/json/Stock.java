// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.json;

import ai.heymilo.benchmarks.data.Requests;
import ai.heymilo.benchmarks.handwritten.Bodies;
import ai.heymilo.benchmarks.stock.ApiClient;
import ai.heymilo.benchmarks.stock.model.BulkCandidateIngestRequest;
import ai.heymilo.benchmarks.stock.model.CandidateResponse;
import ai.heymilo.benchmarks.stock.model.ConversationalSMSConfig;
import ai.heymilo.benchmarks.stock.model.ConversationalSMSStep;
import ai.heymilo.benchmarks.stock.model.CreatePostingRequest;
import ai.heymilo.benchmarks.stock.model.CreatePostingRequestWorkflowInner;
import ai.heymilo.benchmarks.stock.model.CreateQuestion;
import ai.heymilo.benchmarks.stock.model.FormConfig;
import ai.heymilo.benchmarks.stock.model.FormStep;
import ai.heymilo.benchmarks.stock.model.ListResponseCandidateResponse;
import ai.heymilo.benchmarks.stock.model.PostingResponse;
import ai.heymilo.benchmarks.stock.model.ResumeConfig;
import ai.heymilo.benchmarks.stock.model.ResumeStep;
import ai.heymilo.benchmarks.stock.model.SingleResponsePostingResponse;
import ai.heymilo.benchmarks.stock.model.WebInterviewConfig;
import ai.heymilo.benchmarks.stock.model.WebInterviewStep;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The generator's {@code native} output, with its own mapper, as its stubs read and write. */
public final class Stock implements Codec {
  private final ObjectMapper mapper = new ApiClient().getObjectMapper();
  private final CreatePostingRequest posting = posting(mapper);
  private final BulkCandidateIngestRequest bulk =
      mapper.convertValue(Requests.bulk(100), BulkCandidateIngestRequest.class);

  @Override
  public Object readCandidates(byte[] json) throws IOException {
    // The stubs have a stream of the JDK's client; reading it out is what they pay beyond bytes.
    String body = new String(new ByteArrayInputStream(json).readAllBytes());
    return mapper.readValue(body, new TypeReference<ListResponseCandidateResponse>() {});
  }

  @Override
  public Object readPosting(byte[] json) throws IOException {
    String body = new String(new ByteArrayInputStream(json).readAllBytes());
    return mapper.readValue(body, new TypeReference<SingleResponsePostingResponse>() {});
  }

  @Override
  public byte[] writePosting() throws IOException {
    return mapper.writeValueAsBytes(posting);
  }

  @Override
  public byte[] writeBulk() throws IOException {
    return mapper.writeValueAsBytes(bulk);
  }

  /** The posting of {@link Requests}, as this client's object. */
  public static CreatePostingRequest posting(ObjectMapper mapper) {
    Bodies.Posting from = Requests.posting();
    CreatePostingRequest posting =
        new CreatePostingRequest()
            .title(from.title)
            .description(from.description)
            .language(from.language)
            .interviewerName(from.interviewerName)
            .maxRetakes(from.maxRetakes)
            .metadata(from.metadata);
    for (Bodies.Step step : from.workflow) {
      CreatePostingRequestWorkflowInner item = new CreatePostingRequestWorkflowInner();
      item.setActualInstance(step(mapper, step));
      posting.addWorkflowItem(item);
    }
    return posting;
  }

  private static Object step(ObjectMapper mapper, Bodies.Step from) {
    List<CreateQuestion> questions = new ArrayList<>();
    from.questions.forEach(q -> questions.add(mapper.convertValue(q, CreateQuestion.class)));
    switch (from.type) {
      case "resume":
        return new ResumeStep()
            .type(ResumeStep.TypeEnum.RESUME)
            .config(mapper.convertValue(from.config, ResumeConfig.class))
            .questions(questions);
      case "conversational_sms":
        return new ConversationalSMSStep()
            .type(ConversationalSMSStep.TypeEnum.CONVERSATIONAL_SMS)
            .config(mapper.convertValue(from.config, ConversationalSMSConfig.class))
            .questions(questions);
      case "web_interview":
        return new WebInterviewStep()
            .type(WebInterviewStep.TypeEnum.WEB_INTERVIEW)
            .config(mapper.convertValue(from.config, WebInterviewConfig.class))
            .questions(questions);
      default:
        return new FormStep()
            .type(FormStep.TypeEnum.FORM)
            .config(mapper.convertValue(from.config, FormConfig.class))
            .questions(questions);
    }
  }

  @Override
  public List<String> candidates(Object page) {
    List<String> read = new ArrayList<>();
    for (CandidateResponse candidate : ((ListResponseCandidateResponse) page).getData()) {
      read.add(
          candidate.getInterviewId()
              + candidate.getName()
              + candidate.getScore().doubleValue()
              + candidate.getAgentSummary().getWebInterview().getHighlights()
              + candidate.getData().get("years")
              + millis(candidate.getCreatedAt()));
    }
    return read;
  }

  @Override
  public List<String> posting(Object posting) {
    PostingResponse read = ((SingleResponsePostingResponse) posting).getData();
    Map<String, Object> config = read.getWorkflow().get(3).getConfig();
    return List.of(
        read.getDescription(),
        read.getWorkflow().get(3).getType(),
        String.valueOf(config.get("instructions")),
        String.valueOf(millis(read.getCreatedAt())));
  }

  private static long millis(BigDecimal seconds) {
    return seconds.movePointRight(3).longValue();
  }
}

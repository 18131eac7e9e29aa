// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.json;

import ai.heymilo.benchmarks.data.Requests;
import ai.heymilo.benchmarks.handwritten.Bodies;
import ai.heymilo.benchmarks.okhttpgson.JSON;
import ai.heymilo.benchmarks.okhttpgson.model.BulkCandidateIngestRequest;
import ai.heymilo.benchmarks.okhttpgson.model.CandidateResponse;
import ai.heymilo.benchmarks.okhttpgson.model.ConversationalSMSConfig;
import ai.heymilo.benchmarks.okhttpgson.model.ConversationalSMSStep;
import ai.heymilo.benchmarks.okhttpgson.model.CreatePostingRequest;
import ai.heymilo.benchmarks.okhttpgson.model.CreatePostingRequestWorkflowInner;
import ai.heymilo.benchmarks.okhttpgson.model.CreateQuestion;
import ai.heymilo.benchmarks.okhttpgson.model.FormConfig;
import ai.heymilo.benchmarks.okhttpgson.model.FormStep;
import ai.heymilo.benchmarks.okhttpgson.model.ListResponseCandidateResponse;
import ai.heymilo.benchmarks.okhttpgson.model.PostingResponse;
import ai.heymilo.benchmarks.okhttpgson.model.ResumeConfig;
import ai.heymilo.benchmarks.okhttpgson.model.ResumeStep;
import ai.heymilo.benchmarks.okhttpgson.model.SingleResponsePostingResponse;
import ai.heymilo.benchmarks.okhttpgson.model.WebInterviewConfig;
import ai.heymilo.benchmarks.okhttpgson.model.WebInterviewStep;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.reflect.TypeToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The generator's {@code okhttp-gson} output, as its stubs read and write. */
public final class OkHttpGson implements Codec {
  private static final ObjectMapper JACKSON = new ObjectMapper();

  private final CreatePostingRequest posting = posting();
  private final BulkCandidateIngestRequest bulk =
      convert(Requests.bulk(100), BulkCandidateIngestRequest.class);

  @Override
  public Object readCandidates(byte[] json) throws IOException {
    Type type = new TypeToken<ListResponseCandidateResponse>() {}.getType();
    return JSON.deserialize(new ByteArrayInputStream(json), type);
  }

  @Override
  public Object readPosting(byte[] json) throws IOException {
    Type type = new TypeToken<SingleResponsePostingResponse>() {}.getType();
    return JSON.deserialize(new ByteArrayInputStream(json), type);
  }

  @Override
  public byte[] writePosting() {
    return JSON.serialize(posting).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] writeBulk() {
    return JSON.serialize(bulk).getBytes(StandardCharsets.UTF_8);
  }

  /** The posting of {@link Requests}, as this client's object. */
  public static CreatePostingRequest posting() {
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
      posting.addWorkflowItem(new CreatePostingRequestWorkflowInner(step(step)));
    }
    return posting;
  }

  private static Object step(Bodies.Step from) {
    List<CreateQuestion> questions = new ArrayList<>();
    from.questions.forEach(q -> questions.add(convert(q, CreateQuestion.class)));
    switch (from.type) {
      case "resume":
        return new ResumeStep()
            .type(ResumeStep.TypeEnum.RESUME)
            .config(convert(from.config, ResumeConfig.class))
            .questions(questions);
      case "conversational_sms":
        return new ConversationalSMSStep()
            .type(ConversationalSMSStep.TypeEnum.CONVERSATIONAL_SMS)
            .config(convert(from.config, ConversationalSMSConfig.class))
            .questions(questions);
      case "web_interview":
        return new WebInterviewStep()
            .type(WebInterviewStep.TypeEnum.WEB_INTERVIEW)
            .config(convert(from.config, WebInterviewConfig.class))
            .questions(questions);
      default:
        return new FormStep()
            .type(FormStep.TypeEnum.FORM)
            .config(convert(from.config, FormConfig.class))
            .questions(questions);
    }
  }

  private static <T> T convert(Object from, Class<T> type) {
    try {
      return JSON.getGson().fromJson(JACKSON.writeValueAsString(from), type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
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
              + ((Number) candidate.getData().get("years")).intValue()
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

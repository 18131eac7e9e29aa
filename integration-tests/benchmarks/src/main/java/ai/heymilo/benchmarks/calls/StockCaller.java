// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.calls;

import ai.heymilo.benchmarks.stock.ApiClient;
import ai.heymilo.benchmarks.stock.ApiException;
import ai.heymilo.benchmarks.stock.api.CandidatesApi;
import ai.heymilo.benchmarks.stock.api.InterviewersApi;
import ai.heymilo.benchmarks.stock.model.CreatePostingRequest;
import ai.heymilo.benchmarks.stock.model.CreatePostingRequestWorkflowInner;
import ai.heymilo.benchmarks.stock.model.CreateQuestion;
import ai.heymilo.benchmarks.stock.model.FormStep;
import ai.heymilo.benchmarks.stock.model.ResumeConfig;
import ai.heymilo.benchmarks.stock.model.ResumeStep;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The generator's {@code native} output. */
public final class StockCaller implements Caller {
  private final ApiClient client = new ApiClient();
  private InterviewersApi interviewers;
  private CandidatesApi candidates;

  public StockCaller(String baseUrl) {
    client.updateBaseUri(baseUrl);
  }

  // One of each, made when it is needed: each has an HttpClient and a mapper of its own.

  private synchronized InterviewersApi interviewers() {
    if (interviewers == null) {
      interviewers = new InterviewersApi(client);
    }
    return interviewers;
  }

  private synchronized CandidatesApi candidates() {
    if (candidates == null) {
      candidates = new CandidatesApi(client);
    }
    return candidates;
  }

  @Override
  public Object getPosting() throws ApiException {
    return interviewers().getPosting("P_1", KEY, null, null).getData();
  }

  @Override
  public CompletableFuture<?> getPostingAsync() {
    throw new UnsupportedOperationException("the stock output waits");
  }

  @Override
  public Object createPosting() throws ApiException {
    ResumeStep resume =
        new ResumeStep()
            .type(ResumeStep.TypeEnum.RESUME)
            .config(new ResumeConfig().mandatory(true))
            .questions(
                List.of(
                    new CreateQuestion()
                        .modality("resume_eligibility")
                        .text("May work in the EU")));
    FormStep form =
        new FormStep()
            .type(FormStep.TypeEnum.FORM)
            .questions(
                List.of(
                    new CreateQuestion()
                        .modality("form")
                        .text("Preferred office?")
                        .questionType("dropdown")
                        .dropdownValues(
                            List.of(Map.of("value", "Berlin"), Map.of("value", "Remote")))));
    CreatePostingRequest posting =
        new CreatePostingRequest()
            .title("Senior Java Engineer")
            .description("Builds and runs services.")
            .addWorkflowItem(new CreatePostingRequestWorkflowInner(resume))
            .addWorkflowItem(new CreatePostingRequestWorkflowInner(form));
    return interviewers().createPosting(posting, KEY, null, null).getData();
  }

  @Override
  public Object listCandidates() throws ApiException {
    return candidates().listCandidates("P_1", 100, null, null, null, KEY, null, null);
  }

  @Override
  public int status(Exception failure) {
    return ((ApiException) failure).getCode();
  }
}

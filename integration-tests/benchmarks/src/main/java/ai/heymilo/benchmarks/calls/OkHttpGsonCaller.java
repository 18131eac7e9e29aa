// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.calls;

import ai.heymilo.benchmarks.okhttpgson.ApiCallback;
import ai.heymilo.benchmarks.okhttpgson.ApiClient;
import ai.heymilo.benchmarks.okhttpgson.ApiException;
import ai.heymilo.benchmarks.okhttpgson.api.CandidatesApi;
import ai.heymilo.benchmarks.okhttpgson.api.InterviewersApi;
import ai.heymilo.benchmarks.okhttpgson.model.CreatePostingRequest;
import ai.heymilo.benchmarks.okhttpgson.model.CreatePostingRequestWorkflowInner;
import ai.heymilo.benchmarks.okhttpgson.model.CreateQuestion;
import ai.heymilo.benchmarks.okhttpgson.model.FormStep;
import ai.heymilo.benchmarks.okhttpgson.model.ResumeConfig;
import ai.heymilo.benchmarks.okhttpgson.model.ResumeStep;
import ai.heymilo.benchmarks.okhttpgson.model.SingleResponsePostingResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The generator's {@code okhttp-gson} output. */
final class OkHttpGsonCaller implements Caller {
  private final ApiClient client = new ApiClient();
  private final InterviewersApi interviewers = new InterviewersApi(client);
  private final CandidatesApi candidates = new CandidatesApi(client);

  OkHttpGsonCaller(String baseUrl) {
    client.setBasePath(baseUrl);
    // it comes with 5 at a time for asynchronous calls, which would be measured instead
    client.getHttpClient().dispatcher().setMaxRequestsPerHost(64);
  }

  @Override
  public Object getPosting() throws ApiException {
    return interviewers.getPosting("P_1", KEY, null, null).getData();
  }

  @Override
  public CompletableFuture<?> getPostingAsync() throws ApiException {
    CompletableFuture<Object> result = new CompletableFuture<>();
    interviewers.getPostingAsync(
        "P_1",
        KEY,
        null,
        null,
        new ApiCallback<SingleResponsePostingResponse>() {
          @Override
          public void onFailure(
              ApiException e, int statusCode, Map<String, List<String>> responseHeaders) {
            result.completeExceptionally(e);
          }

          @Override
          public void onSuccess(
              SingleResponsePostingResponse answer,
              int statusCode,
              Map<String, List<String>> responseHeaders) {
            result.complete(answer.getData());
          }

          @Override
          public void onUploadProgress(long bytesWritten, long contentLength, boolean done) {}

          @Override
          public void onDownloadProgress(long bytesRead, long contentLength, boolean done) {}
        });
    return result;
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
    return interviewers.createPosting(posting, KEY, null, null).getData();
  }

  @Override
  public Object listCandidates() throws ApiException {
    return candidates.listCandidates("P_1", 100, null, null, null, KEY, null, null);
  }

  @Override
  public int status(Exception failure) {
    return ((ApiException) failure).getCode();
  }

  @Override
  public void close() {
    client.getHttpClient().dispatcher().executorService().shutdown();
    client.getHttpClient().connectionPool().evictAll();
  }
}

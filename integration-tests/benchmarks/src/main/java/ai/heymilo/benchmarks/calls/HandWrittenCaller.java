// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.calls;

import ai.heymilo.benchmarks.handwritten.Bodies;
import ai.heymilo.benchmarks.json.HandWritten;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The JDK's client and a reader that was made once: the least that a call can cost. */
final class HandWrittenCaller implements Caller {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String postings;

  HandWrittenCaller(String baseUrl) {
    postings = baseUrl + "/api/v2/postings";
  }

  @Override
  public Object getPosting() throws Exception {
    return send(request(postings + "/P_1").build(), HandWritten.POSTING);
  }

  @Override
  public CompletableFuture<?> getPostingAsync() {
    return http.sendAsync(request(postings + "/P_1").build(), BodyHandlers.ofByteArray())
        .thenApply(
            response -> {
              try {
                return read(response, HandWritten.POSTING);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  @Override
  public Object createPosting() throws Exception {
    Bodies.Posting posting = new Bodies.Posting();
    posting.title = "Senior Java Engineer";
    posting.description = "Builds and runs services.";
    Bodies.Question eligibility = new Bodies.Question();
    eligibility.modality = "resume_eligibility";
    eligibility.text = "May work in the EU";
    Bodies.Step resume = new Bodies.Step();
    resume.type = "resume";
    resume.config = new Bodies.Config();
    resume.config.mandatory = true;
    resume.questions = List.of(eligibility);
    Bodies.Question office = new Bodies.Question();
    office.modality = "form";
    office.text = "Preferred office?";
    office.questionType = "dropdown";
    office.dropdownValues = List.of(Map.of("value", "Berlin"), Map.of("value", "Remote"));
    Bodies.Step form = new Bodies.Step();
    form.type = "form";
    form.questions = List.of(office);
    posting.workflow = List.of(resume, form);
    HttpRequest request =
        request(postings)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    HandWritten.POSTING_BODY.writeValueAsBytes(posting)))
            .build();
    return send(request, HandWritten.CREATED);
  }

  @Override
  public Object listCandidates() throws Exception {
    return send(request(postings + "/P_1/candidates?limit=100").build(), HandWritten.CANDIDATES);
  }

  @Override
  public int status(Exception failure) {
    return 0;
  }

  private static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Accept", "application/json")
        .header("X-API-KEY", KEY);
  }

  private Object send(HttpRequest request, ObjectReader reader) throws Exception {
    return read(http.send(request, BodyHandlers.ofByteArray()), reader);
  }

  private static Object read(HttpResponse<byte[]> response, ObjectReader reader)
      throws IOException {
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    return reader.readValue(response.body());
  }
}

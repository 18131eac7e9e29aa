// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.model.CreatePostingRequest;
import ai.heymilo.resources.PostingsBase;
import java.util.function.Consumer;

/**
 * The postings of the workspace, which HeyMilo's pages call interviewers: creates and lists them.
 * Thread-safe.
 */
public final class Postings extends PostingsBase {
  /**
   * Creates an object on a client's calls; nothing is sent.
   *
   * @param client sends the calls
   */
  public Postings(ApiClient client) {
    super(client);
  }

  /**
   * Creates a posting with a workflow of its own ({@code createPosting}). The call is never
   * repeated when it may have been applied.
   *
   * @param title the job's title, 3–200 characters
   * @param posting configures the posting: at least one step
   * @return the receipt
   * @throws ai.heymilo.errors.InvalidRequestException if something violates the API's limits; one
   *     exception lists every violation, and nothing is sent
   * @throws ai.heymilo.errors.AmbiguousWriteException if the posting may have been created
   * @throws ai.heymilo.errors.HeyMiloException if it fails
   */
  public CreatedPosting create(String title, Consumer<? super PostingBuilder> posting) {
    return CreatedPosting.of(
        client, InterviewersApi.CREATE_POSTING, create(preview(title, posting)));
  }

  /**
   * Builds and checks the request of {@link #create(String, Consumer)} and sends nothing.
   *
   * @param title the job's title, 3–200 characters
   * @param posting configures the posting: at least one step
   * @return the request that {@code create} would send
   * @throws ai.heymilo.errors.InvalidRequestException if something violates the API's limits; one
   *     exception lists every violation
   */
  public CreatePostingRequest preview(String title, Consumer<? super PostingBuilder> posting) {
    return Requests.create(client, title, posting);
  }

  /**
   * Creates a posting from an interview template ({@code createPosting}): workflow and questions
   * come from the template, and values set here replace its own. The call is never repeated when it
   * may have been applied.
   *
   * <p>If the template comes from an applicant tracking system, the posting stays a draft until it
   * is activated: see {@link CreatedPosting#pendingActivation}.
   *
   * @param title the job's title, 3–200 characters
   * @param interviewTemplateId the template
   * @param posting sets values that differ from the template
   * @return the receipt
   * @throws ai.heymilo.errors.InvalidRequestException if something violates the API's limits; one
   *     exception lists every violation, and nothing is sent
   * @throws ai.heymilo.errors.AmbiguousWriteException if the posting may have been created
   * @throws ai.heymilo.errors.HeyMiloException if it fails
   */
  public CreatedPosting createFromTemplate(
      String title, String interviewTemplateId, Consumer<? super TemplatePostingBuilder> posting) {
    return CreatedPosting.of(
        client,
        InterviewersApi.CREATE_POSTING,
        create(Requests.createFromTemplate(client, title, interviewTemplateId, posting)));
  }
}

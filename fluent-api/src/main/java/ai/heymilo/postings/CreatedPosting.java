// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.ErrorDetails;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.Operation;
import ai.heymilo.generated.model.CreatePostingResponse;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.generated.model.PostingStatus;
import ai.heymilo.generated.model.PostingURLs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The receipt of an interviewer that was created or duplicated. Immutable. */
public final class CreatedPosting {
  private final Posting handle;
  private final CreatePostingResponse response;

  private CreatedPosting(Posting handle, CreatePostingResponse response) {
    this.handle = handle;
    this.response = response;
  }

  /** Returns the receipt of a success; one without a usable id leaves the caller in doubt. */
  static CreatedPosting of(ApiClient client, Operation operation, CreatePostingResponse response) {
    try {
      return new CreatedPosting(new Posting(client, response.getId()), response);
    } catch (IllegalArgumentException e) {
      throw new AmbiguousWriteException(
          ErrorDetails.of(operation), "answered without a usable id", e);
    }
  }

  /**
   * Returns the new interviewer's id.
   *
   * @return the id
   */
  public String id() {
    return handle.id();
  }

  /**
   * Returns the status after creation.
   *
   * @return for example {@link PostingStatus#DRAFT}; null if the server named none
   */
  public @Nullable PostingStatus status() {
    String status = response.getStatus();
    return status == null ? null : PostingStatus.of(status);
  }

  /**
   * Returns the addresses for candidates and for reviewers.
   *
   * @return the addresses
   */
  public PostingURLs urls() {
    return response.getUrls();
  }

  /**
   * Returns when the interviewer was created.
   *
   * @return the time
   */
  public Instant createdAt() {
    return response.getCreatedAt();
  }

  /**
   * Returns the whole interviewer.
   *
   * @return the interviewer, or null if the server sent none with its receipt
   */
  public @Nullable PostingResponse posting() {
    return response.getPosting();
  }

  /**
   * Says whether the interviewer comes from an applicant tracking system and waits, as a draft, for
   * {@link #activate} before it takes candidates in ({@code ats_metadata.pending_activation}).
   *
   * @return true if it waits; false also if the server sent no whole interviewer with its receipt
   */
  public boolean pendingActivation() {
    PostingResponse posting = response.getPosting();
    return posting != null && AtsMetadata.of(posting).pendingActivation();
  }

  /**
   * Activates the interviewer ({@code activatePosting}). Calling it again is safe.
   *
   * @return the interviewer after the change
   * @throws ai.heymilo.errors.HeyMiloException if it did not succeed
   */
  public PostingResponse activate() {
    return handle.activate();
  }

  /**
   * Returns a handle of the new interviewer.
   *
   * @return the handle
   */
  public Posting handle() {
    return handle;
  }

  /**
   * Returns the receipt as the API gave it.
   *
   * @return the receipt
   */
  public CreatePostingResponse response() {
    return response;
  }

  @Override
  public String toString() {
    return "CreatedPosting " + id() + " (" + status() + ")";
  }
}

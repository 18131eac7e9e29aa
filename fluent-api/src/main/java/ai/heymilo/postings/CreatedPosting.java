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

/** The receipt of a posting that was created or duplicated. Immutable. */
public final class CreatedPosting {
  private final Posting handle;
  private final CreatePostingResponse response;

  private CreatedPosting(Posting handle, CreatePostingResponse response) {
    this.handle = handle;
    this.response = response;
  }

  /** Wraps a response; one without a usable id leaves the write in doubt. */
  static CreatedPosting of(ApiClient client, Operation operation, CreatePostingResponse response) {
    try {
      return new CreatedPosting(new Posting(client, response.getId()), response);
    } catch (IllegalArgumentException e) {
      throw new AmbiguousWriteException(
          ErrorDetails.of(operation), "answered without a usable id", e);
    }
  }

  /**
   * Returns the new posting's id.
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
   * Returns when the posting was created.
   *
   * @return the time
   */
  public Instant createdAt() {
    return response.getCreatedAt();
  }

  /**
   * Returns the posting.
   *
   * @return the posting, or null if the server did not include it
   */
  public @Nullable PostingResponse posting() {
    return response.getPosting();
  }

  /**
   * Returns whether the posting comes from an applicant tracking system and stays a draft until
   * {@link #activate} is called ({@code ats_metadata.pending_activation}).
   *
   * @return false also if the server did not include the posting
   */
  public boolean pendingActivation() {
    PostingResponse posting = response.getPosting();
    return posting != null && AtsMetadata.of(posting).pendingActivation();
  }

  /**
   * Activates the posting ({@code activatePosting}). Calling it again is safe.
   *
   * @return the posting after the change
   * @throws ai.heymilo.errors.HeyMiloException if it fails
   */
  public PostingResponse activate() {
    return handle.activate();
  }

  /**
   * Returns a handle of the new posting.
   *
   * @return the handle
   */
  public Posting handle() {
    return handle;
  }

  /**
   * Returns the response of the API.
   *
   * @return the response
   */
  public CreatePostingResponse response() {
    return response;
  }

  @Override
  public String toString() {
    return "CreatedPosting " + id() + " (" + status() + ")";
  }
}

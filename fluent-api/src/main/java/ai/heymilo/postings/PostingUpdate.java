// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.UpdatePostingRequest;

/**
 * A change of an interviewer ({@code updatePosting}): what is neither set nor cleared stays as it
 * is. Not thread-safe.
 */
public final class PostingUpdate extends UpdatePostingRequest.Patch<PostingUpdate> {
  PostingUpdate() {
    super(new UpdatePostingRequest());
  }

  @Override
  protected PostingUpdate self() {
    return this;
  }

  UpdatePostingRequest build() {
    return target();
  }
}

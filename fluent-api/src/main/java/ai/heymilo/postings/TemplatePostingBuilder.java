// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.CreatePostingRequest;

/**
 * Configures a posting from an interview template ({@code createPosting} with {@code
 * interview_template_id}): workflow and questions come from the template, and values set here
 * replace its own. Unset values are not sent. Not thread-safe.
 */
public final class TemplatePostingBuilder
    extends CreatePostingRequest.Setters<TemplatePostingBuilder> {
  TemplatePostingBuilder(String title, String interviewTemplateId) {
    super(new CreatePostingRequest().title(title).interviewTemplateId(interviewTemplateId));
  }

  @Override
  protected TemplatePostingBuilder self() {
    return this;
  }

  CreatePostingRequest build() {
    return target();
  }
}

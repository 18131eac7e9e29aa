// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.model.ApiModel;
import ai.heymilo.generated.model.CreatePostingRequest;
import ai.heymilo.generated.model.Limits;
import ai.heymilo.generated.model.UpdateWorkflowStepRequest;
import ai.heymilo.internal.Calls;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds and checks requests, for both kinds of call. */
final class Requests {
  private Requests() {}

  static CreatePostingRequest create(
      ApiClient client, String title, Consumer<? super PostingBuilder> posting) {
    PostingBuilder builder = new PostingBuilder(title);
    posting.accept(builder);
    CreatePostingRequest request = builder.build();
    Limits limits = new Limits();
    limits.size("workflow", request.getWorkflow(), 1, Integer.MAX_VALUE);
    Calls.checked(client, InterviewersApi.CREATE_POSTING, request, limits.violations());
    return request;
  }

  static CreatePostingRequest createFromTemplate(
      ApiClient client,
      String title,
      String templateId,
      Consumer<? super TemplatePostingBuilder> posting) {
    TemplatePostingBuilder builder = new TemplatePostingBuilder(title, templateId);
    posting.accept(builder);
    CreatePostingRequest request = builder.build();
    Limits limits = new Limits();
    limits.length("interview_template_id", templateId.strip(), 1, Integer.MAX_VALUE);
    Calls.checked(client, InterviewersApi.CREATE_POSTING, request, limits.violations());
    return request;
  }

  static <U> UpdateWorkflowStepRequest updateStep(
      ApiClient client, Step<?, U> step, Consumer<? super U> change) {
    Object config = step.built(change);
    Map<String, @Nullable Object> keys = Step.asMap(config);
    Limits limits = new Limits();
    if (keys.isEmpty()) {
      limits.refuse("config", "must set or clear something");
      Calls.refuse(InterviewersApi.UPDATE_INTERVIEWER_WORKFLOW_STEP, limits.violations());
    }
    if (config instanceof ApiModel) {
      limits.nested("config", config);
    }
    Calls.checked(client, InterviewersApi.UPDATE_INTERVIEWER_WORKFLOW_STEP, limits.violations());
    return new UpdateWorkflowStepRequest().config(keys);
  }

  static String order(int order) {
    if (order < 1) {
      throw new IllegalArgumentException("order must be at least 1, was " + order);
    }
    return String.valueOf(order);
  }
}

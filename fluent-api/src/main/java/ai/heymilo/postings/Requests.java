package ai.heymilo.postings;

import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.model.ApiModel;
import ai.heymilo.generated.model.CreatePostingRequest;
import ai.heymilo.generated.model.Limits;
import ai.heymilo.generated.model.UpdatePostingRequest;
import ai.heymilo.generated.model.UpdateWorkflowStepRequest;
import ai.heymilo.generated.model.Violation;
import ai.heymilo.internal.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes and checks what is sent, for the calls that wait and for those that do not. */
final class Requests {
  private final Session session;

  Requests(Session session) {
    this.session = session;
  }

  CreatePostingRequest create(String title, Consumer<? super PostingBuilder> posting) {
    PostingBuilder builder = new PostingBuilder(title);
    posting.accept(builder);
    CreatePostingRequest request = builder.build();
    Limits limits = new Limits();
    limits.size("workflow", request.getWorkflow().orElse(null), 1, Integer.MAX_VALUE);
    session.check(InterviewersApi.CREATE_POSTING, both(request.violations(), limits));
    return request;
  }

  CreatePostingRequest createFromTemplate(
      String title, String templateId, Consumer<? super TemplatePostingBuilder> posting) {
    TemplatePostingBuilder builder = new TemplatePostingBuilder(title, templateId);
    posting.accept(builder);
    CreatePostingRequest request = builder.build();
    Limits limits = new Limits();
    limits.length("interview_template_id", templateId.strip(), 1, Integer.MAX_VALUE);
    session.check(InterviewersApi.CREATE_POSTING, both(request.violations(), limits));
    return request;
  }

  UpdatePostingRequest update(Consumer<? super PostingUpdate> change) {
    PostingUpdate update = new PostingUpdate();
    change.accept(update);
    UpdatePostingRequest request = update.build();
    if (request.equals(new UpdatePostingRequest())) {
      Limits limits = new Limits();
      limits.required("an update", null);
      Session.refuse(InterviewersApi.UPDATE_POSTING, limits.violations());
    }
    session.check(InterviewersApi.UPDATE_POSTING, request.violations());
    return request;
  }

  <U> UpdateWorkflowStepRequest updateStep(Step<?, U> step, Consumer<? super U> change) {
    U update = step.newUpdate();
    change.accept(update);
    Object config = step.built(update);
    Map<String, @Nullable Object> keys = Step.asMap(config);
    Limits limits = new Limits();
    if (keys.isEmpty()) {
      limits.size("config", List.of(), 1, Integer.MAX_VALUE);
      Session.refuse(InterviewersApi.UPDATE_INTERVIEWER_WORKFLOW_STEP, limits.violations());
    }
    if (config instanceof ApiModel) {
      limits.nested("config", config);
    }
    session.check(InterviewersApi.UPDATE_INTERVIEWER_WORKFLOW_STEP, limits.violations());
    return new UpdateWorkflowStepRequest().config(keys);
  }

  private static List<Violation> both(List<Violation> some, Limits more) {
    List<Violation> all = new ArrayList<>(some);
    all.addAll(more.violations());
    return all;
  }
}

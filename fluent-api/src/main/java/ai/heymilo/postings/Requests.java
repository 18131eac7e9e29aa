// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.ErrorDetails;
import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.Operation;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.model.ApiModel;
import ai.heymilo.generated.model.CreatePostingRequest;
import ai.heymilo.generated.model.CreatePostingResponse;
import ai.heymilo.generated.model.Limits;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.generated.model.UpdatePostingRequest;
import ai.heymilo.generated.model.UpdateWorkflowStepRequest;
import ai.heymilo.generated.model.Violation;
import ai.heymilo.internal.Session;
import ai.heymilo.paging.AsyncPager;
import ai.heymilo.paging.Pager;
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
    limits.size("workflow", request.getWorkflow(), 1, Integer.MAX_VALUE);
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
      limits.refuse("an update", "must set or clear something");
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
      limits.refuse("config", "must set or clear something");
      Session.refuse(InterviewersApi.UPDATE_INTERVIEWER_WORKFLOW_STEP, limits.violations());
    }
    if (config instanceof ApiModel) {
      limits.nested("config", config);
    }
    session.check(InterviewersApi.UPDATE_INTERVIEWER_WORKFLOW_STEP, limits.violations());
    return new UpdateWorkflowStepRequest().config(keys);
  }

  CreatedPosting created(Operation operation, CreatePostingResponse response) {
    if (response.getId() == null) {
      throw new AmbiguousWriteException(ErrorDetails.of(operation), "answered without an id", null);
    }
    try {
      return new CreatedPosting(new Posting(session, this, response.getId()), response);
    } catch (IllegalArgumentException e) {
      throw new AmbiguousWriteException(
          ErrorDetails.of(operation), "answered without a usable id", e);
    }
  }

  Pager<PostingResponse> list(Consumer<? super PostingQuery> more) {
    PostingQuery query = query(more);
    return new Pager<>(new PostingSource(session, query), query);
  }

  AsyncPager<PostingResponse> listAsync(Consumer<? super PostingQuery> more) {
    PostingQuery query = query(more);
    return new AsyncPager<>(new PostingSource(session, query), query);
  }

  private PostingQuery query(Consumer<? super PostingQuery> more) {
    PostingQuery query = new PostingQuery();
    more.accept(query);
    session.check(InterviewersApi.LIST_POSTINGS, query.params(null).violations());
    return query;
  }

  /** Returns an id if it can stand in a path; else says why not, before anything is sent. */
  static String id(String name, String id) {
    ApiCall.segment(name, id);
    return id;
  }

  static String order(int order) {
    if (order < 1) {
      throw new IllegalArgumentException("order must be at least 1, was " + order);
    }
    return String.valueOf(order);
  }

  private static List<Violation> both(List<Violation> some, Limits more) {
    List<Violation> all = new ArrayList<>(some);
    all.addAll(more.violations());
    return all;
  }
}

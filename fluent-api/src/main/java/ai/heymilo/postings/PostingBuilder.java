// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.CreatePostingRequest;
import ai.heymilo.generated.model.CreatePostingRequestStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Configures a posting with a workflow of its own ({@code createPosting}). Candidates pass the
 * steps in the order of the calls. Unset values are not sent. Not thread-safe.
 */
public final class PostingBuilder extends CreatePostingRequest.Setters<PostingBuilder> {
  private final List<CreatePostingRequestStep> workflow = new ArrayList<>();

  PostingBuilder(String title) {
    super(new CreatePostingRequest().title(title));
  }

  @Override
  protected PostingBuilder self() {
    return this;
  }

  /**
   * Adds a step that screens résumés ({@code resume}).
   *
   * @param step configures the step
   * @return this builder
   */
  public PostingBuilder resume(Consumer<? super ResumeStepBuilder> step) {
    return step(step, new ResumeStepBuilder(), ResumeStepBuilder::build);
  }

  /**
   * Adds a step that screens by text messages ({@code conversational_sms}).
   *
   * @param step configures the step
   * @return this builder
   */
  public PostingBuilder conversationalSms(Consumer<? super ConversationalSmsStepBuilder> step) {
    return step(step, new ConversationalSmsStepBuilder(), ConversationalSmsStepBuilder::build);
  }

  /**
   * Adds a step that interviews by voice or video ({@code web_interview}).
   *
   * @param step configures the step
   * @return this builder
   */
  public PostingBuilder webInterview(Consumer<? super WebInterviewStepBuilder> step) {
    return step(step, new WebInterviewStepBuilder(), WebInterviewStepBuilder::build);
  }

  /**
   * Adds a step with a form ({@code form}).
   *
   * @param step configures the step
   * @return this builder
   */
  public PostingBuilder form(Consumer<? super FormStepBuilder> step) {
    return step(step, new FormStepBuilder(), FormStepBuilder::build);
  }

  /**
   * Adds a step as a generated object, for types of step without a method of their own ({@link
   * CreatePostingRequestStep.Unknown}).
   *
   * @param step the step
   * @return this builder
   */
  public PostingBuilder step(CreatePostingRequestStep step) {
    workflow.add(Objects.requireNonNull(step, "step"));
    return this;
  }

  private <B> PostingBuilder step(
      Consumer<? super B> step, B builder, Function<B, CreatePostingRequestStep> build) {
    step.accept(builder);
    return step(build.apply(builder));
  }

  CreatePostingRequest build() {
    return target().workflow(List.copyOf(workflow));
  }
}

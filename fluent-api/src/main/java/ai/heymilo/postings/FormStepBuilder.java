// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.FormConfig;
import ai.heymilo.generated.model.FormStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A step with a form ({@code form}): its configuration, and questions of the kind that belongs to
 * it, {@code form}. Without questions the server generates some. Unset values are not sent. Not
 * thread-safe.
 */
public final class FormStepBuilder extends FormConfig.Setters<FormStepBuilder> {
  private final Questions questions = new Questions();

  FormStepBuilder() {
    super(new FormConfig());
  }

  @Override
  protected FormStepBuilder self() {
    return this;
  }

  /**
   * Adds a question that leaves its type to the server.
   *
   * @param text its text
   * @return this step
   */
  public FormStepBuilder question(String text) {
    return question(text, question -> {});
  }

  /**
   * Adds a question that leaves its type to the server.
   *
   * @param text its text
   * @param more sets optional properties
   * @return this step
   */
  public FormStepBuilder question(String text, Consumer<? super FormQuestion> more) {
    questions.add(new FormQuestion(text), more);
    return this;
  }

  /**
   * Adds a question that asks for a text ({@code question_type: textarea}).
   *
   * @param text the question
   * @return this step
   */
  public FormStepBuilder text(String text) {
    return text(text, question -> {});
  }

  /**
   * Adds a question that asks for a text ({@code question_type: textarea}).
   *
   * @param text the question
   * @param more sets optional properties
   * @return this step
   */
  public FormStepBuilder text(String text, Consumer<? super FormQuestion> more) {
    return typed("textarea", text, more);
  }

  /**
   * Adds a question that asks for a number ({@code question_type: number}).
   *
   * @param text the question
   * @return this step
   */
  public FormStepBuilder number(String text) {
    return number(text, question -> {});
  }

  /**
   * Adds a question that asks for a number ({@code question_type: number}).
   *
   * @param text the question
   * @param more sets optional properties
   * @return this step
   */
  public FormStepBuilder number(String text, Consumer<? super FormQuestion> more) {
    return typed("number", text, more);
  }

  /**
   * Adds a question that asks for a date ({@code question_type: date}).
   *
   * @param text the question
   * @return this step
   */
  public FormStepBuilder date(String text) {
    return date(text, question -> {});
  }

  /**
   * Adds a question that asks for a date ({@code question_type: date}).
   *
   * @param text the question
   * @param more sets optional properties
   * @return this step
   */
  public FormStepBuilder date(String text, Consumer<? super FormQuestion> more) {
    return typed("date", text, more);
  }

  /**
   * Adds a question that asks for files to upload ({@code question_type: file_upload}).
   *
   * @param text the question
   * @return this step
   */
  public FormStepBuilder fileUpload(String text) {
    return fileUpload(text, question -> {});
  }

  /**
   * Adds a question that asks for files to upload ({@code question_type: file_upload}).
   *
   * @param text the question
   * @param more sets optional properties
   * @return this step
   */
  public FormStepBuilder fileUpload(String text, Consumer<? super FormQuestion> more) {
    return typed("file_upload", text, more);
  }

  /**
   * Adds a question with a slider ({@code question_type: slider}).
   *
   * @param text the question
   * @param min the lowest value
   * @param max the highest value
   * @return this step
   */
  public FormStepBuilder slider(String text, double min, double max) {
    return slider(text, min, max, question -> {});
  }

  /**
   * Adds a question with a slider ({@code question_type: slider}).
   *
   * @param text the question
   * @param min the lowest value
   * @param max the highest value
   * @param more sets optional properties
   * @return this step
   */
  public FormStepBuilder slider(
      String text, double min, double max, Consumer<? super FormQuestion> more) {
    FormQuestion question = new FormQuestion(text).type("slider");
    questions.add(question.set(fields -> fields.sliderMin(min).sliderMax(max)), more);
    return this;
  }

  /**
   * Adds a question with options, one of which is chosen ({@code question_type: dropdown}).
   *
   * @param text the question
   * @param options the labels, in order
   * @return this step
   */
  public FormStepBuilder dropdown(String text, String... options) {
    return dropdown(text, List.of(options), question -> {});
  }

  /**
   * Adds a question with options, one of which is chosen ({@code question_type: dropdown}).
   *
   * <p>The document leaves the shape of an option open ({@code dropdown_values} is a list of maps).
   * Each label is sent as {@code {"label": …, "value": …}}; {@link FormQuestion#dropdownValues}
   * sends another shape.
   *
   * @param text the question
   * @param options the labels, in order
   * @param more sets optional properties
   * @return this step
   */
  public FormStepBuilder dropdown(
      String text, List<String> options, Consumer<? super FormQuestion> more) {
    questions.add(choice(text, options), more);
    return this;
  }

  /**
   * Adds a question with options, several of which may be chosen ({@code question_type: dropdown},
   * {@code mcq_type: multiple}).
   *
   * @param text the question
   * @param options the labels, in order
   * @return this step
   */
  public FormStepBuilder multipleChoice(String text, String... options) {
    return multipleChoice(text, List.of(options), question -> {});
  }

  /**
   * Adds a question with options, several of which may be chosen ({@code question_type: dropdown},
   * {@code mcq_type: multiple}).
   *
   * @param text the question
   * @param options the labels, in order
   * @param more sets optional properties
   * @return this step
   */
  public FormStepBuilder multipleChoice(
      String text, List<String> options, Consumer<? super FormQuestion> more) {
    questions.add(choice(text, options).mcqType("multiple"), more);
    return this;
  }

  private FormStepBuilder typed(String type, String text, Consumer<? super FormQuestion> more) {
    questions.add(new FormQuestion(text).type(type), more);
    return this;
  }

  private static FormQuestion choice(String text, List<String> options) {
    List<Map<String, String>> values = new ArrayList<>();
    for (String option : options) {
      Objects.requireNonNull(option, "options must not hold null");
      Map<String, String> value = new LinkedHashMap<>();
      value.put("label", option);
      value.put("value", option);
      values.add(value);
    }
    return new FormQuestion(text).type("dropdown").dropdownValues(values);
  }

  FormStep build() {
    FormStep step = new FormStep();
    if (!target().equals(new FormConfig())) {
      step.config(target());
    }
    questions.ifAny(step::questions);
    return step;
  }
}

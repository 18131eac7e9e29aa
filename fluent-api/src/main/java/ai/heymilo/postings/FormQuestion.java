// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import java.util.List;
import java.util.Map;

/**
 * A question of a form (modality {@code form}); the methods of {@link FormStepBuilder} set its
 * type. Not thread-safe.
 */
public final class FormQuestion extends Question<FormQuestion> {
  FormQuestion(String text) {
    super("form", text);
  }

  @Override
  FormQuestion self() {
    return this;
  }

  /**
   * Sets the answer that passes ({@code answer}).
   *
   * @param answer a JSON value: boolean, number, string or list
   * @return this question
   */
  public FormQuestion answer(Object answer) {
    fields().answer(answer);
    return this;
  }

  /**
   * Disqualifies a candidate who answers otherwise ({@code is_knockout}).
   *
   * @return this question
   */
  public FormQuestion knockout() {
    fields().isKnockout(true);
    return this;
  }

  /**
   * Requires an answer ({@code is_answer_mandated}).
   *
   * @return this question
   */
  public FormQuestion mandatory() {
    fields().isAnswerMandated(true);
    return this;
  }

  /**
   * Does not require an answer ({@code is_answer_mandated: false}).
   *
   * @return this question
   */
  public FormQuestion optional() {
    fields().isAnswerMandated(false);
    return this;
  }

  /**
   * Sets how a number or date is compared with the expected answer ({@code operator}).
   *
   * @param operator {@code eq}, {@code neq}, {@code gt}, {@code gte}, {@code lt} or {@code lte}
   * @return this question
   */
  public FormQuestion operator(String operator) {
    fields().operator(operator);
    return this;
  }

  /**
   * Sets the options of a dropdown as they stand on the wire ({@code dropdown_values}), in place of
   * the labels given with the question.
   *
   * @param values the options, in order
   * @return this question
   */
  public FormQuestion dropdownValues(List<Map<String, String>> values) {
    fields().dropdownValues(values);
    return this;
  }

  /**
   * Says how many options may be chosen ({@code mcq_type}).
   *
   * @param type {@code single} or {@code multiple}
   * @return this question
   */
  public FormQuestion mcqType(String type) {
    fields().mcqType(type);
    return this;
  }

  /**
   * Sets which files may be uploaded ({@code file_types}).
   *
   * @param extensions file extensions
   * @return this question
   */
  public FormQuestion fileTypes(String... extensions) {
    fields().fileTypes(List.of(extensions));
    return this;
  }

  /**
   * Allows uploading more than one file ({@code allow_multiple_files}).
   *
   * @return this question
   */
  public FormQuestion allowMultipleFiles() {
    fields().allowMultipleFiles(true);
    return this;
  }

  /**
   * Sets the distance between two values of a slider ({@code slider_step}).
   *
   * @param step the distance
   * @return this question
   */
  public FormQuestion sliderStep(double step) {
    fields().sliderStep(step);
    return this;
  }

  /**
   * Sets the type of the question as it stands on the wire ({@code question_type}), for a type that
   * has no method of its own yet.
   *
   * @param type the type
   * @return this question
   */
  public FormQuestion type(String type) {
    fields().questionType(type);
    return this;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form (modality {@code form}); the methods of {@link FormStepBuilder} set its
 * type. Not thread-safe.
 */
public final class FormQuestion extends Question<FormQuestion> {
  FormQuestion(String text) {
    super("form", text);
  }

  /**
   * Sets the answer that passes ({@code answer}).
   *
   * @param answer a JSON value: boolean, number, string or list
   * @return this question
   */
  public FormQuestion answer(@Nullable Object answer) {
    return set(fields -> fields.answer(answer));
  }

  /**
   * Disqualifies candidates who give another answer ({@code is_knockout}).
   *
   * @return this question
   */
  public FormQuestion knockout() {
    return set(fields -> fields.isKnockout(true));
  }

  /**
   * Requires an answer ({@code is_answer_mandated}).
   *
   * @return this question
   */
  public FormQuestion mandatory() {
    return set(fields -> fields.isAnswerMandated(true));
  }

  /**
   * Makes the answer optional ({@code is_answer_mandated: false}).
   *
   * @return this question
   */
  public FormQuestion optional() {
    return set(fields -> fields.isAnswerMandated(false));
  }

  /**
   * Sets how a number or date is compared with the expected answer ({@code operator}).
   *
   * @param operator {@code eq}, {@code neq}, {@code gt}, {@code gte}, {@code lt} or {@code lte}
   * @return this question
   */
  public FormQuestion operator(@Nullable String operator) {
    return set(fields -> fields.operator(operator));
  }

  /**
   * Sets the options of a dropdown as they stand on the wire ({@code dropdown_values}), in place of
   * the labels given with the question.
   *
   * @param values the options, in order
   * @return this question
   */
  public FormQuestion dropdownValues(@Nullable List<Map<String, String>> values) {
    return set(fields -> fields.dropdownValues(values));
  }

  /**
   * Sets how many options may be chosen ({@code mcq_type}).
   *
   * @param type {@code single} or {@code multiple}
   * @return this question
   */
  public FormQuestion mcqType(@Nullable String type) {
    return set(fields -> fields.mcqType(type));
  }

  /**
   * Sets which files may be uploaded ({@code file_types}).
   *
   * @param extensions file extensions
   * @return this question
   */
  public FormQuestion fileTypes(String... extensions) {
    return set(fields -> fields.fileTypes(List.of(extensions)));
  }

  /**
   * Allows uploading more than one file ({@code allow_multiple_files}).
   *
   * @return this question
   */
  public FormQuestion allowMultipleFiles() {
    return set(fields -> fields.allowMultipleFiles(true));
  }

  /**
   * Sets the step size of a slider ({@code slider_step}).
   *
   * @param step the distance
   * @return this question
   */
  public FormQuestion sliderStep(double step) {
    return set(fields -> fields.sliderStep(step));
  }

  /**
   * Sets the type of the question as it stands on the wire ({@code question_type}), for a type
   * without a method of its own.
   *
   * @param type the type
   * @return this question
   */
  public FormQuestion type(@Nullable String type) {
    return set(fields -> fields.questionType(type));
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.ResponseFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is extracted from a web interview (modality {@code voice_tags}): its text is the name
 * of the tag. Not thread-safe.
 */
public final class VoiceTag extends Question<VoiceTag> {
  VoiceTag(String text) {
    super("voice_tags", text);
  }

  /**
   * Sets the form of the extracted value ({@code response_format}).
   *
   * @param format text, number, date or freeform
   * @return this question
   */
  public VoiceTag responseFormat(@Nullable ResponseFormat format) {
    return set(fields -> fields.responseFormat(format == null ? null : format.getValue()));
  }

  /**
   * Sets how the value is extracted ({@code instructions}).
   *
   * @param instructions the text for the extracting agent
   * @return this question
   */
  public VoiceTag instructions(@Nullable String instructions) {
    return set(fields -> fields.instructions(instructions));
  }

  /**
   * Sets the values that are allowed ({@code options}).
   *
   * @param options the values, in order
   * @return this question
   */
  public VoiceTag options(String... options) {
    return set(fields -> fields.options(List.of(options)));
  }
}

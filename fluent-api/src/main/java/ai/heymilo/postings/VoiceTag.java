// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.ResponseFormat;
import java.util.List;

/**
 * A fact that is extracted from a web interview (modality {@code voice_tags}): its text is the name
 * of the tag. Not thread-safe.
 */
public final class VoiceTag extends Question<VoiceTag> {
  VoiceTag(String text) {
    super("voice_tags", text);
  }

  @Override
  VoiceTag self() {
    return this;
  }

  /**
   * Sets the form of the extracted value ({@code response_format}).
   *
   * @param format text, number, date or freeform
   * @return this question
   */
  public VoiceTag responseFormat(ResponseFormat format) {
    fields().responseFormat(format.getValue());
    return this;
  }

  /**
   * Says how to extract the value ({@code instructions}).
   *
   * @param instructions the text for the extracting agent
   * @return this question
   */
  public VoiceTag instructions(String instructions) {
    fields().instructions(instructions);
    return this;
  }

  /**
   * Sets the values that are allowed ({@code options}).
   *
   * @param options the values, in order
   * @return this question
   */
  public VoiceTag options(String... options) {
    fields().options(List.of(options));
    return this;
  }
}

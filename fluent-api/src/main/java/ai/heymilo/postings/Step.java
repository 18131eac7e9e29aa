// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.Json;
import ai.heymilo.generated.model.ConversationalSMSConfig;
import ai.heymilo.generated.model.FormConfig;
import ai.heymilo.generated.model.Readers;
import ai.heymilo.generated.model.ResumeConfig;
import ai.heymilo.generated.model.ValueReader;
import ai.heymilo.generated.model.WebInterviewConfig;
import ai.heymilo.generated.model.WorkflowStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of workflow step, with the types of its configuration. Immutable.
 *
 * @param <C> the configuration, as it is read
 * @param <U> a change of the configuration
 */
public final class Step<C, U> {
  /** Résumé screening, {@code resume}. */
  public static final Step<ResumeConfig, ResumeConfig.Builder> RESUME =
      new Step<>("resume", ResumeConfig.reader(), ResumeConfig.Builder::build);

  /** Text-message screening, {@code conversational_sms}. */
  public static final Step<ConversationalSMSConfig, ConversationalSMSConfig.Builder>
      CONVERSATIONAL_SMS =
          new Step<>(
              "conversational_sms",
              ConversationalSMSConfig.reader(),
              ConversationalSMSConfig.Builder::build);

  /** Voice or video interview, {@code web_interview}. */
  public static final Step<WebInterviewConfig, WebInterviewConfig.Builder> WEB_INTERVIEW =
      new Step<>("web_interview", WebInterviewConfig.reader(), WebInterviewConfig.Builder::build);

  /** Form, {@code form}. */
  public static final Step<FormConfig, FormConfig.Builder> FORM =
      new Step<>("form", FormConfig.reader(), FormConfig.Builder::build);

  private static final List<Step<?, ?>> KNOWN =
      List.of(RESUME, CONVERSATIONAL_SMS, WEB_INTERVIEW, FORM);

  private static final ValueReader<Map<String, @Nullable Object>> MAP = Readers.map(Readers.any());

  private final String type;
  private final ValueReader<C> configReader;
  private final Function<Consumer<U>, ?> build;

  private Step(String type, ValueReader<C> configReader, Function<Consumer<U>, ?> build) {
    this.type = type;
    this.configReader = configReader;
    this.build = build;
  }

  /**
   * Returns a type of step that the document does not know: its configuration is a map.
   *
   * @param type the type on the wire
   * @return the type of step
   */
  public static Step<Map<String, @Nullable Object>, RawConfigUpdate> of(String type) {
    return new Step<>(type, MAP, RawConfigUpdate::build);
  }

  /**
   * Returns the configuration of a step as the type that belongs to the step's own type; as a map
   * if that is one the document does not know.
   *
   * @param step a step of a posting
   * @return a {@link ResumeConfig}, {@link ConversationalSMSConfig}, {@link WebInterviewConfig},
   *     {@link FormConfig} or {@link Map}
   */
  public static Object configOf(WorkflowStep step) {
    for (Step<?, ?> known : KNOWN) {
      Optional<?> config = known.config(step);
      if (config.isPresent()) {
        return config.get();
      }
    }
    return step.getConfig();
  }

  /**
   * Returns the type as it stands on the wire.
   *
   * @return for example {@code resume}
   */
  public String type() {
    return type;
  }

  /**
   * Returns the configuration of a step, if the step is of this type. Keys that the document does
   * not know are kept as additional properties.
   *
   * @param step a step of a posting
   * @return the configuration; empty if the step is of another type
   * @throws IllegalArgumentException if a value has another type than in the document
   */
  public Optional<C> config(WorkflowStep step) {
    if (!type.equals(String.valueOf(step.getType()))) {
      return Optional.empty();
    }
    return Optional.of(Json.convert(step.getConfig(), configReader));
  }

  /** Returns what an update sends; the object itself is what is checked against limits. */
  Object built(Consumer<? super U> change) {
    return build.apply(change::accept);
  }

  static Map<String, @Nullable Object> asMap(Object config) {
    return Json.convert(config, MAP);
  }

  @Override
  public String toString() {
    return type;
  }
}

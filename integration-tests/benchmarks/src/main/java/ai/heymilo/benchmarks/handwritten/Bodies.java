// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.handwritten;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** What an engineer who needs these two requests would write for Jackson to read. */
public final class Bodies {
  private Bodies() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public static final class Posting {
    public String title;
    public String description;
    public List<Step> workflow;
    public String language;

    @JsonProperty("interviewer_name")
    public String interviewerName;

    @JsonProperty("max_retakes")
    public Integer maxRetakes;

    public Map<String, String> metadata;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public static final class Step {
    public String type;
    public Config config;
    public List<Question> questions;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public static final class Config {
    public String instructions;
    public Boolean mandatory;

    @JsonProperty("knockout_enabled")
    public Boolean knockoutEnabled;

    @JsonProperty("min_evaluation_score")
    public Double minEvaluationScore;

    @JsonProperty("num_questions")
    public Integer numQuestions;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public static final class Question {
    public String modality;
    public String text;

    @JsonProperty("evaluation_criteria")
    public String evaluationCriteria;

    @JsonProperty("score_of_1")
    public String scoreOf1;

    @JsonProperty("score_of_5")
    public String scoreOf5;

    @JsonProperty("question_type")
    public String questionType;

    @JsonProperty("expected_answer")
    public String expectedAnswer;

    @JsonProperty("is_dealbreaker")
    public Boolean isDealbreaker;

    @JsonProperty("dropdown_values")
    public List<Map<String, String>> dropdownValues;

    @JsonProperty("score_weight")
    public Integer scoreWeight;

    @JsonProperty("min_follow_ups")
    public Integer minFollowUps;

    @JsonProperty("max_follow_ups")
    public Integer maxFollowUps;

    @JsonProperty("is_answer_mandated")
    public Boolean isAnswerMandated;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public static final class Bulk {
    public List<Candidate> data;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public static final class Candidate {
    public String name;
    public String email;

    @JsonProperty("phone_number")
    public String phoneNumber;

    public Map<String, String> metadata;
    public Map<String, Object> data;
  }
}

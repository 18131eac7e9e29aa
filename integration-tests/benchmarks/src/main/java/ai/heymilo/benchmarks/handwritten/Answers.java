// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.handwritten;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** What an engineer who needs these two answers would write for Jackson to fill. */
public final class Answers {
  private Answers() {}

  public static final class CandidatePage {
    public List<Candidate> data;
    public Pagination pagination;
  }

  public static final class Pagination {
    @JsonProperty("has_more")
    public boolean hasMore;

    @JsonProperty("total_count")
    public Integer totalCount;

    public String url;
  }

  public static final class Candidate {
    public String object;

    @JsonProperty("interview_id")
    public String interviewId;

    @JsonProperty("candidate_id")
    public String candidateId;

    @JsonProperty("posting_id")
    public String postingId;

    public String name;
    public String email;
    public Double score;
    public String status;

    @JsonProperty("interview_url")
    public String interviewUrl;

    public Workflow workflow;

    @JsonProperty("agent_summary")
    public AgentSummary agentSummary;

    public boolean shortlisted;
    public boolean dismissed;
    public Map<String, String> metadata;
    public Map<String, Object> data;

    @JsonProperty("interviewed_at")
    public Double interviewedAt;

    @JsonProperty("created_at")
    public Double createdAt;
  }

  public static final class Workflow {
    public List<StepStatus> steps;

    @JsonProperty("all_complete")
    public boolean allComplete;

    @JsonProperty("last_activity_at")
    public Double lastActivityAt;
  }

  public static final class StepStatus {
    @JsonProperty("step_id")
    public String stepId;

    public int order;
    public String status;
    public boolean started;
    public boolean completed;

    @JsonProperty("knocked_out")
    public boolean knockedOut;

    @JsonProperty("last_updated_at")
    public Double lastUpdatedAt;
  }

  public static final class AgentSummary {
    public Resume resume;

    @JsonProperty("web_interview")
    public WebInterview webInterview;

    public Sms sms;
    public Form form;
  }

  public static final class Resume {
    @JsonProperty("resume_score")
    public Double resumeScore;

    @JsonProperty("is_eligible")
    public Boolean isEligible;

    @JsonProperty("resume_link")
    public String resumeLink;
  }

  public static final class WebInterview {
    public Double score;
    public List<String> highlights;

    @JsonProperty("audio_recording_link")
    public String audioRecordingLink;

    @JsonProperty("video_recording_link")
    public String videoRecordingLink;
  }

  public static final class Sms {
    @JsonProperty("is_eligible")
    public Boolean isEligible;

    @JsonProperty("criteria_passed")
    public List<String> criteriaPassed;

    @JsonProperty("criteria_failed")
    public List<String> criteriaFailed;

    @JsonProperty("messages_sent")
    public Integer messagesSent;
  }

  public static final class Form {
    @JsonProperty("is_complete")
    public Boolean isComplete;

    @JsonProperty("is_eligible")
    public Boolean isEligible;

    @JsonProperty("questions_answered")
    public Integer questionsAnswered;

    @JsonProperty("total_questions")
    public Integer totalQuestions;
  }

  public static final class SinglePosting {
    public Posting data;
    public Map<String, Object> meta;
  }

  public static final class SingleCreated {
    public Created data;
  }

  public static final class Created {
    public String id;
    public String status;
    public Urls urls;

    @JsonProperty("created_at")
    public double createdAt;
  }

  public static final class Posting {
    public String object;
    public String id;

    @JsonProperty("company_id")
    public String companyId;

    public String title;
    public String name;
    public String description;
    public String language;

    @JsonProperty("interviewer_name")
    public String interviewerName;

    public String status;
    public boolean finalized;
    public boolean archived;

    @JsonProperty("test_posting")
    public boolean testPosting;

    public List<Step> workflow;
    public Urls urls;
    public Double deadline;

    @JsonProperty("redirect_url")
    public String redirectUrl;

    @JsonProperty("scheduling_url")
    public String schedulingUrl;

    @JsonProperty("max_retakes")
    public Integer maxRetakes;

    @JsonProperty("allow_sms_comms")
    public Boolean allowSmsComms;

    public String instructions;

    @JsonProperty("company_overview")
    public String companyOverview;

    @JsonProperty("job_overview")
    public String jobOverview;

    @JsonProperty("interview_process_overview")
    public String interviewProcessOverview;

    @JsonProperty("company_overview_delivery_mode")
    public String companyOverviewDeliveryMode;

    @JsonProperty("job_overview_delivery_mode")
    public String jobOverviewDeliveryMode;

    @JsonProperty("interview_process_overview_delivery_mode")
    public String interviewProcessOverviewDeliveryMode;

    @JsonProperty("phone_number_id")
    public String phoneNumberId;

    @JsonProperty("sender_email_id")
    public String senderEmailId;

    @JsonProperty("email_template_group_id")
    public String emailTemplateGroupId;

    @JsonProperty("design_template_group_id")
    public String designTemplateGroupId;

    @JsonProperty("retake_cooldown_days")
    public Double retakeCooldownDays;

    @JsonProperty("email_report_to_candidate")
    public Boolean emailReportToCandidate;

    @JsonProperty("ats_metadata")
    public Map<String, Object> atsMetadata;

    public Map<String, String> metadata;

    @JsonProperty("created_at")
    public Double createdAt;

    @JsonProperty("updated_at")
    public Double updatedAt;
  }

  public static final class Step {
    public String id;
    public String type;
    public int order;
    public Map<String, Object> config;
  }

  public static final class Urls {
    @JsonProperty("candidate_url")
    public String candidateUrl;

    @JsonProperty("ingestion_url_key")
    public String ingestionUrlKey;

    @JsonProperty("review_url")
    public String reviewUrl;
  }
}

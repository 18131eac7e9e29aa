// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.data;

import ai.heymilo.benchmarks.handwritten.Bodies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is sent: a posting of 4 steps and 25 questions, and candidates in bulk. */
public final class Requests {
  private Requests() {}

  /** A posting with 7 questions about the résumé, 5 by text message, 7 by voice and 6 in a form. */
  public static Bodies.Posting posting() {
    Words words = new Words(11);
    Bodies.Posting posting = new Bodies.Posting();
    posting.title = "Senior Java Engineer";
    posting.description = words.sentence(0, 60) + words.sentence(1, 40) + words.sentence(2, 20);
    posting.language = "en";
    posting.interviewerName = "Zoë";
    posting.maxRetakes = 2;
    posting.metadata = Map.of("team", "payments");
    posting.workflow = List.of(resume(words), sms(words), webInterview(words), form(words));
    return posting;
  }

  private static Bodies.Step resume(Words words) {
    Bodies.Step step = step("resume", words);
    step.config.mandatory = true;
    step.config.minEvaluationScore = 0.6;
    for (int i = 0; i < 7; i++) {
      Bodies.Question question = question(step, "resume_scoring", words, i);
      question.evaluationCriteria = words.sentence(i, 15);
      question.scoreOf1 = words.sentence(i, 6);
      question.scoreOf5 = words.sentence(i, 6);
      question.scoreWeight = i % 6;
    }
    return step;
  }

  private static Bodies.Step sms(Words words) {
    Bodies.Step step = step("conversational_sms", words);
    step.config.knockoutEnabled = true;
    step.config.numQuestions = 5;
    for (int i = 0; i < 5; i++) {
      Bodies.Question question = question(step, "sms", words, i);
      question.questionType = "YES_NO";
      question.expectedAnswer = "yes";
      question.isDealbreaker = i == 0;
    }
    return step;
  }

  private static Bodies.Step webInterview(Words words) {
    Bodies.Step step = step("web_interview", words);
    step.config.minEvaluationScore = 0.55;
    step.config.numQuestions = 7;
    for (int i = 0; i < 7; i++) {
      Bodies.Question question = question(step, "voice", words, i);
      question.questionType = "scored";
      question.evaluationCriteria = words.sentence(i, 20);
      question.scoreWeight = 3;
      question.minFollowUps = 1;
      question.maxFollowUps = 3;
    }
    return step;
  }

  private static Bodies.Step form(Words words) {
    Bodies.Step step = step("form", words);
    step.config.knockoutEnabled = false;
    for (int i = 0; i < 6; i++) {
      Bodies.Question question = question(step, "form", words, i);
      question.questionType = "dropdown";
      question.dropdownValues =
          List.of(Map.of("value", "Berlin"), Map.of("value", "東京"), Map.of("value", "Remote 🌍"));
      question.isAnswerMandated = true;
    }
    return step;
  }

  private static Bodies.Step step(String type, Words words) {
    Bodies.Step step = new Bodies.Step();
    step.type = type;
    step.config = new Bodies.Config();
    step.config.instructions = words.sentence(type.length(), 20);
    step.questions = new ArrayList<>();
    return step;
  }

  private static Bodies.Question question(Bodies.Step step, String modality, Words words, int i) {
    Bodies.Question question = new Bodies.Question();
    question.modality = modality;
    question.text = words.sentence(i, 12);
    step.questions.add(question);
    return question;
  }

  /** Candidates to take in. */
  public static Bodies.Bulk bulk(int count) {
    Words words = new Words(13);
    Bodies.Bulk bulk = new Bodies.Bulk();
    bulk.data = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Bodies.Candidate candidate = new Bodies.Candidate();
      candidate.name = words.name(i);
      candidate.email = "candidate" + i + "@example.org";
      candidate.phoneNumber = "+4930" + (1_000_000 + i);
      candidate.metadata = Map.of("external_id", "ext-" + i);
      candidate.data = Map.of("cover_letter", words.sentence(i, 40));
      bulk.data.add(candidate);
    }
    return bulk;
  }
}

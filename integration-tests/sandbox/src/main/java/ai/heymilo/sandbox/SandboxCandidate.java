// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.sandbox.internal.state.Candidate;
import ai.heymilo.sandbox.internal.state.Store;

/**
 * A candidate in the sandbox, to be moved along as the candidate and the recruiter would. Methods
 * return the candidate itself, so that moves can be chained. This class is thread-safe.
 */
public final class SandboxCandidate {
  private final Store store;
  private final Candidate candidate;

  SandboxCandidate(Store store, Candidate candidate) {
    this.store = store;
    this.candidate = candidate;
  }

  /** Returns the {@code interview_id}. */
  public String interviewId() {
    return candidate.interviewId();
  }

  /** Returns the status in the document's words, such as {@code in_progress}. */
  public String status() {
    synchronized (store) {
      return candidate.status();
    }
  }

  /**
   * Starts the first step that is not completed.
   *
   * @throws IllegalStateException when every step is completed
   */
  public SandboxCandidate start() {
    synchronized (store) {
      candidate.start(store.now());
    }
    return this;
  }

  /**
   * Completes the first step that is not completed. After the last one the status is {@code
   * evaluating}, until there is a score.
   *
   * @throws IllegalStateException when every step is completed
   */
  public SandboxCandidate completeStep() {
    synchronized (store) {
      candidate.completeStep(store.now());
    }
    return this;
  }

  /** Completes the steps that are left; without a score the status is {@code evaluating}. */
  public SandboxCandidate completeSteps() {
    synchronized (store) {
      candidate.completeSteps(store.now());
    }
    return this;
  }

  /**
   * Completes the steps that are left, and gives the overall score: the status is {@code
   * completed}.
   *
   * @param score 0–100
   * @throws IllegalArgumentException when {@code score} is outside of that
   */
  public SandboxCandidate complete(double score) {
    if (!(score >= 0 && score <= 100)) {
      throw new IllegalArgumentException("score must be within 0–100, was " + score);
    }
    synchronized (store) {
      candidate.completeSteps(store.now());
      candidate.score(score);
    }
    return this;
  }

  /**
   * Disqualifies the candidate at the first step that is not completed.
   *
   * @throws IllegalStateException when every step is completed
   */
  public SandboxCandidate knockOut() {
    synchronized (store) {
      candidate.knockOut(store.now());
    }
    return this;
  }

  /** Shortlists the candidate, as a recruiter would. */
  public SandboxCandidate shortlist() {
    synchronized (store) {
      candidate.shortlist();
    }
    return this;
  }

  /** Dismisses the candidate, as a recruiter would. */
  public SandboxCandidate dismiss() {
    synchronized (store) {
      candidate.dismiss();
    }
    return this;
  }
}

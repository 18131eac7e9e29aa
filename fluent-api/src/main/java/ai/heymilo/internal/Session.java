// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.errors.InvalidRequestException;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.Operation;
import ai.heymilo.generated.api.CandidatesApi;
import ai.heymilo.generated.api.CandidatesApiAsync;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.api.InterviewersApiAsync;
import ai.heymilo.generated.model.Violation;
import java.util.List;

/** The stubs that all resources of a client share, and the check that goes before each call. */
public final class Session {
  private final ClientOptions options;
  private final InterviewersApi interviewers;
  private final InterviewersApiAsync interviewersAsync;
  private final CandidatesApi candidates;
  private final CandidatesApiAsync candidatesAsync;

  /** Creates one that sends with a client. */
  public Session(ApiClient client, ClientOptions options) {
    this.options = options;
    this.interviewers = new InterviewersApi(client);
    this.interviewersAsync = new InterviewersApiAsync(client);
    this.candidates = new CandidatesApi(client);
    this.candidatesAsync = new CandidatesApiAsync(client);
  }

  public InterviewersApi interviewers() {
    return interviewers;
  }

  public InterviewersApiAsync interviewersAsync() {
    return interviewersAsync;
  }

  public CandidatesApi candidates() {
    return candidates;
  }

  public CandidatesApiAsync candidatesAsync() {
    return candidatesAsync;
  }

  /** Returns the settings of the calls. */
  public ClientOptions options() {
    return options;
  }

  /**
   * Refuses a request that is out of the document's limits, unless the client was told not to
   * check.
   *
   * @throws InvalidRequestException with everything that was found
   */
  public void check(Operation operation, List<Violation> violations) {
    if (options.checksLimits()) {
      refuse(operation, violations);
    }
  }

  /** Refuses a request for which there are findings, whatever the client was told. */
  public static void refuse(Operation operation, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw InvalidRequestException.of(operation, violations);
    }
  }
}

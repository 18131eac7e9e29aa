// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.generated.Operation;
import ai.heymilo.generated.model.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** The request violates the limits of the API, or is an empty update. Nothing was sent. */
public final class InvalidRequestException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  private InvalidRequestException(
      ErrorDetails details, String message, List<Violation> violations) {
    super(details, message, null);
    this.violations = List.copyOf(violations);
  }

  /**
   * Creates an exception that lists all violations of one request.
   *
   * @param operation the operation
   * @param violations at least one
   * @return the exception
   */
  public static InvalidRequestException of(Operation operation, List<Violation> violations) {
    String findings =
        violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    return new InvalidRequestException(
        ErrorDetails.of(operation), operation.id() + " was not sent: " + findings, violations);
  }

  /**
   * Creates an exception for a request that is wrong as a whole.
   *
   * @param operation the operation
   * @param message the reason, without personal data
   * @return the exception
   */
  public static InvalidRequestException of(Operation operation, String message) {
    return new InvalidRequestException(
        ErrorDetails.of(operation), operation.id() + " was not sent: " + message, List.of());
  }

  /**
   * Returns every violation of the API's limits, unmodifiable; empty if the request is wrong as a
   * whole, and in an exception that was serialised.
   */
  @SuppressWarnings("NullAway") // null after deserialisation, and then alone
  public List<Violation> violations() {
    return violations == null ? List.of() : violations;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.generated.Operation;
import ai.heymilo.generated.model.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** A request that the API would refuse, or that says nothing. Nothing was sent. */
public final class InvalidRequestException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  private InvalidRequestException(
      ErrorDetails details, String message, List<Violation> violations) {
    super(details, message, null);
    this.violations = List.copyOf(violations);
  }

  /**
   * Creates an exception that holds all findings of one request.
   *
   * @param operation what the request was for
   * @param violations what is wrong, at least one
   * @return the exception
   */
  public static InvalidRequestException of(Operation operation, List<Violation> violations) {
    String findings =
        violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    return new InvalidRequestException(
        ErrorDetails.of(operation), operation.id() + " was not sent: " + findings, violations);
  }

  /**
   * Creates an exception for one finding that belongs to no field.
   *
   * @param operation what the request was for
   * @param message what is wrong; it must hold no personal data
   * @return the exception
   */
  public static InvalidRequestException of(Operation operation, String message) {
    return new InvalidRequestException(
        ErrorDetails.of(operation), operation.id() + " was not sent: " + message, List.of());
  }

  /**
   * Returns everything that is out of the limits of the API, unmodifiable; empty if the request is
   * wrong as a whole, and in an exception that was serialised.
   */
  @SuppressWarnings("NullAway") // null after deserialisation, and then alone
  public List<Violation> violations() {
    return violations == null ? List.of() : violations;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.document.Finding;
import ai.heymilo.sandbox.internal.operations.Refusal;
import java.util.List;

/** The errors that no operation is the cause of. */
final class Failures {
  private Failures() {}

  /** Returns the error of a request that the document has no operation for: 404 or 405. */
  static Refusal noSuchOperation(ApiDocument document, SandboxRequest request) {
    return document.hasPath(request.path())
        ? Refusal.of(
            405,
            "invalid_request_error",
            "method_not_allowed",
            request.method() + " is not for " + request.path(),
            null)
        : Refusal.of(
            404,
            "not_found_error",
            "path_not_found",
            "The document has no path " + request.path(),
            null);
  }

  /** Returns an error that a test asked for. */
  static Refusal onDemand(int status) {
    String message = "Status " + status + " on demand";
    return status == 422
        ? Refusal.invalid(List.of(Finding.of(List.of("body"), message, "on_demand")))
        : Refusal.of(
            status,
            status < 500 ? "invalid_request_error" : "api_error",
            "on_demand",
            message,
            null);
  }

  /** Returns the error of an answer that the document would not allow: 500. */
  static Refusal drifted(ApiOperation operation, int status, List<Finding> drift) {
    return internal(
        500,
        "sandbox_drifted",
        "The answer of "
            + operation.id()
            + " with status "
            + status
            + " is not what the document says: "
            + drift);
  }

  /** Returns an error of the sandbox itself. */
  static Refusal internal(int status, String code, String message) {
    return Refusal.of(status, "api_error", code, message, null);
  }
}

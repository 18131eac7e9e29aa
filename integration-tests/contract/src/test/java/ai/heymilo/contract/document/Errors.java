// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.BadRequestException;
import ai.heymilo.errors.FieldError;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.NotFoundException;
import ai.heymilo.errors.RateLimitException;
import ai.heymilo.errors.StatusException;
import ai.heymilo.errors.UnauthorizedException;
import ai.heymilo.errors.UnexpectedStatusException;
import ai.heymilo.errors.ValidationException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an error of the server is for the caller. */
final class Errors {
  /** The schemas of the two shapes that bodies of errors have. */
  static final List<String> SHAPES = List.of("APIErrorResponse", "HTTPValidationError");

  private static final Map<Integer, Class<? extends StatusException>> TYPES =
      Map.of(
          400, BadRequestException.class,
          401, UnauthorizedException.class,
          404, NotFoundException.class,
          422, ValidationException.class,
          429, RateLimitException.class);

  private Errors() {}

  /**
   * Asserts the type of an error, and that what the server said is in it.
   *
   * @param body what the server said; null if it is not JSON
   */
  static void assertTyped(Documented operation, int status, JsonNode body, HeyMiloException error) {
    assertThat(error.status()).isEqualTo(status);
    assertThat(error.operationId()).isEqualTo(operation.id());
    assertThat(error.pathTemplate()).isEqualTo(operation.path());
    assertThat(error.attempts()).isEqualTo(1);
    assertThat(answered(operation, status, error))
        .isExactlyInstanceOf(TYPES.getOrDefault(status, UnexpectedStatusException.class));
    if (body == null) {
      assertThat(error.serverMessage()).isNull();
    } else if (body.path("error").isObject()) {
      assertVendorsShape(body.path("error"), error);
    } else {
      assertFrameworksShape(body.path("detail"), error);
    }
  }

  /** After a 5xx nobody knows whether a write was applied, and the error says so. */
  private static Throwable answered(Documented operation, int status, HeyMiloException error) {
    boolean inDoubt = status >= 500 && !operation.method().equals("GET");
    assertThat(error.mayHaveBeenApplied()).isEqualTo(inDoubt);
    if (inDoubt) {
      assertThat(error).isExactlyInstanceOf(AmbiguousWriteException.class);
      return error.getCause();
    }
    return error;
  }

  private static void assertVendorsShape(JsonNode body, HeyMiloException error) {
    assertThat(error.type()).isEqualTo(body.path("type").asText());
    assertThat(error.code()).isEqualTo(body.path("code").asText());
    assertThat(error.serverMessage()).isEqualTo(body.path("message").asText());
    List<String> params = new ArrayList<>();
    body.path("errors").forEach(field -> params.add(field.path("param").asText("")));
    if (params.isEmpty() && body.hasNonNull("param")) {
      params.add(body.path("param").asText());
    }
    assertThat(error.fieldErrors())
        .extracting(FieldError::path)
        .usingElementComparator(Errors::sameOrNull)
        .containsExactlyElementsOf(params);
  }

  private static int sameOrNull(String found, String wanted) {
    return found.equals(wanted.equals("null") ? "" : wanted) ? 0 : 1;
  }

  private static void assertFrameworksShape(JsonNode detail, HeyMiloException error) {
    List<String> messages = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    detail.forEach(
        finding -> {
          messages.add(finding.path("msg").asText());
          codes.add(finding.path("type").asText());
          String last = finding.path("loc").path(finding.path("loc").size() - 1).asText();
          assertThat(error.fieldErrors().get(messages.size() - 1).path()).contains(last);
        });
    assertThat(error.fieldErrors()).extracting(FieldError::message).isEqualTo(messages);
    assertThat(error.fieldErrors()).extracting(FieldError::code).isEqualTo(codes);
  }
}

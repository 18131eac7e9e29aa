// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.generated.Json;
import ai.heymilo.generated.model.Readers;
import ai.heymilo.sandbox.internal.document.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times of a request, which the document describes in words. */
final class WordedTimes {
  private WordedTimes() {}

  /** Returns the {@code deadline} of a request, null when it has none or a null. */
  static @Nullable Instant deadline(JsonNode request) {
    if (!request.hasNonNull("deadline")) {
      return null;
    }
    return time(request.path("deadline").asText(), List.of("body", "deadline"));
  }

  /**
   * Reads an ISO 8601 date or date-time, UTC unless it says otherwise, or a number of seconds since
   * 1970: of {@code created_after} the document says the one here and the other there.
   */
  static Instant time(String text, List<?> location) {
    try {
      return Json.convert(text, Readers.instant());
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(
          List.of(
              Finding.of(
                  location,
                  "must be an ISO 8601 date-time, was '" + text + "'",
                  "datetime_parsing")));
    }
  }
}

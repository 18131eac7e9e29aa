// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.document.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
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
    if (text.matches("\\d{1,11}(\\.\\d{1,9})?")) {
      return Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue());
    }
    try {
      TemporalAccessor read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return read instanceof OffsetDateTime
          ? ((OffsetDateTime) read).toInstant()
          : ((LocalDateTime) read).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return date(text, location);
    }
  }

  private static Instant date(String text, List<?> location) {
    try {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw Refusal.invalid(
          List.of(
              Finding.of(
                  location,
                  "must be an ISO 8601 date-time, was '" + text + "'",
                  "datetime_parsing")));
    }
  }
}

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The limits that the document states in words only. */
final class Words {
  private static final int METADATA_KEYS = 50;
  private static final int METADATA_KEY_LENGTH = 40;
  private static final int METADATA_VALUE_LENGTH = 500;

  private Words() {}

  /** Checks {@code metadata}: up to 50 keys of up to 40 characters, values of up to 500. */
  static void check(JsonNode request) {
    List<Finding> findings = metadata(request, List.of("body"));
    if (!findings.isEmpty()) {
      throw Refusal.invalid(findings);
    }
  }

  /** Returns what is wrong with the {@code metadata} of the object at {@code location}. */
  static List<Finding> metadata(JsonNode request, List<?> location) {
    List<Finding> findings = new ArrayList<>();
    JsonNode metadata = request.path("metadata");
    if (metadata.size() > METADATA_KEYS) {
      findings.add(
          Finding.of(
              below(location, "metadata"),
              "must have at most 50 keys, had " + metadata.size(),
              "too_long"));
    }
    for (Map.Entry<String, JsonNode> entry : metadata.properties()) {
      String key = entry.getKey();
      if (length(key) > METADATA_KEY_LENGTH) {
        findings.add(
            Finding.of(
                below(location, "metadata", key),
                "the key must have at most 40 characters, had " + length(key),
                "string_too_long"));
      }
      if (length(entry.getValue().asText()) > METADATA_VALUE_LENGTH) {
        findings.add(
            Finding.of(
                below(location, "metadata", key),
                "must have at most 500 characters, had " + length(entry.getValue().asText()),
                "string_too_long"));
      }
    }
    return findings;
  }

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

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static List<Object> below(List<?> location, Object... more) {
    List<Object> below = new ArrayList<>(location);
    below.addAll(List.of(more));
    return below;
  }
}

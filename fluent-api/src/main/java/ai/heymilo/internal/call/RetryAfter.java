// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a server asks to wait: {@code Retry-After} in seconds or as a date, else the reset
 * of {@code RateLimit} headers, in seconds or as a time of day. The names of the API's own headers
 * are not published, so all that are in use are understood. What cannot be read is as good as not
 * said; of several values the longest counts.
 */
final class RetryAfter {
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,99}(\\.\\d{0,9})?([eE]\\+?\\d{1,3})?");
  private static final Pattern RESET_PARAMETER =
      Pattern.compile("(?:^|[;,\\s])(?:t|reset)=(\\d{1,15})");
  private static final List<String> RESETS =
      List.of("RateLimit-Reset", "X-RateLimit-Reset", "X-Rate-Limit-Reset", "RateLimit");

  /** The form of RFC 9110, and the two that it says must still be understood. */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
              .appendPattern(" HH:mm:ss z")
              .toFormatter(Locale.US),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US)
              .withZone(ZoneOffset.UTC));

  /** Ten years: longer than any deadline, and short enough to calculate with. */
  private static final double MOST_SECONDS = 315_360_000;

  /** A reset above this is a time since 1970 and no wait: thirty years of waiting are not meant. */
  private static final double EPOCH_SECONDS = 1_000_000_000;

  private static final double EPOCH_MILLIS = EPOCH_SECONDS * 1000;

  private final HttpHeaders headers;
  private final Instant now;

  private RetryAfter(HttpHeaders headers, Instant now) {
    this.headers = headers;
    this.now = now;
  }

  /**
   * Reads the headers of an answer.
   *
   * @param now the time, in case the server does not send its own ({@code Date})
   * @param refused whether the answer is a 429: many APIs say with any other, too, when the quota
   *     starts anew, and mean no wait
   * @return the wait, zero or more; null if the server does not say
   */
  static @Nullable Duration of(HttpHeaders headers, Instant now, boolean refused) {
    Instant date = date(headers.firstValue("Date").orElse(""));
    RetryAfter reader = new RetryAfter(headers, date == null ? now : date);
    Duration said = reader.longest("Retry-After");
    for (int i = 0; refused && said == null && i < RESETS.size(); i++) {
      said = reader.longest(RESETS.get(i));
    }
    return said;
  }

  private @Nullable Duration longest(String header) {
    Duration longest = null;
    for (String value : headers.allValues(header)) {
      Duration wait = header.equals("Retry-After") ? retryAfter(value.trim()) : reset(value.trim());
      if (wait != null && (longest == null || wait.compareTo(longest) > 0)) {
        longest = wait;
      }
    }
    return longest;
  }

  private @Nullable Duration retryAfter(String value) {
    if (NUMBER.matcher(value).matches()) {
      return seconds(Double.parseDouble(value));
    }
    Instant date = date(value);
    return date == null ? null : until(date);
  }

  private @Nullable Duration reset(String value) {
    Matcher parameter = RESET_PARAMETER.matcher(value);
    Duration longest = null;
    while (parameter.find()) {
      Duration wait = resetValue(parameter.group(1));
      if (wait != null && (longest == null || wait.compareTo(longest) > 0)) {
        longest = wait;
      }
    }
    return longest != null ? longest : resetValue(value);
  }

  private @Nullable Duration resetValue(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return retryAfter(text);
    }
    double number = Double.parseDouble(text);
    if (number < EPOCH_SECONDS) {
      return seconds(number);
    }
    return until(Instant.ofEpochMilli((long) (number < EPOCH_MILLIS ? number * 1000 : number)));
  }

  private Duration until(Instant date) {
    Duration wait = Duration.between(now, date);
    return wait.isNegative() ? Duration.ZERO : seconds(Math.ceil(wait.toMillis() / 1000.0));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) Math.ceil(Math.min(seconds, MOST_SECONDS) * 1000));
  }

  private static @Nullable Instant date(String value) {
    for (DateTimeFormatter form : DATES) {
      try {
        return ZonedDateTime.parse(value, form).toInstant();
      } catch (DateTimeException e) {
        // not of this form, perhaps of the next
      }
    }
    return null;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{0,9})?([eE]\\+?\\d)?");
  private static final Pattern RESET_PARAMETER =
      Pattern.compile("(?:^|[;,\\s])(?:t|reset)=(\\d{1,15})");
  private static final List<String> RESETS =
      List.of("RateLimit-Reset", "X-RateLimit-Reset", "X-Rate-Limit-Reset", "RateLimit");

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
   * @return the wait, zero or more; null if the server does not say
   */
  static @Nullable Duration of(HttpHeaders headers, Instant now) {
    Instant date = date(headers.firstValue("Date").orElse(""));
    RetryAfter reader = new RetryAfter(headers, date == null ? now : date);
    Duration said = reader.longest("Retry-After");
    for (int i = 0; said == null && i < RESETS.size(); i++) {
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
    String text = parameter.find() ? parameter.group(1) : value;
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
    try {
      return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null; // not a date
    }
  }
}

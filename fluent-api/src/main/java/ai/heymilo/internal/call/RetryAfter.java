// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toList;

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
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a server asks to wait: {@code Retry-After} in seconds or as a date, else the reset
 * of {@code RateLimit} headers, in seconds or as a time of day. The names of the API's own headers
 * are not published, so all common ones are understood. Values that cannot be read are ignored; of
 * several values the longest counts.
 */
final class RetryAfter {
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,99}(\\.\\d{0,9})?([eE]\\+?\\d{1,3})?");
  private static final Pattern RESET_PARAMETER =
      Pattern.compile("(?:^|[;,\\s])(?:t|reset)=(\\d{1,15})");
  private static final List<String> RESETS =
      List.of("RateLimit-Reset", "X-RateLimit-Reset", "X-Rate-Limit-Reset", "RateLimit");

  /** The format of RFC 9110, and the two older ones that it requires clients to accept. */
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

  /** A reset above this is a time since 1970, not a wait of thirty years. */
  private static final double EPOCH_SECONDS = 1_000_000_000;

  private static final double EPOCH_MILLIS = EPOCH_SECONDS * 1000;

  private final Instant now;

  private RetryAfter(Instant now) {
    this.now = now;
  }

  /**
   * Reads the headers of a response.
   *
   * @param now the time, used if the server does not send its own ({@code Date})
   * @param refused whether the status is 429: with other statuses many APIs announce when the quota
   *     is renewed, and ask for no wait
   * @return the wait, zero or more; null if the server names none
   */
  static @Nullable Duration of(HttpHeaders headers, Instant now, boolean refused) {
    RetryAfter reader = new RetryAfter(date(headers.firstValue("Date").orElse("")).orElse(now));
    Optional<Duration> wait = longest(headers.allValues("Retry-After"), reader::retryAfter);
    for (int i = 0; refused && wait.isEmpty() && i < RESETS.size(); i++) {
      wait = longest(headers.allValues(RESETS.get(i)), reader::reset);
    }
    return wait.orElse(null);
  }

  private static Optional<Duration> longest(
      List<String> values, Function<String, Optional<Duration>> reader) {
    return values.stream()
        .flatMap(value -> reader.apply(value.trim()).stream())
        .max(naturalOrder());
  }

  private Optional<Duration> retryAfter(String value) {
    return NUMBER.matcher(value).matches()
        ? Optional.of(seconds(Double.parseDouble(value)))
        : date(value).map(this::until);
  }

  private Optional<Duration> reset(String value) {
    List<String> parameters =
        RESET_PARAMETER.matcher(value).results().map(found -> found.group(1)).collect(toList());
    return longest(parameters.isEmpty() ? List.of(value) : parameters, this::resetValue);
  }

  private Optional<Duration> resetValue(String text) {
    if (!NUMBER.matcher(text).matches() || Double.parseDouble(text) < EPOCH_SECONDS) {
      return retryAfter(text);
    }
    double number = Double.parseDouble(text);
    double millis = number < EPOCH_MILLIS ? number * 1000 : number;
    return Optional.of(until(Instant.ofEpochMilli((long) millis)));
  }

  private Duration until(Instant date) {
    Duration wait = Duration.between(now, date);
    return wait.isNegative() ? Duration.ZERO : seconds(Math.ceil(wait.toMillis() / 1000.0));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) Math.ceil(Math.min(seconds, MOST_SECONDS) * 1000));
  }

  private static Optional<Instant> date(String value) {
    for (DateTimeFormatter form : DATES) {
      try {
        return Optional.of(ZonedDateTime.parse(value, form).toInstant());
      } catch (DateTimeException e) {
        // not of this form, perhaps of the next
      }
    }
    return Optional.empty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

/** Points in time in the form that a schema has them: by its format, its words, or its name. */
public final class Times {
  private static final Pattern UNIX = Pattern.compile("(?i)unix|epoch|since 1970");
  private static final Pattern MILLIS = Pattern.compile("(?i)\\bmilli-?seconds?\\b|\\bms\\b");
  private static final Pattern ISO = Pattern.compile("(?i)\\bISO[ -]?8601\\b");

  private Times() {}

  /** Returns whether a field of this shape and name is a point in time. */
  public static boolean isTime(ObjectNode shape, String name) {
    String words = shape.path("description").asText();
    String type = shape.path("type").toString();
    if (type.contains("string")) {
      boolean plain = !shape.has("format") && !shape.has("pattern") && !shape.has("enum");
      return shape.path("format").asText().equals("date-time")
          || (plain && (name.endsWith("_at") || ISO.matcher(words).find()));
    }
    return (type.contains("number") || type.contains("integer"))
        && (name.endsWith("_at") || UNIX.matcher(words).find());
  }

  /** Returns {@code instant} as a value of {@code shape}, to the millisecond. */
  public static JsonNode of(ObjectNode shape, Instant instant) {
    if (shape.path("type").toString().contains("string")) {
      return JsonNodeFactory.instance.textNode(instant.toString());
    }
    BigDecimal seconds = BigDecimal.valueOf(instant.toEpochMilli(), 3);
    BigDecimal number = number(shape, seconds);
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return whole || shape.path("type").toString().contains("integer")
        ? LongNode.valueOf(number.longValue())
        : DecimalNode.valueOf(number);
  }

  static BigDecimal number(ObjectNode shape, BigDecimal seconds) {
    boolean millis = MILLIS.matcher(shape.path("description").asText()).find();
    return millis ? seconds.movePointRight(3) : seconds;
  }
}

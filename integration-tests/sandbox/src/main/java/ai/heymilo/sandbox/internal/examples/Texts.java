// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes strings within the limits of a schema, also those that only its words state. */
final class Texts {
  private static final Pattern QUOTED = Pattern.compile("'([A-Za-z0-9_.-]+)'");
  private static final Pattern EMAIL = Pattern.compile("(?i)\\be-?mail address\\b");
  private static final Pattern URL = Pattern.compile("(?i)(^|_)ur[il](_|$)");

  private final Amount amount;
  private final Random random;

  Texts(Amount amount, Random random) {
    this.amount = amount;
    this.random = random;
  }

  /** Returns the n-th key of a map whose keys have the schema {@code names}. */
  String key(JsonNode names, int n) {
    return names.isObject() ? of((ObjectNode) names, "key_" + n) : "key_" + n;
  }

  String of(ObjectNode shape, String name) {
    if (shape.has("pattern")) {
      return new PatternText(shape.get("pattern").asText(), random)
          .between(least(shape), most(shape));
    }
    return sized(worded(shape, name), shape);
  }

  private String worded(ObjectNode shape, String name) {
    String words = shape.path("description").asText();
    long seconds = 1_750_000_000L + random.nextInt(10_000_000);
    if (Times.isTime(shape, name)) {
      return Instant.ofEpochSecond(seconds).toString();
    }
    switch (shape.path("format").asText()) {
      case "date":
        return Instant.ofEpochSecond(seconds).toString().substring(0, 10);
      case "time":
        return Instant.ofEpochSecond(seconds).toString().substring(11);
      case "duration":
        return "PT" + (1 + random.nextInt(60)) + "M";
      case "uuid":
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x4000L,
                (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | Long.MIN_VALUE)
            .toString();
      case "email":
        return email();
      case "uri":
      case "url":
        return url(name);
      case "ipv4":
        return "192.0.2." + (1 + random.nextInt(250));
      case "ipv6":
        return "2001:db8::" + Integer.toHexString(1 + random.nextInt(65_000));
      case "hostname":
        return "host" + random.nextInt(1000) + ".heymilo.test";
      case "byte":
        return Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
      default:
    }
    if (words.contains("E.164")) {
      return "+4930" + (1_000_000 + random.nextInt(8_999_999));
    }
    if (EMAIL.matcher(words).find() || name.equals("email")) {
      return email();
    }
    if (URL.matcher(name).find()) {
      return url(name);
    }
    List<String> listed =
        QUOTED.matcher(words).results().map(Texts::first).collect(Collectors.toList());
    if (listed.size() > 1) {
      return listed.get(amount == Amount.MINIMAL ? 0 : random.nextInt(listed.size()));
    }
    String text = name.replace('_', ' ') + " " + (1 + random.nextInt(1000));
    return amount == Amount.RANDOM ? text + " \u2013 \uD83D\uDE80" : text;
  }

  private static String first(MatchResult result) {
    return result.group(1);
  }

  private String email() {
    return "someone" + random.nextInt(100_000) + "@example.org";
  }

  private String url(String name) {
    return "https://sandbox.heymilo.test/" + name.replace('_', '-') + "/" + random.nextInt(100_000);
  }

  private static String sized(String text, ObjectNode shape) {
    int size = text.codePointCount(0, text.length());
    String longer = text + "x".repeat(Math.max(0, least(shape) - size));
    int kept = Math.min(longer.codePointCount(0, longer.length()), most(shape));
    return longer.substring(0, longer.offsetByCodePoints(0, kept));
  }

  private static int least(ObjectNode shape) {
    return shape.path("minLength").asInt(0);
  }

  private static int most(ObjectNode shape) {
    return shape.path("maxLength").asInt(Integer.MAX_VALUE);
  }
}

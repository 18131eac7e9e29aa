// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes numbers within the limits of a schema. */
final class Numbers {
  private static final BigDecimal USUAL = BigDecimal.valueOf(100);
  private static final BigDecimal TIME = BigDecimal.valueOf(1_750_000_000L);

  private Numbers() {}

  static JsonNode of(ObjectNode shape, String name, Amount amount, Random random) {
    boolean whole = shape.path("type").toString().contains("integer");
    BigDecimal step =
        shape.has("multipleOf")
            ? shape.get("multipleOf").decimalValue()
            : whole ? BigDecimal.ONE : new BigDecimal("0.01");
    BigDecimal least = limit(shape, "minimum", "exclusiveMinimum", step, BigDecimal::max);
    BigDecimal most = limit(shape, "maximum", "exclusiveMaximum", step.negate(), BigDecimal::min);
    if (least == null) {
      least = most != null && most.signum() < 0 ? most.subtract(USUAL) : BigDecimal.ZERO;
    }
    BigDecimal time = Times.isTime(shape, name) ? Times.number(shape, TIME) : null;
    if (time != null && time.compareTo(least) >= 0) {
      least = time;
    }
    if (most == null) {
      most = least.add(USUAL);
    }
    BigDecimal first = least.divide(step, 0, RoundingMode.CEILING);
    long steps = most.divide(step, 0, RoundingMode.FLOOR).subtract(first).longValue();
    long chosen = amount == Amount.MINIMAL || steps < 1 ? 0 : (long) (random.nextDouble() * steps);
    BigDecimal value = first.add(BigDecimal.valueOf(chosen)).multiply(step);
    return whole && value.stripTrailingZeros().scale() <= 0
        ? JsonNodeFactory.instance.numberNode(value.longValue())
        : JsonNodeFactory.instance.numberNode(value);
  }

  private static @Nullable BigDecimal limit(
      ObjectNode shape,
      String closed,
      String open,
      BigDecimal step,
      BinaryOperator<BigDecimal> tighter) {
    BigDecimal limit = shape.has(closed) ? shape.get(closed).decimalValue() : null;
    if (shape.path(open).isNumber()) {
      BigDecimal inside = shape.get(open).decimalValue().add(step);
      return limit == null ? inside : tighter.apply(limit, inside);
    }
    return limit;
  }
}

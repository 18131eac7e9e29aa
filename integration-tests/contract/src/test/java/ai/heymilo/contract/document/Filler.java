// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import ai.heymilo.generated.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Fills builders: calls the methods that return the builder itself, as many as it is told to, with
 * values from the document's schemas. A new setter is filled as well, with no edit.
 */
final class Filler {
  /** How many of a builder's methods are called. */
  enum Amount {
    /** None. */
    NOTHING,
    /** One; where there are steps or questions, one of these. */
    ONE,
    /** All that set something. */
    EVERYTHING,
    /** All that clear something; one, of a builder that has none. */
    CLEARED,
    /** What a seeded random number says, in any order, and one at least. */
    RANDOM
  }

  private final Amount amount;
  private final Random random;
  private final Values values;

  Filler(Amount amount, long seed) {
    this.amount = amount;
    this.random = new Random(seed);
    this.values = new Values(this, seed);
  }

  Amount amount() {
    return amount;
  }

  Values values() {
    return values;
  }

  void fill(Object builder) {
    if (builder.getClass().getSimpleName().endsWith("Options")) {
      return; // they configure the client, and send nothing
    }
    for (Method method : chosen(builder)) {
      call(builder, method);
    }
  }

  private List<Method> chosen(Object builder) {
    List<Method> all =
        Arrays.stream(builder.getClass().getMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
            .filter(method -> method.getReturnType().isInstance(builder))
            .sorted(Comparator.comparing(Filler::rank).thenComparing(Method::toGenericString))
            .toList();
    List<Method> setting = all.stream().filter(method -> !isClearing(method)).toList();
    List<Method> clearing = all.stream().filter(Filler::isClearing).toList();
    List<Method> required = setting.stream().filter(SchemasOfBuilders::isRequired).toList();
    List<Method> one = required.isEmpty() ? setting.stream().limit(1).toList() : required;
    return switch (amount) {
      case NOTHING -> List.of();
      case ONE -> one;
      case EVERYTHING -> setting;
      case CLEARED -> {
        List<Method> some = new ArrayList<>(required);
        some.addAll(clearing.isEmpty() ? one : clearing);
        yield some;
      }
      case RANDOM -> {
        List<Method> some = new ArrayList<>(one);
        all.stream().filter(method -> random.nextBoolean()).forEach(some::add);
        Collections.shuffle(some, random);
        yield some;
      }
    };
  }

  /** Methods that take a lambda add steps and questions: they come first. */
  private static int rank(Method method) {
    boolean adds =
        Arrays.stream(method.getParameterTypes())
            .anyMatch(type -> type == java.util.function.Consumer.class);
    return adds ? 0 : method.getName().equals("additionalProperty") ? 2 : 1;
  }

  private static boolean isClearing(Method method) {
    return method.getName().startsWith("clear") && method.getParameterCount() == 0;
  }

  private void call(Object builder, Method method) {
    try {
      method.invoke(builder, arguments(builder, method));
    } catch (InvocationTargetException e) {
      throw new AssertionError(method + " refused values of the document", e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private Object[] arguments(Object builder, Method method) {
    JsonNode schema = SchemasOfBuilders.property(builder, method);
    if (!schema.isMissingNode() && method.getParameterCount() == 1) {
      var type = Json.mapper().constructType(method.getGenericParameterTypes()[0]);
      JsonNode example = values.example(schema, method.getName());
      return new Object[] {
        method.isVarArgs() && !example.isArray()
            ? values.of(method.getParameters()[0])
            : Json.mapper().convertValue(example, type)
      };
    }
    List<Object> arguments = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      arguments.add(values.of(parameter));
    }
    return arguments.toArray();
  }
}

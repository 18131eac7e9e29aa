// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import ai.heymilo.candidates.Candidate;
import ai.heymilo.contract.document.Examples.Size;
import ai.heymilo.generated.Json;
import ai.heymilo.generated.RawBody;
import ai.heymilo.generated.model.ApiModel;
import ai.heymilo.generated.model.CreatePostingRequestStep;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes arguments of the types that the fluent API takes. */
final class Values {
  private final Filler filler;
  private final Examples examples;
  private final Random random;
  private int counter;

  Values(Filler filler, long seed) {
    this.filler = filler;
    this.examples = new Examples(Size.FULL, seed);
    this.random = new Random(seed);
  }

  JsonNode example(JsonNode schema, String name) {
    return examples.of(schema, name);
  }

  Object of(Parameter parameter) {
    Class<?> type = parameter.getType();
    if (parameter.getDeclaringExecutable() instanceof Method method) {
      JsonNode schema = FluentMethods.query(method, parameter.getName());
      if (!schema.isMissingNode()) {
        return Json.mapper()
            .convertValue(
                example(schema, parameter.getName()),
                Json.mapper().constructType(parameter.getParameterizedType()));
      }
    }
    if (parameter.getDeclaringExecutable().getName().equals("additionalProperty")) {
      return type == String.class ? SentFields.NOVEL + counter++ : Map.of("of", List.of(1, "x"));
    } else if (type == Consumer.class) {
      return (Consumer<Object>) filler::fill;
    } else if (type == String.class) {
      return text(parameter.getName());
    } else if (type == String[].class) {
      return new String[] {text(""), text("")};
    } else if (type == int.class || type == Integer.class) {
      return 1 + random.nextInt(5);
    } else if (type == double.class || type == Double.class) {
      return random.nextInt(100) / 4.0;
    } else if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    } else if (type == Instant.class) {
      return Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000));
    } else if (type == Object.class) {
      return List.of("anything", 1, true, Map.of("n", 1.5)).get(random.nextInt(4));
    } else if (type == Map.class) {
      return Map.of("key", "value");
    } else if (type == List.class || (type == Iterable.class && !isOfCandidates(parameter))) {
      return List.of(text(""), text(""));
    } else if (type == Candidate.class) {
      return candidate();
    } else if (type == Iterable.class) {
      return List.of(candidate(), candidate(), candidate());
    } else if (type == Stream.class) {
      return Stream.of(candidate(), candidate(), candidate());
    } else if (type == CreatePostingRequestStep.class) {
      return step();
    }
    if (type == RawBody.class) {
      return FluentMethods.rawBody((Method) parameter.getDeclaringExecutable());
    } else if (ApiModel.class.isAssignableFrom(type)) {
      return Json.mapper()
          .convertValue(example(SchemasOfBuilders.of(type), type.getSimpleName()), type);
    }
    return constant(type);
  }

  private static boolean isOfCandidates(Parameter parameter) {
    return parameter.getParameterizedType().getTypeName().contains(Candidate.class.getName());
  }

  private Candidate candidate() {
    return Candidate.of(text("name"), text("email"), filler::fill);
  }

  private CreatePostingRequestStep step() {
    JsonNode steps =
        Documented.component("CreatePostingRequest").at("/properties/workflow/anyOf/0/items");
    JsonNode branches = Documented.resolve(steps).path("oneOf");
    JsonNode branch = branches.get(random.nextInt(branches.size()));
    return Json.mapper().convertValue(example(branch, "step"), CreatePostingRequestStep.class);
  }

  private String text(String name) {
    counter++;
    if (name.equals("email")) {
      return "someone." + counter + "@example.org";
    }
    return name.matches("(?i).*id|type") ? "id " + counter + "/é" : "Any text " + counter;
  }

  private static Object constant(Class<?> type) {
    for (Field field : type.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
        try {
          return field.get(null);
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
    }
    throw new AssertionError("no value is made of " + type + " yet: teach " + Values.class);
  }
}

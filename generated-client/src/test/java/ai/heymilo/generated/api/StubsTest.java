// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.ApiResponse;
import ai.heymilo.generated.Published;
import ai.heymilo.generated.Published.PublishedOperation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the document has its three methods, and they take what the document says. */
class StubsTest {
  static List<PublishedOperation> operations() {
    return Published.operations();
  }

  private static String className(PublishedOperation operation) {
    String tag = camel(operation.tag());
    String upper = tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1);
    return "ai.heymilo.generated.api." + upper + "Api";
  }

  private static Class<?> api(PublishedOperation operation, String suffix) throws Exception {
    return Class.forName(className(operation) + suffix);
  }

  /** Returns the method that takes everything, after the one without optional parameters. */
  private static Method widest(Class<?> api, String name, PublishedOperation operation) {
    List<Method> found =
        Arrays.stream(api.getDeclaredMethods())
            .filter(m -> m.getName().equals(name))
            .sorted(Comparator.comparing(Method::getParameterCount))
            .toList();
    if (operation.optionalParameters().isEmpty()) {
      assertThat(found).as(api.getSimpleName() + "." + name).hasSize(1);
      return found.get(0);
    }
    assertThat(found).as(api.getSimpleName() + "." + name).hasSize(2);
    List<Class<?>> arguments = List.of(found.get(1).getParameterTypes());
    assertThat(found.get(0).getParameterTypes())
        .containsExactlyElementsOf(arguments.subList(0, arguments.size() - 1));
    return found.get(1);
  }

  private static List<Method> methods(PublishedOperation operation) throws Exception {
    return List.of(
        widest(api(operation, ""), operation.id(), operation),
        widest(api(operation, ""), operation.id() + "WithResponse", operation),
        widest(api(operation, "Async"), operation.id(), operation));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void thereIsABlockingAWholeAndAnAsynchronousMethod(PublishedOperation operation)
      throws Exception {
    List<Method> methods = methods(operation);

    assertThat(methods.get(1).getReturnType()).isEqualTo(ApiResponse.class);
    assertThat(methods.get(2).getReturnType()).isEqualTo(CompletableFuture.class);
    assertThat(methods.get(0).getReturnType().getSimpleName())
        .isEqualTo(
            Published.className(
                operation
                    .node()
                    .path("responses")
                    .findValue("$ref")
                    .asText()
                    .replaceAll(".*/", "")));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void methodsTakePathAndBodyThenOptionalParametersAndNothingElse(PublishedOperation operation)
      throws Exception {
    int expected =
        operation.parameters("path").size()
            + (operation.node().has("requestBody") ? 1 : 0)
            + (operation.optionalParameters().isEmpty() ? 0 : 1);

    for (Method method : methods(operation)) {
      assertThat(method.getParameterCount()).isEqualTo(expected);
      assertThat(method.getParameterTypes())
          .filteredOn(type -> type == String.class)
          .hasSize(operation.parameters("path").size());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void optionalParametersAreTogether(PublishedOperation operation) throws Exception {
    Class<?>[] types = methods(operation).get(0).getParameterTypes();
    List<String> optional = operation.optionalParameters();

    if (!optional.isEmpty()) {
      assertThat(Arrays.stream(types[types.length - 1].getDeclaredFields()).map(f -> f.getName()))
          .containsExactlyElementsOf(optional.stream().map(StubsTest::camel).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theOperationIsNamedAsInTheDocument(PublishedOperation operation) throws Exception {
    String constant = operation.id().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    Object described = api(operation, "").getField(constant).get(null);

    assertThat(described)
        .hasToString(
            operation.id()
                + " ("
                + operation.method().toUpperCase(Locale.ROOT)
                + " "
                + operation.path()
                + ")");
  }

  @Test
  void thereAreNoOtherMethods() throws Exception {
    Set<Class<?>> apis = new HashSet<>();
    int overloads = 0;
    for (PublishedOperation operation : operations()) {
      apis.add(api(operation, ""));
      apis.add(api(operation, "Async"));
      overloads += operation.optionalParameters().isEmpty() ? 1 : 2;
    }
    long methods =
        apis.stream()
            .flatMap(api -> Arrays.stream(api.getMethods()))
            .filter(m -> m.getDeclaringClass() != Object.class)
            .count();

    assertThat(methods).isEqualTo(3L * overloads);
  }

  private static String camel(String snake) {
    StringBuilder camel = new StringBuilder();
    for (String word : snake.split("\\W|_")) {
      camel.append(
          camel.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }
}

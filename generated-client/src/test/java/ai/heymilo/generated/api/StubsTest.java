// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.ApiResponse;
import ai.heymilo.generated.Published;
import ai.heymilo.generated.Published.PublishedOperation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the document has its three methods, and they take what the document says. */
class StubsTest {
  static List<PublishedOperation> operations() {
    return Published.operations();
  }

  private static Class<?> api(PublishedOperation operation, String suffix) throws Exception {
    return Class.forName("ai.heymilo.generated.api." + operation.tag() + "Api" + suffix);
  }

  private static Method only(Class<?> api, String name) {
    List<Method> found =
        Arrays.stream(api.getDeclaredMethods()).filter(m -> m.getName().equals(name)).toList();
    assertThat(found).as(api.getSimpleName() + "." + name).hasSize(1);
    return found.get(0);
  }

  private static List<Method> methods(PublishedOperation operation) throws Exception {
    return List.of(
        only(api(operation, ""), operation.id()),
        only(api(operation, ""), operation.id() + "WithResponse"),
        only(api(operation, "Async"), operation.id()));
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
            + (operation.parameters("query").isEmpty() ? 0 : 1);

    for (Method method : methods(operation)) {
      assertThat(method.getParameterCount()).isEqualTo(expected);
      assertThat(Stream.of(method.getParameters()).map(Parameter::getName))
          .allSatisfy(
              name ->
                  assertThat(name)
                      .doesNotContainIgnoringCase("key")
                      .doesNotContainIgnoringCase("auth")
                      .doesNotContainIgnoringCase("workspaceId"));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void optionalParametersAreThoseOfTheQuery(PublishedOperation operation) throws Exception {
    Class<?>[] types = methods(operation).get(0).getParameterTypes();
    List<String> query = operation.parameters("query");

    if (!query.isEmpty()) {
      assertThat(Arrays.stream(types[types.length - 1].getDeclaredFields()).map(f -> f.getName()))
          .containsExactlyElementsOf(query.stream().map(StubsTest::camel).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theOperationIsNamedAsInTheDocument(PublishedOperation operation) throws Exception {
    String constant =
        operation.id().replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
    Object described = api(operation, "").getField(constant).get(null);

    assertThat(described)
        .hasToString(
            operation.id()
                + " ("
                + operation.method().toUpperCase(java.util.Locale.ROOT)
                + " "
                + operation.path()
                + ")");
  }

  @Test
  void thereAreNoOtherMethods() {
    long blocking =
        Stream.of(InterviewersApi.class, CandidatesApi.class)
            .flatMap(api -> Arrays.stream(api.getMethods()))
            .filter(m -> m.getDeclaringClass() != Object.class)
            .count();
    long asynchronous =
        Stream.of(InterviewersApiAsync.class, CandidatesApiAsync.class)
            .flatMap(api -> Arrays.stream(api.getMethods()))
            .filter(m -> m.getDeclaringClass() != Object.class)
            .count();

    assertThat(blocking).isEqualTo(2L * operations().size());
    assertThat(asynchronous).isEqualTo(operations().size());
  }

  private static String camel(String snake) {
    StringBuilder camel = new StringBuilder();
    for (String word : snake.split("_")) {
      camel.append(
          camel.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.generated.Published;
import ai.heymilo.generated.Published.PublishedOperation;
import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the document has its stubs, and they take what the document states. */
class StubsTest {
  static List<PublishedOperation> operations() {
    return Published.operations();
  }

  /** Returns the class that has the operation, found by its constant and not by its tag. */
  private static Class<?> api(PublishedOperation operation, String suffix) throws Exception {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> api : blockingApis()) {
      if (Arrays.stream(api.getFields()).anyMatch(f -> f.getName().equals(constant(operation)))) {
        found.add(api);
      }
    }
    assertThat(found).as(operation.name()).hasSize(1);
    return Class.forName(found.get(0).getName() + suffix);
  }

  private static List<Class<?>> blockingApis() throws Exception {
    List<Class<?>> apis = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("target/classes/ai/heymilo/generated/api"))) {
      for (Path file : files.filter(file -> file.toString().endsWith("Api.class")).toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        apis.add(Class.forName("ai.heymilo.generated.api." + name));
      }
    }
    return apis;
  }

  private static String constant(PublishedOperation operation) {
    return operation.view().path("x-constant").asText();
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
        widest(api(operation, ""), operation.name(), operation),
        widest(api(operation, ""), operation.name() + "WithResponse", operation),
        widest(api(operation, "Async"), operation.name(), operation));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void thereIsABlockingAWholeAndAnAsynchronousMethod(PublishedOperation operation)
      throws Exception {
    List<Method> methods = methods(operation);

    assertThat(methods.get(1).getReturnType()).isEqualTo(ApiResponse.class);
    assertThat(methods.get(2).getReturnType()).isEqualTo(CompletableFuture.class);
    Class<?> returned = methods.get(0).getReturnType();
    JsonNode answer = operation.answer();
    if (answer.has("$ref")) {
      assertThat(returned.getSimpleName())
          .isEqualTo(answer.path("$ref").asText().replaceAll(".*/", ""));
    } else {
      assertThat(returned == byte[].class).isEqualTo(answer.has("x-raw-bytes"));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void methodsTakeWhatIsRequiredThenBodyThenOptionalParametersAndNothingElse(
      PublishedOperation operation) throws Exception {
    List<String> required = operation.parameters("path query header", true);
    boolean body = operation.view().has("requestBody");
    boolean optional = !operation.optionalParameters().isEmpty();

    for (Method method : methods(operation)) {
      assertThat(method.getParameterCount())
          .isEqualTo(required.size() + (body ? 1 : 0) + (optional ? 1 : 0));
      int ids = operation.parameters("path", true).size();
      assertThat(List.of(method.getParameterTypes()).subList(0, ids))
          .isEqualTo(Collections.nCopies(ids, String.class));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void optionalParametersAreTogether(PublishedOperation operation) throws Exception {
    Class<?>[] types = methods(operation).get(0).getParameterTypes();
    List<String> optional = operation.optionalParameters();

    if (!optional.isEmpty()) {
      assertThat(Arrays.stream(types[types.length - 1].getDeclaredFields()).map(f -> f.getName()))
          .containsExactlyElementsOf(optional);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theOperationIsNamedAsInTheDocument(PublishedOperation operation) throws Exception {
    Object described = api(operation, "").getField(constant(operation)).get(null);

    assertThat(described)
        .hasToString(
            operation.node().path("operationId").asText()
                + " ("
                + operation.method().toUpperCase(Locale.ROOT)
                + " "
                + operation.path()
                + ")");
  }

  @Test
  void thereAreNoOtherMethods() throws Exception {
    Set<Class<?>> apis = new HashSet<>(blockingApis());
    int overloads = 0;
    for (PublishedOperation operation : operations()) {
      assertThat(apis).contains(api(operation, ""));
      apis.add(api(operation, "Async"));
      overloads += operation.optionalParameters().isEmpty() ? 1 : 2;
    }
    long methods =
        apis.stream()
            .flatMap(api -> Arrays.stream(api.getMethods()))
            .filter(m -> m.getDeclaringClass() != Object.class)
            .filter(m -> !m.getName().endsWith("Violations")) // of required parameters with limits
            .count();

    // The body, the whole response, the future of it, and the call without sending it.
    assertThat(methods).isEqualTo(4L * overloads);
  }

  @Test
  void theClientNamesItsDocument() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(BundledDocument.bytes());

    assertThat(ApiClient.SPEC_SHA256).isEqualTo(HexFormat.of().formatHex(digest));
    assertThat(ApiClient.SPEC_VERSION).isEqualTo(Published.DOCUMENT.at("/info/version").asText());
    assertThat(ApiClient.DEFAULT_BASE_URL)
        .isEqualTo(Published.DOCUMENT.at("/servers/0/url").asText());
  }
}

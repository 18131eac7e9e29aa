// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import ai.heymilo.generated.RawBody;
import ai.heymilo.spec.resource.Names;
import ai.heymilo.spec.resource.ResourceOperation;
import ai.heymilo.spec.resource.Resources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The operations behind the methods of generated resources, by the model they are made from. */
final class FluentMethods {
  private static final Resources RESOURCES = resources();

  private FluentMethods() {}

  private static Resources resources() {
    try {
      return Resources.of(
          Documented.DOCUMENT, Names.read(Path.of("../../fluent-api/names.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the rules find out about an operation. */
  static ResourceOperation model(Documented operation) {
    return RESOURCES.operation(operation.method(), operation.path()).orElseThrow();
  }

  /** Returns the schema of a parameter of the query; missing if a method has none of that name. */
  static JsonNode query(Method method, String name) {
    if (!method.getDeclaringClass().getPackageName().equals("ai.heymilo.resources")) {
      return MissingNode.getInstance();
    }
    return operation(method)
        .flatMap(
            one ->
                one.parameters().values().stream()
                    .filter(parameter -> parameter.in().equals("query"))
                    .filter(parameter -> parameter.name().replace("_", "").equalsIgnoreCase(name))
                    .findFirst())
        .map(parameter -> Documented.DOCUMENT.at(parameter.schema()))
        .orElse(MissingNode.getInstance());
  }

  private static Optional<Documented> operation(Method method) {
    String owner = method.getDeclaringClass().getSimpleName().replaceFirst("(Base)?(Async)?$", "");
    return RESOURCES.operations().stream()
        .filter(one -> one.resource().className().equals(owner))
        .filter(one -> one.name().equals(method.getName()))
        .flatMap(
            one ->
                Documented.operations().stream()
                    .filter(other -> other.id().equals(one.operationId())))
        .findFirst();
  }

  /** Returns a body of the first media type that the operation of a method takes. */
  static RawBody rawBody(Method method) {
    String type = operation(method).orElseThrow().bodies().keySet().iterator().next();
    String part = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n--b--\r\n";
    boolean form = type.startsWith("multipart/");
    byte[] bytes = (form ? part : "x").getBytes(StandardCharsets.UTF_8);
    return RawBody.of(bytes, form ? type + "; boundary=b" : type);
  }
}

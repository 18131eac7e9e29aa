// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import ai.heymilo.generated.RawBody;
import ai.heymilo.spec.resource.Names;
import ai.heymilo.spec.resource.ResourceOperation;
import ai.heymilo.spec.resource.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

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

  /** Returns a body of the first media type that the operation of a method takes. */
  static RawBody rawBody(Method method) {
    String owner = method.getDeclaringClass().getSimpleName().replaceFirst("(Base)?(Async)?$", "");
    ResourceOperation operation =
        RESOURCES.operations().stream()
            .filter(one -> one.resource().className().equals(owner))
            .filter(one -> one.name().equals(method.getName()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(method + " is no operation of the document"));
    String type =
        Documented.operations().stream()
            .filter(one -> one.id().equals(operation.operationId()))
            .findFirst()
            .orElseThrow()
            .bodies()
            .keySet()
            .iterator()
            .next();
    String part = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n--b--\r\n";
    boolean form = type.startsWith("multipart/");
    byte[] bytes = (form ? part : "x").getBytes(StandardCharsets.UTF_8);
    return RawBody.of(bytes, form ? type + "; boundary=b" : type);
  }
}

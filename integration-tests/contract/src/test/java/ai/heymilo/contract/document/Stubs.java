// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.generated.Json;
import ai.heymilo.generated.Operation;
import ai.heymilo.generated.RawBody;
import ai.heymilo.generated.api.InterviewersApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The generated stubs, found and called by reflection, so that a new one needs no edit. */
final class Stubs {
  private static final Map<String, Class<?>> APIS = new LinkedHashMap<>();

  /** The names of the constants, which are those of the methods in another spelling. */
  private static final Map<String, String> CONSTANTS = new HashMap<>();

  static {
    findAll();
  }

  private Stubs() {}

  /** Returns the operations that have a stub. */
  static Iterable<String> operations() {
    return APIS.keySet();
  }

  /** Returns the class that has the stub of an operation. */
  static Class<?> api(String operation) {
    return APIS.get(operation);
  }

  /** Returns the name of the method that is the stub of an operation. */
  static String name(String operation) {
    return stub(api(operation), operation).getName();
  }

  /** Calls the stub that waits, and returns the body of the answer. */
  static Object call(ApiClient client, Documented operation) {
    Method stub = stub(APIS.get(operation.id()), operation.id());
    return invoke(stub, made(stub, client), arguments(stub, operation));
  }

  /** Calls the stub that does not wait, and returns the body of the answer. */
  static Object callAsync(ApiClient client, Documented operation) {
    try {
      Class<?> waiting = APIS.get(operation.id());
      Method stub = stub(Class.forName(waiting.getName() + "Async"), operation.id());
      Object future = invoke(stub, made(stub, client), arguments(stub, operation));
      return ((ApiResponse<?>) ((CompletableFuture<?>) future).join()).body();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } catch (ClassNotFoundException e) {
      throw new AssertionError(operation + " has no stub that does not wait", e);
    }
  }

  private static Method stub(Class<?> api, String operation) {
    if (api == null) {
      throw new AssertionError(operation + " has no stub");
    }
    for (Method method : api.getMethods()) {
      if (plain(method.getName()).equals(plain(CONSTANTS.get(operation)))) {
        return method;
      }
    }
    throw new AssertionError(operation + " has no stub in " + api);
  }

  private static Object[] arguments(Method stub, Documented operation) {
    List<Object> arguments = new ArrayList<>();
    Examples examples = new Examples(Examples.Size.FULL, 1);
    for (Class<?> type : stub.getParameterTypes()) {
      if (type == RawBody.class) {
        String mediaType = operation.bodies().keySet().iterator().next();
        arguments.add(mediaType.startsWith("multipart/") ? form(mediaType) : text(mediaType));
      } else if (type.getName().startsWith("ai.heymilo.generated.model.")) {
        JsonNode body = examples.at(operation.bodies().values().iterator().next());
        arguments.add(Json.mapper().convertValue(body, type));
      } else if (type.getName().endsWith("Params")) {
        arguments.add(made(type));
      } else if (type == List.class) {
        arguments.add(List.of("one"));
      } else {
        arguments.add(Json.mapper().convertValue("1", type));
      }
    }
    return arguments.toArray();
  }

  private static RawBody text(String mediaType) {
    return RawBody.of("x".getBytes(StandardCharsets.UTF_8), mediaType);
  }

  private static RawBody form(String mediaType) {
    String part = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n--b--\r\n";
    return RawBody.of(part.getBytes(StandardCharsets.UTF_8), mediaType + "; boundary=b");
  }

  private static Object made(Method stub, ApiClient client) {
    try {
      return stub.getDeclaringClass().getConstructor(ApiClient.class).newInstance(client);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Object made(Class<?> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Object invoke(Method method, Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static void findAll() {
    for (Class<?> api : Classes.beside(InterviewersApi.class)) {
      for (var constant : api.getFields()) {
        if (constant.getType() == Operation.class) {
          try {
            String id = ((Operation) constant.get(null)).id();
            APIS.put(id, api);
            CONSTANTS.put(id, constant.getName());
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        }
      }
    }
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}

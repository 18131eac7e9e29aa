// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.errors.InvalidRequestException;
import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.generated.Json;
import ai.heymilo.generated.Operation;
import ai.heymilo.generated.RawBody;
import ai.heymilo.generated.model.ApiModel;
import ai.heymilo.generated.model.Limits;
import ai.heymilo.generated.model.Violation;
import ai.heymilo.internal.call.RetryingSender;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Common code of all resources. */
public final class Calls {
  private static final int EMPTY_OBJECT = 2; // {}

  private Calls() {}

  /**
   * Returns an id if it can stand in a path.
   *
   * @throws IllegalArgumentException if it cannot: null, empty, dots alone, or with control
   *     characters
   */
  public static String id(String name, @Nullable String id) {
    String given = notNull(name, id);
    ApiCall.segment(name, given);
    return given;
  }

  /**
   * Returns an argument.
   *
   * @throws IllegalArgumentException if it is null; the message names it
   */
  public static <T> T notNull(String name, @Nullable T argument) {
    if (argument == null) {
      throw new IllegalArgumentException(name + " must not be null");
    }
    return argument;
  }

  /**
   * Checks the request of a call, unless the client's options switch checks off.
   *
   * @param parts bodies, and lists of violations that were found already
   * @return the client
   * @throws InvalidRequestException with every violation
   */
  public static ApiClient checked(ApiClient client, Operation operation, Object... parts) {
    List<Violation> all = new ArrayList<>();
    for (Object part : parts) {
      if (notNull("body", part) instanceof ApiModel) {
        all.addAll(((ApiModel) part).violations());
      } else {
        ((List<?>) part).forEach(one -> all.add((Violation) one));
      }
    }
    if (options(client).checksLimits()) {
      refuse(operation, all);
    }
    return client;
  }

  /** Returns the options of the client that a resource belongs to; defaults for another sender. */
  public static ClientOptions options(ApiClient client) {
    return client.sender() instanceof RetryingSender
        ? ((RetryingSender) client.sender()).options()
        : ClientOptions.defaults();
  }

  /** Rejects a request with violations, even if the client's options switch checks off. */
  public static void refuse(Operation operation, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw InvalidRequestException.of(operation, violations);
    }
  }

  /**
   * Returns an update, unless it is empty.
   *
   * @throws InvalidRequestException if it sets and clears nothing
   */
  public static <T extends ApiModel> T changed(Operation operation, @Nullable T update) {
    T body = notNull("body", update);
    try {
      if (Json.write(body).length == EMPTY_OBJECT) {
        Limits limits = new Limits();
        limits.refuse("an update", "must set or clear something");
        refuse(operation, limits.violations());
      }
    } catch (IOException e) {
      return body; // the check of the body names what cannot be written
    }
    return body;
  }

  /** Builds and sends an asynchronous call; an exception while building becomes its failure. */
  public static <A, T> CompletableFuture<T> send(
      ApiClient client, Supplier<ApiCall<A>> call, Function<ApiResponse<A>, T> value) {
    return Futures.started(() -> Futures.map(client.sendAsync(call.get()), value));
  }

  /** Returns the bytes of an answer with their content type. */
  public static RawBody bytes(ApiResponse<byte[]> answer) {
    return RawBody.of(
        answer.body(),
        answer.headers().firstValue("Content-Type").orElse("application/octet-stream"));
  }

  /**
   * Returns where an answer redirects to.
   *
   * @throws IllegalStateException if the answer has no {@code Location}
   */
  public static URI location(ApiResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(URI::create)
        .orElseThrow(
            () -> new IllegalStateException("the server redirected without a Location header"));
  }
}

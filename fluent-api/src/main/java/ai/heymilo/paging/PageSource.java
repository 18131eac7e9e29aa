// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

import ai.heymilo.errors.PagingException;
import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.Operation;
import ai.heymilo.generated.model.ApiModel;
import ai.heymilo.internal.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Fetches the pages of a list. Immutable. */
final class PageSource<T> {
  private static final String CURSOR = "starting_after";

  private final ApiClient client;
  private final ApiCall<? extends ApiModel> first;
  private final String property;

  PageSource(ApiClient client, ApiCall<? extends ApiModel> first, String property) {
    this.client = client;
    this.first = first;
    this.property = property;
    String start = first.query(CURSOR);
    if (start != null && start.isBlank()) {
      throw new IllegalArgumentException(CURSOR + " must not be blank");
    }
  }

  Operation operation() {
    return first.operation();
  }

  /** Returns the cursor that the list starts after; null for the beginning. */
  @Nullable String start() {
    return first.query(CURSOR);
  }

  Page<T> fetch(@Nullable String cursor) {
    return page(client.send(call(cursor)).body(), cursor);
  }

  CompletableFuture<Page<T>> fetchAsync(@Nullable String cursor) {
    return Futures.map(client.sendAsync(call(cursor)), answer -> page(answer.body(), cursor));
  }

  private ApiCall<? extends ApiModel> call(@Nullable String cursor) {
    return cursor == null ? first : first.withQuery(CURSOR, cursor);
  }

  /** Returns the page that a response has, without the item of the cursor itself. */
  @SuppressWarnings("unchecked") // the document names the type of the items
  private Page<T> page(ApiModel answer, @Nullable String cursor) {
    Object meta = ApiModel.property(answer, "pagination");
    Object more = ApiModel.property(meta, "has_more");
    if (!(more instanceof Boolean)) {
      throw PagingException.of(operation(), "the server sent no has_more");
    }
    Object data = ApiModel.property(answer, "data");
    List<T> items = new ArrayList<>();
    String next = cursor;
    for (Object item : data instanceof List ? (List<?>) data : List.of()) {
      Object id = ApiModel.property(item, property);
      if (id == null || id.toString().isBlank()) {
        throw PagingException.of(
            operation(), "the server sent an item that is null or has no " + property);
      }
      if (items.isEmpty() && id.toString().equals(cursor)) {
        continue; // some servers take the cursor as inclusive
      }
      next = id.toString();
      items.add((T) item);
    }
    Object total = ApiModel.property(meta, "total_count");
    return Page.of(items, (Boolean) more, next, total instanceof Integer ? (Integer) total : null);
  }
}

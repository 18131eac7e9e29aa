package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.state.Store;
import java.util.HashMap;
import java.util.Map;

/** The operations that the sandbox has, by {@code operationId}. */
public final class Operations {
  private Operations() {}

  /** Returns the handlers on {@code store}. */
  public static Map<String, Handler> on(Store store) {
    Map<String, Handler> handlers = new HashMap<>();
    PostingOperations postings = new PostingOperations(store);
    handlers.put("createPosting", postings::create);
    handlers.put("getPosting", postings::get);
    handlers.put("activatePosting", postings::activate);
    return Map.copyOf(handlers);
  }
}

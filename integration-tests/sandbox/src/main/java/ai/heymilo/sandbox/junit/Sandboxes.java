// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.junit;

import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.sandbox.RateLimit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The sandboxes of a test run. An instance has one for itself and those nested in it; when it is
 * gone, the next one gets the server, emptied, because starting one takes longer than most tests.
 */
@SuppressWarnings("deprecation") // until JUnit 5.12, the store closes nothing else
final class Sandboxes implements ExtensionContext.Store.CloseableResource, AutoCloseable {
  private static final ThreadLocal<HeyMiloSandbox> CONSTRUCTING = new ThreadLocal<>();

  private final IdentityHashMap<Object, HeyMiloSandbox> byInstance = new IdentityHashMap<>();
  private final Deque<HeyMiloSandbox> free = new ArrayDeque<>();
  private final List<HeyMiloSandbox> all = new ArrayList<>();

  /** Chooses the sandbox of the instance that this thread is about to construct. */
  synchronized void constructing(@Nullable Object outer) {
    HeyMiloSandbox unused = CONSTRUCTING.get();
    if (unused != null) { // the constructor failed
      free(unused);
    }
    HeyMiloSandbox shared = outer == null ? null : byInstance.get(outer);
    CONSTRUCTING.set(shared == null ? empty() : shared);
  }

  /** Returns the sandbox of the instance that this thread is constructing, null for none. */
  @Nullable HeyMiloSandbox constructing() {
    return CONSTRUCTING.get();
  }

  /** Ties the sandbox to the instance. */
  synchronized HeyMiloSandbox constructed(Object instance) {
    HeyMiloSandbox chosen = CONSTRUCTING.get();
    HeyMiloSandbox sandbox = chosen == null ? empty() : chosen;
    CONSTRUCTING.remove();
    byInstance.put(instance, sandbox);
    return sandbox;
  }

  /** Returns the sandbox of an instance, null when it has none. */
  synchronized @Nullable HeyMiloSandbox of(@Nullable Object instance) {
    return instance == null ? null : byInstance.get(instance);
  }

  synchronized void destroyed(Object instance) {
    HeyMiloSandbox sandbox = byInstance.remove(instance);
    if (sandbox != null) {
      free(sandbox);
    }
  }

  private void free(HeyMiloSandbox sandbox) {
    if (!byInstance.containsValue(sandbox) && !free.contains(sandbox) && !sandbox.isClosed()) {
      free.push(sandbox);
    }
  }

  private HeyMiloSandbox empty() {
    HeyMiloSandbox sandbox = free.poll();
    if (sandbox == null) {
      sandbox = HeyMiloSandbox.start();
      all.add(sandbox);
    }
    sandbox.reset();
    sandbox.rateLimit(RateLimit.none());
    return sandbox;
  }

  @Override
  public synchronized void close() {
    all.forEach(HeyMiloSandbox::close);
  }
}

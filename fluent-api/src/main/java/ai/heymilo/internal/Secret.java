// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The API key, to be cut out of whatever a server, or the JDK on its behalf, says. Immutable. */
final class Secret {
  private final String key;

  Secret(String key) {
    this.key = key;
  }

  String cutFrom(String text) {
    return key.isEmpty() ? text : text.replace(key, "[key]");
  }

  boolean isIn(@Nullable String text) {
    return text != null && !key.isEmpty() && text.contains(key);
  }

  /** Returns the failure, or one that says less if the JDK quoted a server that quoted the key. */
  @Nullable Throwable cutFrom(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (isIn(t.getMessage())) {
        return new IOException(t.getClass().getName() + ", whose message held the API key");
      }
    }
    return failure;
  }

  @Override
  public String toString() {
    return "[key]";
  }
}

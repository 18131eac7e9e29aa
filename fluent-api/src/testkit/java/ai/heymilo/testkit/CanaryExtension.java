// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Has a {@link CanaryWatch} from the first test class of a module to the end of its last. JUnit
 * finds this class by itself.
 */
public final class CanaryExtension implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(CanaryWatch.class, type -> CanaryWatch.start(), CanaryWatch.class);
  }
}

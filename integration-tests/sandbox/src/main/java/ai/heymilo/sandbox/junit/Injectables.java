// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.junit;

import ai.heymilo.HeyMilo;
import ai.heymilo.sandbox.HeyMiloSandbox;
import java.util.Map;
import java.util.function.Function;

/** What the extension can hand to a test, by type. The one place to add another type. */
final class Injectables {
  private static final Map<Class<?>, Function<HeyMiloSandbox, Object>> BY_TYPE =
      Map.of(HeyMiloSandbox.class, sandbox -> sandbox, HeyMilo.class, HeyMiloSandbox::client);

  private Injectables() {}

  static boolean has(Class<?> type) {
    return BY_TYPE.containsKey(type);
  }

  /**
   * Returns what a test gets for {@code type}.
   *
   * @throws IllegalArgumentException when there is nothing of that type
   */
  static Object of(Class<?> type, HeyMiloSandbox sandbox) {
    Function<HeyMiloSandbox, Object> made = BY_TYPE.get(type);
    if (made == null) {
      throw new IllegalArgumentException("nothing to inject for " + type.getName());
    }
    return made.apply(sandbox);
  }
}

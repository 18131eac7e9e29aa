// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.HeyMiloAsync;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A class and its twin for calls that do not wait have the same methods by the same names. */
class TwinsTest {
  /** What a client has once, whatever the kind of its calls. */
  private static final Set<String> OF_THE_CLIENT =
      Set.of("async", "close", "quota", "withApiKey", "withOptions");

  @Test
  void twinsHaveTheSameMethods() throws ClassNotFoundException {
    Set<String> names = methods(HeyMilo.class);
    names.removeAll(OF_THE_CLIENT);
    assertThat(methods(HeyMiloAsync.class)).isEqualTo(names);
    Deque<Class<?>> todo = new ArrayDeque<>(List.of(HeyMilo.class));
    Set<Class<?>> seen = new HashSet<>();
    while (!todo.isEmpty()) {
      for (Method method : todo.pop().getMethods()) {
        Class<?> type = method.getReturnType();
        if (isResource(type) && seen.add(type)) {
          todo.add(type);
          assertThat(methods(Class.forName(type.getName() + "Async")))
              .as(type.getName())
              .isEqualTo(methods(type));
        }
      }
    }
    assertThat(seen).isNotEmpty();
  }

  private static boolean isResource(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getPackageName().equals("ai.heymilo.resources")) {
        return !type.getSimpleName().endsWith("Async") && type != HeyMilo.class;
      }
    }
    return false;
  }

  /** Returns names with the types of the parameters. */
  private static Set<String> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class && !method.isBridge())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .map(method -> method.getName() + Arrays.toString(method.getParameterTypes()))
        .map(name -> name.replaceFirst("\\[]$", ""))
        .map(
            name ->
                OF_THE_CLIENT.contains(name.replaceFirst("\\[.*", ""))
                    ? name.replaceFirst("\\[.*", "")
                    : name)
        .collect(toCollection(TreeSet::new));
  }
}

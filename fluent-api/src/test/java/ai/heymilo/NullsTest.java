// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A null is refused where it is given, by the name of the argument. */
class NullsTest {
  static Stream<java.lang.reflect.Method> setters() {
    return Arrays.stream(HeyMiloBuilder.class.getMethods())
        .filter(method -> method.getReturnType() == HeyMiloBuilder.class)
        .filter(method -> !method.getParameterTypes()[0].isPrimitive());
  }

  @ParameterizedTest
  @MethodSource("setters")
  void theBuilderNamesWhatIsNull(java.lang.reflect.Method setter) {
    String name = setter.getParameters()[0].getName();

    assertThatThrownBy(() -> setter.invoke(HeyMilo.builder(), new Object[] {null}))
        .cause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " must not be ");
  }
}

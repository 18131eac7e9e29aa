// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.heymilo.internal.ClientOptions;
import ai.heymilo.transport.RetryPolicy;
import ai.heymilo.transport.Timeouts;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A null is rejected where it is given, by the name of the argument. */
class NullsTest {
  static Stream<Arguments> nulls() {
    return Stream.of(
            HeyMilo.builder(),
            new CallOptions(ClientOptions.defaults()),
            Timeouts.builder(),
            RetryPolicy.builder())
        .flatMap(
            target ->
                Arrays.stream(target.getClass().getMethods())
                    .filter(method -> method.getReturnType() == target.getClass())
                    .flatMap(
                        method ->
                            IntStream.range(0, method.getParameterCount())
                                .filter(i -> !method.getParameterTypes()[i].isPrimitive())
                                .mapToObj(i -> arguments(target, method, i))));
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void theMessageNamesWhatIsNull(Object target, Method setter, int index) {
    Object[] values =
        Arrays.stream(setter.getParameterTypes())
            .map(type -> type == Duration.class ? Duration.ofSeconds(1) : "x-given")
            .toArray();
    values[index] = null;

    assertThatThrownBy(() -> setter.invoke(target, values))
        .cause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(setter.getParameters()[index].getName())
        .hasMessageContaining(" must ");
  }
}

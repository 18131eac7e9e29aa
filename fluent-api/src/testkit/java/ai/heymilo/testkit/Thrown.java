// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Failures that tests expect. */
public final class Thrown {
  private Thrown() {}

  /** Runs something that fails, and returns how. */
  public static <X extends Throwable> X failure(Class<X> type, ThrowingCallable action) {
    Throwable thrown = catchThrowable(action);
    assertThat(thrown).isInstanceOf(type);
    return type.cast(thrown);
  }
}

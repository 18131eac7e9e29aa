// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.testkit;

import ai.heymilo.transport.CallListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Tells how calls ended, and waits for it. */
public final class EndOfCalls implements CallListener {
  private final LinkedBlockingQueue<Optional<Throwable>> ends = new LinkedBlockingQueue<>();
  private final List<Optional<Throwable>> seen = new ArrayList<>();

  @Override
  public void callEnded(Call call, End end) {
    ends.add(Optional.ofNullable(end.failure()));
  }

  /** Returns the failures of the first calls that ended; those without one are not in it. */
  public List<Throwable> failuresOf(int calls) throws InterruptedException {
    while (seen.size() < calls) {
      Optional<Throwable> end = ends.poll(10, TimeUnit.SECONDS);
      if (end == null) {
        throw new AssertionError("only " + seen.size() + " calls have ended");
      }
      seen.add(end);
    }
    return seen.stream().limit(calls).flatMap(Optional::stream).toList();
  }
}

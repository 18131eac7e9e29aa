// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that waits for a call, and does meanwhile what there is to do for it: so the calls of
 * many threads are sent by as many, and none is started for them. What comes after it has left is
 * done by whoever brings it, so that nothing stays undone.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the future of a callback that cannot fail
final class WaitingThread implements Executor {
  private final Thread thread = Thread.currentThread();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private volatile boolean left;

  boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (left) {
      runAll();
    } else {
      LockSupport.unpark(thread);
    }
  }

  /** Waits for a result; to be called by the thread itself. */
  <T> T await(CompletableFuture<T> result) throws InterruptedException, ExecutionException {
    result.whenComplete((value, failure) -> LockSupport.unpark(thread));
    while (!result.isDone()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!runAll()) {
        LockSupport.park(this);
      }
    }
    return result.get();
  }

  /** Stops waiting: what there is to do after that is no longer done here. */
  void leave() {
    left = true;
    runAll();
  }

  private boolean runAll() {
    Runnable task = tasks.poll();
    boolean any = task != null;
    while (task != null) {
      task.run();
      task = tasks.poll();
    }
    return any;
  }
}

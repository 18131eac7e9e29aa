// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.faults;

import ai.heymilo.sandbox.internal.faults.Fault.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults to come, in the order they were planned. Thread-safe. */
public final class FaultPlan {
  /** For faults that stay until the plan is cleared. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  private static final class Planned {
    private final Fault fault;
    private final @Nullable String operation;
    private int toSkip;
    private int left;

    private Planned(Fault fault, @Nullable String operation, int toSkip, int left) {
      this.fault = fault;
      this.operation = operation;
      this.toSkip = toSkip;
      this.left = left;
    }

    private boolean isFor(@Nullable String requested) {
      return operation == null || operation.equals(requested);
    }
  }

  private final List<Planned> plan = new ArrayList<>();

  /**
   * Plans a fault.
   *
   * @param operation the operation it is for, null for any request
   * @param toSkip how many of those requests to leave alone first
   * @param times how many to meet after that
   */
  public synchronized void add(Fault fault, @Nullable String operation, int toSkip, int times) {
    if (times > 0) {
      plan.add(new Planned(fault, operation, toSkip, times));
    }
  }

  /** Forgets what is planned. */
  public synchronized void clear() {
    plan.clear();
  }

  /** Takes the faults that the next request of {@code operation} meets. */
  public synchronized Map<Kind, Fault> next(@Nullable String operation) {
    Map<Kind, Fault> faults = new EnumMap<>(Kind.class);
    boolean taken = false;
    for (Iterator<Planned> planned = plan.iterator(); planned.hasNext(); ) {
      Planned next = planned.next();
      boolean exclusive = next.fault.kind().isExclusive();
      if (!next.isFor(operation) || (exclusive && taken)) {
        continue;
      }
      if (next.toSkip > 0) {
        next.toSkip--;
        continue;
      }
      faults.put(next.fault.kind(), next.fault);
      taken |= exclusive;
      if (next.left != ALWAYS && --next.left == 0) {
        planned.remove();
      }
    }
    return faults;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a candidate is in each step of the workflow. */
final class Progress {
  enum State {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED,
    KNOCKED_OUT
  }

  private final State[] states;
  private final @Nullable Instant[] changed;
  private @Nullable Instant last;

  Progress(int steps) {
    states = new State[steps];
    Arrays.fill(states, State.NOT_STARTED);
    changed = new @Nullable Instant[steps];
  }

  /** Returns the index of the first step that is not completed, -1 when all are. */
  int current() {
    for (int i = 0; i < states.length; i++) {
      if (states[i] != State.COMPLETED) {
        return i;
      }
    }
    return -1;
  }

  void move(int step, State state, Instant now) {
    states[step] = state;
    changed[step] = now;
    last = now;
  }

  boolean isCompleted(int step) {
    return states[step] == State.COMPLETED;
  }

  boolean isAllComplete() {
    return current() < 0;
  }

  boolean isStarted() {
    return last != null;
  }

  boolean isKnockedOut() {
    return Arrays.asList(states).contains(State.KNOCKED_OUT);
  }

  /** Returns the progress as the document's {@code CandidateWorkflow}. */
  ObjectNode toJson(List<Step> steps) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode array = json.putArray("steps");
    for (int i = 0; i < states.length; i++) {
      array
          .addObject()
          .put("step_id", steps.get(i).id())
          .put("order", steps.get(i).order())
          .put("status", word(states[i]))
          .put("started", states[i] != State.NOT_STARTED)
          .put("completed", states[i] == State.COMPLETED)
          .put("knocked_out", states[i] == State.KNOCKED_OUT)
          .set("last_updated_at", Timestamps.of(changed[i]));
    }
    json.put("all_complete", isAllComplete());
    json.set("last_activity_at", Timestamps.of(last));
    return json;
  }

  private static String word(State state) {
    switch (state) {
      case IN_PROGRESS:
        return "in_progress";
      case COMPLETED:
        return "completed";
      case KNOCKED_OUT:
        return "knocked_out";
      case NOT_STARTED:
        return "not_started";
    }
    throw new IllegalArgumentException("unknown state " + state);
  }
}

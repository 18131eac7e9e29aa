// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.generated.Operation;
import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.faults.Fault;
import ai.heymilo.sandbox.internal.faults.Fault.Kind;
import ai.heymilo.sandbox.internal.faults.FaultPlan;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Misbehaviour on demand:
 *
 * <pre>{@code
 * sandbox.faults().failNext(2, 503);
 * sandbox.faults().on("ingestCandidatesBulk").after(1).applyAndDrop(1);
 * }</pre>
 *
 * <p>Faults are met in the order they were planned: of those that end an exchange, one request
 * meets one; latency, slow bodies and novelties come on top. This class is immutable; the plan it
 * writes to is the sandbox's, and thread-safe.
 */
public final class Faults {
  private final ApiDocument document;
  private final FaultPlan plan;
  private final @Nullable String operation;
  private final int skipped;

  Faults(ApiDocument document, FaultPlan plan, @Nullable String operation, int skipped) {
    this.document = document;
    this.plan = plan;
    this.operation = operation;
    this.skipped = skipped;
  }

  /**
   * Returns the faults of one operation: other requests neither meet nor count.
   *
   * @param operationId an {@code operationId} of the document, such as {@code createPosting}
   * @throws IllegalArgumentException when the document has no such operation
   */
  public Faults on(String operationId) {
    return new Faults(document, plan, known(document, operationId).id(), skipped);
  }

  /** Returns the faults of an operation that is named by its constant. */
  public Faults on(Operation operationConstant) {
    return on(operationConstant.id());
  }

  /**
   * Returns the faults that leave the next requests alone.
   *
   * @param requests how many requests to leave alone, of those that could meet the fault
   */
  public Faults after(int requests) {
    return new Faults(document, plan, operation, requests);
  }

  /**
   * Answers the next {@code times} requests with an error, in the document's shape for it. They are
   * not applied.
   *
   * @param status 400–599
   * @throws IllegalArgumentException when {@code status} is outside of that
   */
  public void failNext(int times, int status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status must be within 400–599, was " + status);
    }
    add(Fault.fail(status), times);
  }

  /** Closes the connection of the next {@code times} requests instead of applying them. */
  public void dropNext(int times) {
    add(Fault.of(Kind.DROP), times);
  }

  /**
   * Applies the next {@code times} requests, then closes the connection without an answer: what a
   * caller cannot tell from {@link #dropNext}.
   */
  public void applyAndDrop(int times) {
    add(Fault.of(Kind.APPLY_AND_DROP), times);
  }

  /**
   * Applies the next {@code times} requests, then closes the connection after half of the body that
   * {@code Content-Length} promised.
   */
  public void truncateNext(int times) {
    add(Fault.of(Kind.TRUNCATE), times);
  }

  /**
   * Delays every answer, in real time.
   *
   * @throws IllegalArgumentException when {@code duration} is not within 1 ms and 24 hours
   */
  public void latency(Duration duration) {
    add(Fault.lasting(Kind.LATENCY, sensible("latency", duration)), FaultPlan.ALWAYS);
  }

  /**
   * Sends the body of every answer in pieces over {@code duration}, in real time.
   *
   * @throws IllegalArgumentException when {@code duration} is not within 1 ms and 24 hours
   */
  public void slowBodies(Duration duration) {
    add(Fault.lasting(Kind.SLOW_BODY, sensible("slowBodies", duration)), FaultPlan.ALWAYS);
  }

  private static Duration sensible(String fault, Duration duration) {
    if (duration.compareTo(Duration.ofMillis(1)) < 0
        || duration.compareTo(Duration.ofHours(24)) > 0) {
      throw new IllegalArgumentException(
          fault + " must be within 1 ms and 24 hours, was " + duration);
    }
    return duration;
  }

  /** Adds a field {@code sandbox_new_field} to every object of every answer. */
  public void unknownFields() {
    add(Fault.of(Kind.NEW_FIELDS), FaultPlan.ALWAYS);
  }

  /**
   * Puts {@code sandbox_new_value} wherever the document lists the values of an answer's field, as
   * it does of {@code status} and of a step's {@code type}.
   */
  public void unknownValues() {
    add(Fault.of(Kind.NEW_VALUES), FaultPlan.ALWAYS);
  }

  /** Takes back every fault of the sandbox, whatever its operation. */
  public void clear() {
    plan.clear();
  }

  private void add(Fault fault, int times) {
    plan.add(fault, operation, skipped, times);
  }

  /** Returns the operation with this id, or refuses it with the ids that there are. */
  static ApiOperation known(ApiDocument document, String operationId) {
    ApiOperation operation = document.operation(operationId);
    if (operation == null) {
      throw new IllegalArgumentException(
          "the document has no operation "
              + operationId
              + ", but "
              + document.operations().stream()
                  .map(ApiOperation::id)
                  .collect(Collectors.joining(", ")));
    }
    return operation;
  }
}

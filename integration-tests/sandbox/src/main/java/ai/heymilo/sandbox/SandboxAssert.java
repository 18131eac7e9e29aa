// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.generated.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Assertions on what a sandbox received. Methods that assert throw {@link AssertionError} with what
 * was wanted and what was found; no assertion library is needed.
 *
 * <pre>{@code
 * assertThat(sandbox).received("createPosting").withJson("$.title", "Engineer").times(1);
 * assertThat(sandbox).didNotReceive("archivePosting");
 * }</pre>
 *
 * <p>The constants of the generated stubs will do as well: {@code received(CREATE_POSTING)}, with a
 * static import from {@code InterviewersApi}.
 */
public final class SandboxAssert {
  private final HeyMiloSandbox sandbox;

  private SandboxAssert(HeyMiloSandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Returns assertions on {@code sandbox}. */
  public static SandboxAssert assertThat(HeyMiloSandbox sandbox) {
    return new SandboxAssert(sandbox);
  }

  /**
   * Asserts that there was a request to an operation, and returns assertions on such requests.
   *
   * @param operationId an {@code operationId} of the document, such as {@code createPosting}
   * @throws IllegalArgumentException when the document has no such operation
   */
  public RequestsAssert received(String operationId) {
    List<ReceivedRequest> requests = of(operationId);
    if (requests.isEmpty()) {
      throw new AssertionError(
          "Expected a request to " + operationId + ", but there was none." + everything());
    }
    return new RequestsAssert(operationId, requests, requests, List.of());
  }

  /** Asserts the same of an operation that is named by its constant, {@code CREATE_POSTING}. */
  public RequestsAssert received(Operation operation) {
    return received(operation.id());
  }

  /**
   * Asserts that there was no request to an operation.
   *
   * @throws IllegalArgumentException when the document has no such operation
   */
  public SandboxAssert didNotReceive(String operationId) {
    List<ReceivedRequest> requests = of(operationId);
    if (!requests.isEmpty()) {
      throw new AssertionError(
          "Expected no request to " + operationId + ", but there were:" + listed(requests));
    }
    return this;
  }

  /** Asserts the same of an operation that is named by its constant, {@code ARCHIVE_POSTING}. */
  public SandboxAssert didNotReceive(Operation operation) {
    return didNotReceive(operation.id());
  }

  /** Asserts that no request arrived. */
  public SandboxAssert receivedNothing() {
    if (!sandbox.received().isEmpty()) {
      throw new AssertionError("Expected no request." + everything());
    }
    return this;
  }

  /**
   * Asserts that all requests were to these operations, in this order, and that there were no
   * others.
   *
   * @throws IllegalArgumentException when the document lacks one of the operations
   */
  public SandboxAssert receivedExactly(String... operationIds) {
    List<String> wanted = new ArrayList<>();
    for (String operationId : operationIds) {
      wanted.add(Faults.known(sandbox.document(), operationId).id());
    }
    List<String> found =
        sandbox.received().stream()
            .map(request -> request.operationId().orElse("unknown"))
            .collect(Collectors.toList());
    if (!wanted.equals(found)) {
      throw new AssertionError(
          "Expected exactly the requests "
              + String.join(", ", wanted)
              + "\n but there were exactly    "
              + String.join(", ", found)
              + "."
              + everything());
    }
    return this;
  }

  private List<ReceivedRequest> of(String operationId) {
    Faults.known(sandbox.document(), operationId);
    return sandbox.received().stream()
        .filter(request -> request.operationId().filter(operationId::equals).isPresent())
        .collect(Collectors.toList());
  }

  private String everything() {
    List<ReceivedRequest> all = sandbox.received();
    return all.isEmpty() ? "\nNothing was received." : "\nReceived:" + listed(all);
  }

  private static String listed(List<ReceivedRequest> requests) {
    StringBuilder lines = new StringBuilder();
    for (ReceivedRequest request : requests) {
      lines
          .append("\n  ")
          .append(request.operationId().orElse("unknown"))
          .append(": ")
          .append(request);
    }
    return lines.toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import java.util.Map;

/** An operation that a request is for, with the values of the path's parameters. */
public final class Route {
  private final ApiOperation operation;
  private final Map<String, String> pathValues;

  Route(ApiOperation operation, Map<String, String> pathValues) {
    this.operation = operation;
    this.pathValues = Map.copyOf(pathValues);
  }

  /** Returns the operation. */
  public ApiOperation operation() {
    return operation;
  }

  /** Returns the decoded values of the path's parameters by name. */
  public Map<String, String> pathValues() {
    return pathValues;
  }
}

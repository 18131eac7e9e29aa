// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import java.util.List;
import java.util.Map;

/** An operation that a request is for, with the values of the path's parameters. */
public final class Route {
  private final ApiOperation operation;
  private final List<String> path;
  private final Map<String, String> pathValues;

  Route(ApiOperation operation, List<String> path, Map<String, String> pathValues) {
    this.operation = operation;
    this.path = List.copyOf(path);
    this.pathValues = Map.copyOf(pathValues);
  }

  /** Returns the operation. */
  public ApiOperation operation() {
    return operation;
  }

  /** Returns the decoded segments of the path; the first is empty. */
  public List<String> path() {
    return path;
  }

  /** Returns the decoded values of the path's parameters by name. */
  public Map<String, String> pathValues() {
    return pathValues;
  }
}

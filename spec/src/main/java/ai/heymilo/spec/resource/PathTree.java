// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The paths of a document as a tree of segments; path parameters are alike, whatever their name.
 */
final class PathTree {
  /** Beside an operation its path: paths that differ in names of parameters share a node. */
  static final String PATH = "x-path";

  private static final String ANY = "{}";
  private static final Pattern PREFIX = Pattern.compile("(?i)api|v\\d.*");

  /** One segment of a path. */
  static final class Node {
    private final @Nullable Node parent;
    private final String segment;
    private final String path;
    private final Map<String, Node> children = new LinkedHashMap<>();
    private final Map<String, JsonNode> operations = new LinkedHashMap<>();

    private Node(@Nullable Node parent, String segment, String path) {
      this.parent = parent;
      this.segment = segment;
      this.path = path;
    }

    @Nullable Node parent() {
      return parent;
    }

    /** Returns the path to here as first published. */
    String path() {
      return path;
    }

    /** Returns the words of the segment; for a parameter those of what it is the id of. */
    List<String> words() {
      return isParameter() ? Words.ofId(segment) : Words.of(segment);
    }

    /** Returns the parameter's name. */
    String parameter() {
      return segment.substring(1, segment.length() - 1);
    }

    boolean isParameter() {
      return isParameter(segment);
    }

    private static boolean isParameter(String segment) {
      return segment.matches("\\{[^{}]+}");
    }

    /** Returns whether it only leads to the API: {@code /api/v2}. */
    boolean isPrefix() {
      Node above = parent;
      return above == null || (above.isPrefix() && PREFIX.matcher(segment).matches());
    }

    @Nullable Node item() {
      return children.get(ANY);
    }

    Iterable<Node> children() {
      return children.values();
    }

    /** Returns the operations at this path, by HTTP method in capitals. */
    Map<String, JsonNode> operations() {
      return operations;
    }

    private Node child(String name) {
      return children.computeIfAbsent(
          isParameter(name) ? ANY : name, key -> new Node(this, name, path + "/" + name));
    }
  }

  private final Node root = new Node(null, "", "");

  /** Adds an operation under its path. */
  void add(String path, String httpMethod, ObjectNode operation) {
    operation.put(PATH, path);
    Node node = root;
    for (String segment : segments(path)) {
      node = node.child(segment);
    }
    node.operations.put(httpMethod, operation);
  }

  Node root() {
    return root;
  }

  /** Returns the names of the parameters in a path that fill a segment, in order. */
  static List<String> parameters(String path) {
    List<String> names = new ArrayList<>();
    for (String segment : segments(path)) {
      if (Node.isParameter(segment)) {
        names.add(segment.substring(1, segment.length() - 1));
      }
    }
    return names;
  }

  static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    return segments;
  }
}

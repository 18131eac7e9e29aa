// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A class for a path: what is there, and what can be done with it. */
public final class Resource {
  /** What is at the path. */
  public enum Kind {
    /** Many of a kind: {@code /webhooks}. */
    COLLECTION,
    /** One of them: {@code /webhooks/{webhook_id}}. */
    ITEM,
    /** One of its own, or a place with actions: {@code /workspace}, {@code /ats}. */
    PLACE
  }

  private final Kind kind;
  private final String path;
  private final List<String> pathIds;
  private @Nullable Resource parent;
  private final List<Resource> children = new ArrayList<>();
  private final List<ResourceOperation> operations = new ArrayList<>();
  private final boolean hidden;
  private String className;
  private final String accessor;

  Resource(
      Kind kind,
      String path,
      List<String> pathIds,
      @Nullable Resource parent,
      String className,
      String accessor,
      boolean hidden) {
    this.kind = kind;
    this.path = path;
    this.pathIds = List.copyOf(pathIds);
    this.parent = parent;
    this.className = className;
    this.accessor = accessor;
    this.hidden = hidden;
  }

  /** Returns what is at the path. */
  public Kind kind() {
    return kind;
  }

  /** Returns the path as published, with its ids in braces. */
  public String path() {
    return path;
  }

  /** Returns the names of the ids in the path, outermost first; for an item the last is its own. */
  public List<String> pathIds() {
    return pathIds;
  }

  /** Returns the simple name of the Java class. */
  public String className() {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** Returns whether its accessor is hidden: what it belongs to has a better one. */
  boolean isHidden() {
    return hidden;
  }

  /** Returns the class written by hand that extends the generated one, with its package. */
  public Optional<String> handWritten() {
    return className.indexOf('.') < 0 ? Optional.empty() : Optional.of(className);
  }

  /** Returns the name of the method by which it is reached: {@code webhooks}, {@code webhook}. */
  public String accessor() {
    return accessor;
  }

  /**
   * Returns what it belongs to: the collection for an item, the item for its parts; empty for what
   * the client itself has.
   */
  public Optional<Resource> parent() {
    return Optional.ofNullable(parent);
  }

  /** Returns what belongs to it, in document order. */
  public List<Resource> children() {
    return Collections.unmodifiableList(children);
  }

  /** Returns the item of a collection. */
  public Optional<Resource> item() {
    return kind == Kind.COLLECTION
        ? children.stream().filter(child -> child.kind == Kind.ITEM).findFirst()
        : Optional.empty();
  }

  /** Returns its operations, in document order. */
  public List<ResourceOperation> operations() {
    return Collections.unmodifiableList(operations);
  }

  /** Returns the operation at this very path with an HTTP method, for example {@code GET}. */
  public Optional<ResourceOperation> at(String httpMethod) {
    return operations.stream()
        .filter(one -> !one.isAction() && one.httpMethod().equals(httpMethod))
        .findFirst();
  }

  void add(Resource child) {
    children.add(child);
  }

  void add(ResourceOperation operation) {
    operations.add(operation);
  }

  /** Puts a child in the place of this. */
  void replaceBy(Resource child) {
    child.parent = parent;
    if (parent != null) {
      parent.children.set(parent.children.indexOf(this), child);
    }
  }

  void rename(String newClassName) {
    className = newClassName;
  }

  @Override
  public String toString() {
    return kind
        + " "
        + className
        + " "
        + path
        + operations.stream().map(one -> "\n  " + one).collect(Collectors.joining());
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation as a method of a resource. Immutable once the resources are known. */
public final class ResourceOperation {
  /** What is sent beside the parameters. */
  public enum Body {
    NONE,
    JSON,
    /** Bytes with a content type of the caller's. */
    RAW
  }

  /** What a success brings. */
  public enum Answer {
    JSON,
    BYTES,
    /** A documented redirect, whose target is in the {@code Location} header. */
    REDIRECT,
    NOTHING
  }

  /** What may be sent again after what. */
  public enum Retry {
    /** It changes nothing. */
    READ,
    /** Done twice, it comes to the same. */
    REPEATABLE,
    /** PATCH: repeatable if the caller opts in. */
    UPDATE,
    /** Whatever may create something. */
    ONCE
  }

  private final Resource resource;
  private final String path;
  private final String httpMethod;
  private final JsonNode node;
  private final OperationFacts facts;
  private String name;
  private @Nullable ResourceOperation lookUp;

  ResourceOperation(
      Resource resource,
      String path,
      String httpMethod,
      JsonNode node,
      OperationFacts facts,
      String name) {
    this.resource = resource;
    this.path = path;
    this.httpMethod = httpMethod;
    this.node = node;
    this.facts = facts;
    this.name = name;
  }

  /** Returns what the operation belongs to. */
  public Resource resource() {
    return resource;
  }

  /** Returns the id as published; method and path as one word where the document has none. */
  public String operationId() {
    return node.path("x-operation-id").asText();
  }

  /** Returns the id as a Java name, which is the name of the stub's method. */
  public String stubMethod() {
    return node.path("operationId").asText();
  }

  /** Returns the tag under which the stub is. */
  public String tag() {
    return node.path("tags").path(0).asText();
  }

  /** Returns the HTTP method, in capitals. */
  public String httpMethod() {
    return httpMethod;
  }

  /** Returns the path as published. */
  public String path() {
    return path;
  }

  /** Returns whether the path goes on below that of the resource. */
  public boolean isAction() {
    return PathTree.segments(path).size() > PathTree.segments(resource.path()).size();
  }

  /** Returns the name of the fluent method. */
  public String name() {
    return name;
  }

  /** Returns whether a hand-written method takes its place. */
  public boolean isHidden() {
    return facts.hidden;
  }

  /**
   * Returns the operation with references to parameters, bodies and answers resolved, and each body
   * in one form; schemas are referred to by their published names.
   */
  public JsonNode node() {
    return node;
  }

  /** Returns whether it makes another one of what it belongs to: a POST, or {@code clone}. */
  boolean creates() {
    return resource.kind() == Resource.Kind.ITEM
        ? facts.creates && MethodNames.isVerb(this)
        : resource.kind() == Resource.Kind.COLLECTION && httpMethod.equals("POST");
  }

  /** Returns how its list is paged; empty if it is none, or comes in one piece. */
  public Optional<Paging> paging() {
    return Optional.ofNullable(facts.paging);
  }

  /** Returns whether the answer's {@code data} is what the method returns. */
  public boolean unwrapsData() {
    return facts.unwrapsData;
  }

  /** Returns whether what the method returns is a list in one piece. */
  public boolean isList() {
    return facts.list;
  }

  /** Returns what is sent beside the parameters. */
  public Body body() {
    return facts.body;
  }

  /** Returns what a success brings. */
  public Answer answer() {
    return facts.answer;
  }

  /** Returns what may be sent again after what. */
  public Retry retry() {
    return facts.retry;
  }

  /**
   * Returns the operation that shows whether a write in doubt was applied: the {@code get} of the
   * item or the {@code list} of the collection; empty if the document has neither.
   */
  public Optional<ResourceOperation> lookUp() {
    return Optional.ofNullable(lookUp);
  }

  void rename(String newName) {
    name = newName;
  }

  void lookUp(@Nullable ResourceOperation operation) {
    lookUp = operation;
  }

  @Override
  public String toString() {
    return resource.className()
        + "."
        + name
        + " = "
        + operationId()
        + " "
        + httpMethod
        + " "
        + path
        + (facts.paging == null ? "" : " " + facts.paging)
        + (facts.unwrapsData ? " data" : "")
        + (facts.list ? " list" : "")
        + " body "
        + facts.body
        + " answer "
        + facts.answer
        + " retry "
        + facts.retry
        + (lookUp == null ? "" : " look up by " + lookUp.operationId());
  }
}

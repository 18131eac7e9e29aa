// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import ai.heymilo.spec.derive.GeneratorView;
import ai.heymilo.spec.resource.PathTree.Node;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a document. Each operation belongs to one: that of the longest part of its path
 * which is a collection ({@code /webhooks}), an item of one ({@code /webhooks/{webhook_id}}), or a
 * place by itself ({@code /ats}); what comes after that is an action.
 */
public final class Resources {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode document;
  private final Schemas schemas;
  private final Names names;
  private final List<Resource> all = new ArrayList<>();
  private final List<String> undecided = new ArrayList<>();

  private Resources(JsonNode document, Names names) {
    this.document = document;
    this.schemas = new Schemas(document);
    this.names = names;
  }

  /**
   * Finds the resources of a published document, which is left as it is.
   *
   * @throws ai.heymilo.spec.derive.UnsupportedDocumentException if a reference leads nowhere
   */
  public static Resources of(JsonNode published, Names names) {
    Resources resources = new Resources(GeneratorView.operations(published), names);
    resources.find();
    return resources;
  }

  /** Returns all resources, each after what it belongs to. */
  public List<Resource> all() {
    return List.copyOf(all);
  }

  /** Returns what the client itself has, in document order. */
  public List<Resource> roots() {
    List<Resource> roots = new ArrayList<>(all);
    roots.removeIf(resource -> resource.parent().isPresent());
    return roots;
  }

  /** Returns every operation of the document. */
  public List<ResourceOperation> operations() {
    List<ResourceOperation> operations = new ArrayList<>();
    all.forEach(resource -> operations.addAll(resource.operations()));
    return operations;
  }

  /** Returns an operation by HTTP method, in capitals, and path, as published. */
  public Optional<ResourceOperation> operation(String httpMethod, String path) {
    return operations().stream()
        .filter(one -> one.httpMethod().equals(httpMethod) && one.path().equals(path))
        .findFirst();
  }

  /**
   * Returns one line for each thing that could not be decided, with the line to add to the names
   * file; empty if all is clear. What stands in the model instead works, under a longer name or in
   * one piece.
   */
  public List<String> undecided() {
    return List.copyOf(undecided);
  }

  private void find() {
    PathTree tree = new PathTree();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          tree.add(
              path.getKey(),
              method.getKey().toUpperCase(Locale.ROOT),
              (ObjectNode) method.getValue());
        }
      }
    }
    walk(tree.root(), null);
    new ArrayList<>(all).forEach(this::skip);
    ClassNames.qualify(all);
    MethodNames methods = new MethodNames(names);
    for (Resource resource : all) {
      resource.operations().forEach(one -> one.rename(methods.name(one)));
      MethodNames.findClashes(resource, undecided);
      resource.operations().forEach(one -> one.lookUp(lookUp(one)));
    }
  }

  /** Leaves out a collection that has nothing but items. */
  private void skip(Resource resource) {
    Resource item = resource.item().orElse(null);
    if (item != null && resource.operations().isEmpty() && resource.children().size() == 1) {
      resource.replaceBy(item);
      all.remove(resource);
    }
  }

  private void walk(Node node, @Nullable Resource above) {
    Resource resource = isResource(node) ? resource(node, above) : above;
    if (resource == null && !node.operations().isEmpty()) {
      resource = place(node);
    }
    for (Map.Entry<String, JsonNode> operation : node.operations().entrySet()) {
      Resource owner = Objects.requireNonNull(resource);
      owner.add(
          new ResourceOperation(
              owner,
              operation.getValue().path(PathTree.PATH).asText(),
              operation.getKey(),
              operation.getValue(),
              OperationFacts.of(
                  operation.getValue(), operation.getKey(), schemas, names, undecided),
              ""));
    }
    for (Node child : node.children()) {
      walk(child, resource);
    }
  }

  private boolean isResource(Node node) {
    if (node.isPrefix()) {
      return false;
    }
    Node parent = node.parent();
    boolean first = parent == null || parent.isPrefix();
    return first
        || node.isParameter()
        || node.item() != null
        || names.className(node.path()).isPresent()
        || lists(node, true);
  }

  /** Returns whether a GET at a node returns a list: page by page, or in one piece. */
  private boolean lists(Node node, boolean paged) {
    JsonNode get = node.operations().get("GET");
    if (get == null || names.has(get.path("x-operation-id").asText(), Names.ACTION)) {
      return false;
    }
    OperationFacts facts = OperationFacts.of(get, "GET", schemas, names, new ArrayList<>());
    return facts.paging != null || (!paged && facts.list);
  }

  private Resource resource(Node node, @Nullable Resource above) {
    List<String> ids = new ArrayList<>();
    for (Node at = node; at != null; at = at.parent()) {
      if (at.isParameter()) {
        ids.add(0, at.parameter());
      }
    }
    Resource.Kind kind =
        node.isParameter()
            ? Resource.Kind.ITEM
            : node.item() != null || lists(node, false)
                ? Resource.Kind.COLLECTION
                : Resource.Kind.PLACE;
    List<String> words = words(node);
    String className =
        names.className(node.path()).orElseGet(() -> ClassNames.of(kind, words, above));
    Resource resource =
        new Resource(
            kind,
            node.path(),
            ids,
            above,
            className,
            Words.lowerCamel(words),
            names.has(node.path(), Names.HIDDEN));
    if (above != null) {
      above.add(resource);
    }
    all.add(resource);
    return resource;
  }

  /**
   * Returns the words of a resource's name. An item is named by its id, or by its collection where
   * that tells more: {@code /email-templates/{template_id}}, {@code /webhooks/{id}}.
   */
  private static List<String> words(Node node) {
    Node parent = node.parent();
    if (!node.isParameter() || parent == null || parent.isParameter() || parent.isPrefix()) {
      return node.words();
    }
    List<String> words = node.words();
    List<String> one = Words.singular(parent.words());
    boolean tellsMore =
        words.equals(List.of("id"))
            || (one.size() > words.size()
                && one.subList(one.size() - words.size(), one.size()).equals(words));
    return tellsMore ? one : words;
  }

  /** Returns what the operations on a prefix itself belong to: a place named by their tag. */
  private Resource place(Node node) {
    JsonNode first = node.operations().values().iterator().next();
    List<String> words = Words.of(first.path("tags").path(0).asText());
    Resource resource =
        new Resource(
            Resource.Kind.PLACE,
            node.path(),
            List.of(),
            null,
            Words.upperCamel(words),
            Words.lowerCamel(words),
            false);
    all.add(resource);
    return resource;
  }

  /**
   * Returns what shows whether a write was applied: the list of what it creates, else what reads at
   * its path or above.
   */
  private static @Nullable ResourceOperation lookUp(ResourceOperation operation) {
    if (operation.retry() == ResourceOperation.Retry.READ) {
      return null;
    }
    for (ResourceOperation other : operation.resource().operations()) {
      if (other.path().equals(operation.path()) && other.httpMethod().equals("GET")) {
        return other;
      }
    }
    ResourceOperation read = null;
    for (Resource at = operation.resource(); at != null; at = at.parent().orElse(null)) {
      ResourceOperation get = at.at("GET").orElse(null);
      if (get != null && operation.creates() == (at.kind() == Resource.Kind.COLLECTION)) {
        return get;
      }
      read = read == null ? get : read;
    }
    return read;
  }
}

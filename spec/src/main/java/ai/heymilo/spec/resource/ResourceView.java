// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import ai.heymilo.spec.derive.UnsupportedDocumentException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The code generator's view of resources: in the view of the document, whether an operation is
 * repeatable and which one shows its effect; and a view of its own, in which each resource is a
 * schema and all that its class needs is beside it ({@code x-resource}).
 */
public final class ResourceView {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Methods that the client has beside its resources. */
  private static final List<String> OF_THE_CLIENT =
      List.of("api", "async", "call", "close", "quota");

  private final ObjectNode view;
  private final JavaTypes types;

  private ResourceView(ObjectNode view, Resources resources) {
    this.view = view;
    Set<String> names = new HashSet<>();
    for (Resource resource : resources.all()) {
      names.add(generatedName(resource));
      names.add(generatedName(resource) + "Async");
    }
    this.types = new JavaTypes(view, names);
  }

  /**
   * Finds the resources of a published document and writes what follows from them.
   *
   * @param args the document, the names file, the generator's view, which is completed, and the
   *     file to write the view of the resources to
   * @throws UnsupportedDocumentException if something cannot be decided without the names file
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 4) {
      throw new IllegalArgumentException("usage: ResourceView DOCUMENT NAMES VIEW RESOURCES");
    }
    Names names = Names.read(Path.of(args[1]));
    JsonNode published = MAPPER.readTree(Files.readAllBytes(Path.of(args[0])));
    ObjectNode view = (ObjectNode) MAPPER.readTree(Files.readAllBytes(Path.of(args[2])));
    ObjectNode resources = of(Resources.of(published, names), view);
    write(view, Path.of(args[2]));
    write(resources, Path.of(args[3]));
  }

  private static void write(ObjectNode document, Path file) throws IOException {
    Files.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
  }

  /**
   * Completes the view of a document, and returns the one of its resources.
   *
   * @throws UnsupportedDocumentException if something cannot be decided without the names file
   */
  public static ObjectNode of(Resources resources, ObjectNode view) {
    if (!resources.undecided().isEmpty()) {
      throw new UnsupportedDocumentException(resources.undecided());
    }
    return new ResourceView(view, resources).all(resources);
  }

  private ObjectNode all(Resources resources) {
    ObjectNode document = MAPPER.createObjectNode().put("openapi", "3.0.3");
    document.set("info", view.path("info"));
    document.putObject("paths");
    ObjectNode schemas = document.putObject("components").putObject("schemas");
    ArrayNode accessors = document.putArray("x-accessors");
    for (Resource resource : resources.all()) {
      ObjectNode schema = schemas.putObject(generatedName(resource)).put("type", "object");
      schema.putObject("properties").putObject("unused").put("type", "string");
      schema.set("x-resource", resource(resource));
    }
    for (JsonNode schema : view.path("components").path("schemas")) {
      if (schema.path("x-clearable").asBoolean()) {
        MethodView.markBuilder((ObjectNode) schema);
      }
    }
    for (Resource root : resources.roots()) {
      accessors.add(accessor(root));
      root.item().ifPresent(item -> accessors.add(accessor(item)));
    }
    return document;
  }

  /** The class that is generated: the base of one that is written by hand. */
  private static String generatedName(Resource resource) {
    return resource.className() + (resource.handWritten().isPresent() ? "Base" : "");
  }

  private ObjectNode resource(Resource resource) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("path", resource.path());
    node.put("hand", resource.handWritten().isPresent());
    node.put("className", resource.className());
    ArrayNode ids = node.putArray("ids");
    for (String id : resource.pathIds()) {
      ids.addObject().put("java", Words.lowerCamel(Words.of(id))).put("wire", id);
    }
    int last = resource.pathIds().size() - 1;
    boolean item = resource.kind() == Resource.Kind.ITEM;
    node.put("id", item ? ids.path(last).path("java").asText() : "").put("item", item);
    ArrayNode children = node.putArray("children");
    for (Resource child : resource.children()) {
      children.add(accessor(child));
      if (child.kind() == Resource.Kind.COLLECTION) {
        child.item().ifPresent(below -> children.add(accessor(below)));
      }
    }
    children.forEach(child -> ((ObjectNode) child).set("ids", ids));
    ArrayNode operations = node.putArray("operations");
    for (ResourceOperation operation : resource.operations()) {
      operations.add(operation(operation));
    }
    return node;
  }

  private static ObjectNode accessor(Resource resource) {
    boolean item = resource.kind() == Resource.Kind.ITEM;
    String name = resource.accessor();
    boolean taken = resource.parent().isEmpty() && OF_THE_CLIENT.contains(name);
    String type = resource.handWritten().orElse(resource.className());
    int last = resource.pathIds().size() - 1;
    return MAPPER
        .createObjectNode()
        .put("name", taken ? name + "Resource" : name)
        .put("type", type)
        .put("path", resource.path())
        .put("item", item)
        .put("hidden", resource.isHidden())
        .put("id", item ? Words.lowerCamel(Words.of(resource.pathIds().get(last))) : "")
        .put("wire", item ? resource.pathIds().get(last) : "");
  }

  private ObjectNode operation(ResourceOperation one) {
    ObjectNode in =
        (ObjectNode)
            view.path("paths").path(one.path()).path(one.httpMethod().toLowerCase(Locale.ROOT));
    in.put("x-repeatable", one.retry() == ResourceOperation.Retry.REPEATABLE);
    one.lookUp().ifPresent(look -> in.put("x-look-up", look.operationId()));
    MethodView method = new MethodView(types, view, in, one);
    return method.node();
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.update;

import ai.heymilo.generated.update.Mutation.Expected;
import ai.heymilo.spec.BundledDocument;
import ai.heymilo.spec.derive.GeneratorView;
import ai.heymilo.spec.update.ChangeKind;
import ai.heymilo.spec.update.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * The places of a document where a change can be seeded: found by their shape, picked at random,
 * none of the same schema or operation twice.
 */
final class Sites {
  static final ObjectMapper JSON = new ObjectMapper();

  /** There is no place left for a change of this kind. */
  static final class NoSiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  final ObjectNode document;
  final Random random;
  private final Set<String> taken = new HashSet<>();
  private final Set<String> sent = new HashSet<>();
  private final Set<String> answered = new HashSet<>();

  Sites(JsonNode original, long seed) {
    document = original.deepCopy();
    random = new Random(seed);
    taken.addAll(instances());
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        reach(operation.path("requestBody"), sent);
        reach(operation.path("parameters"), sent);
        reach(operation.path("responses"), answered);
      }
    }
    for (var named : schemas().properties()) {
      String name = named.getKey();
      if (name.endsWith("Request") && !answered.contains(name) && sent.add(name)) {
        reach(named.getValue(), sent);
      }
    }
  }

  private void reach(JsonNode from, Set<String> into) {
    for (String ref : from.findValuesAsText("$ref")) {
      String name = ref.substring(ref.lastIndexOf('/') + 1);
      if (ref.startsWith("#/components/schemas/") && into.add(name)) {
        reach(schemas().path(name), into);
      }
    }
  }

  /** Returns the instances of generic schemas, which change all at once or not at all. */
  private Set<String> instances() {
    JsonNode merged = GeneratorView.withGenerics(document).at("/components/schemas");
    Set<String> names = new HashSet<>();
    schemas().fieldNames().forEachRemaining(names::add);
    names.removeIf(merged::has);
    return names;
  }

  static JsonNode bundled() {
    try {
      return JSON.readTree(BundledDocument.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A named schema. */
  record Schema(Sites sites, String name, ObjectNode node) {
    boolean isSent() {
      return sites.sent.contains(name);
    }

    boolean isRead() {
      return !isSent() || sites.answered.contains(name);
    }

    boolean hasFields() {
      return !node.path("properties").isEmpty();
    }

    ObjectNode properties() {
      return (ObjectNode) node.path("properties");
    }

    Expected expect(ChangeKind kind, String below, Effect ifSent, Effect ifRead) {
      Effect request = isSent() ? ifSent : Effect.NONE;
      Effect response = isRead() ? ifRead : Effect.NONE;
      return new Expected(kind, name + below, request.compareTo(response) > 0 ? request : response);
    }
  }

  /** A property: as it is written, and without "may be null" around it. */
  record Field(Schema owner, String name, ObjectNode written, ObjectNode inner) {
    boolean isNullable() {
      return written != inner || inner.path("type").isArray();
    }

    boolean isRequired() {
      return contains(owner.node().path("required"), name);
    }

    boolean is(String type) {
      return inner.path("type").asText().equals(type);
    }

    String description() {
      return written.path("description").asText();
    }

    /** Is a text of which the rules make nothing else. */
    boolean isPlainText() {
      return is("string")
          && !inner.has("enum")
          && !inner.has("const")
          && !inner.has("format")
          && !inner.has("pattern")
          && !description().matches("(?s).*('\\w+'|`|ISO|E\\.164|mail|xclusive|\\d).*");
    }

    Expected expect(ChangeKind kind, Effect ifSent, Effect ifRead) {
      return owner.expect(kind, "." + name, ifSent, ifRead);
    }
  }

  /** An operation; the report calls it by the name of its stub. */
  record Operation(String path, String method, ObjectNode node) {
    String id() {
      return node.path("operationId").asText();
    }

    ArrayNode parameters() {
      return node.withArray("/parameters");
    }

    ObjectNode responses() {
      return (ObjectNode) node.path("responses");
    }

    ObjectNode parameter(Predicate<JsonNode> wanted) {
      return (ObjectNode)
          StreamSupport.stream(node.path("parameters").spliterator(), false)
              .filter(wanted)
              .findFirst()
              .orElseThrow(NoSiteException::new);
    }

    boolean has(Predicate<JsonNode> wanted) {
      return StreamSupport.stream(node.path("parameters").spliterator(), false).anyMatch(wanted);
    }

    Expected expect(ChangeKind kind, String below, Effect effect) {
      return new Expected(kind, id() + below, effect);
    }
  }

  /** Makes a change; returns nothing if all places of its kind are taken. */
  List<Expected> tryChange(Mutation mutation) {
    try {
      return mutation.change().apply(this);
    } catch (NoSiteException e) {
      return List.of();
    }
  }

  ObjectNode schemas() {
    return (ObjectNode) document.at("/components/schemas");
  }

  Schema schema(Predicate<Schema> wanted) {
    List<Schema> all = new ArrayList<>();
    for (var named : schemas().properties()) {
      Schema schema = new Schema(this, named.getKey(), (ObjectNode) named.getValue());
      if (!taken.contains(schema.name()) && wanted.test(schema)) {
        all.add(schema);
      }
    }
    Schema picked = pick(all);
    taken.add(picked.name());
    return picked;
  }

  Field field(Predicate<Field> wanted) {
    Schema owner = schema(schema -> fields(schema).stream().anyMatch(wanted));
    return pick(fields(owner).stream().filter(wanted).toList());
  }

  List<Field> fields(Schema schema) {
    List<Field> fields = new ArrayList<>();
    for (var property : schema.node().path("properties").properties()) {
      ObjectNode written = (ObjectNode) property.getValue();
      JsonNode any = written.path("anyOf");
      boolean nullable = any.size() == 2 && any.at("/1/type").asText().equals("null");
      ObjectNode inner = nullable ? (ObjectNode) any.get(0) : written;
      fields.add(new Field(schema, property.getKey(), written, inner));
    }
    return fields;
  }

  /** Picks an operation whose id is its stub's name already. */
  Operation operation(Predicate<Operation> wanted) {
    List<Operation> all = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (method.getValue().path("operationId").asText().matches("[a-z][A-Za-z]*")) {
          Operation one =
              new Operation(path.getKey(), method.getKey(), (ObjectNode) method.getValue());
          if (!taken.contains(one.id()) && wanted.test(one)) {
            all.add(one);
          }
        }
      }
    }
    Operation picked = pick(all);
    taken.add(picked.id());
    return picked;
  }

  /** Takes what there is once in a document. */
  void once(String what) {
    if (!taken.add(what)) {
      throw new NoSiteException();
    }
  }

  <T> T pick(List<T> all) {
    if (all.isEmpty()) {
      throw new NoSiteException();
    }
    return all.get(random.nextInt(all.size()));
  }

  /** Is the whole body of a PATCH. */
  boolean isChanging(Schema schema) {
    return document.path("paths").findValues("patch").stream()
        .anyMatch(
            patch ->
                patch.path("requestBody").findValuesAsText("$ref").stream()
                    .anyMatch(ref -> ref.endsWith("/" + schema.name())));
  }

  boolean isReferredTo(String schema) {
    return document.toString().contains("/" + schema + "\"");
  }

  static boolean contains(JsonNode list, String text) {
    return StreamSupport.stream(list.spliterator(), false).anyMatch(i -> i.asText().equals(text));
  }
}

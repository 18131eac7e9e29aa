// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * The places of the bundled document where a change can be seeded: picked at random, none of the
 * same schema or operation twice.
 */
final class Sites {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode BUNDLED = bundled();
  private static final Set<String> SENT = sent();
  private static final Set<String> ANSWERED = answered();

  /** A named schema. */
  record Schema(String name, ObjectNode node, boolean sent) {
    Expected expect(ChangeKind kind, String below, Effect request, Effect response) {
      return new Expected(
          kind,
          name + below,
          sent ? request : Effect.NONE,
          sent && !ANSWERED.contains(name) ? Effect.NONE : response);
    }
  }

  /** A property: as it is written, and without "may be null" around it. */
  record Field(Schema owner, String name, ObjectNode written, ObjectNode inner) {
    boolean isNullable() {
      return !written.equals(inner);
    }

    boolean isRequired() {
      return texts(owner.node().path("required")).contains(name);
    }

    boolean is(String type) {
      return inner.path("type").asText().equals(type);
    }

    ObjectNode properties() {
      return (ObjectNode) owner.node().path("properties");
    }

    Expected expect(ChangeKind kind, Effect request, Effect response) {
      return owner.expect(kind, "." + name, request, response);
    }
  }

  /** An operation. */
  record Operation(String path, String method, ObjectNode node) {
    String id() {
      return node.path("operationId").asText();
    }

    ArrayNode parameters() {
      return (ArrayNode) node.path("parameters");
    }

    boolean has(Predicate<JsonNode> wanted) {
      return StreamSupport.stream(parameters().spliterator(), false).anyMatch(wanted);
    }

    ObjectNode parameter(Predicate<JsonNode> wanted) {
      return (ObjectNode)
          StreamSupport.stream(parameters().spliterator(), false)
              .filter(wanted)
              .findFirst()
              .orElseThrow();
    }

    Expected expect(ChangeKind kind, String below, Effect request, Effect response) {
      return new Expected(kind, id() + below, request, response);
    }
  }

  final ObjectNode document = BUNDLED.deepCopy();
  final Random random;
  private final Set<String> taken = new HashSet<>();

  Sites(long seed) {
    random = new Random(seed);
  }

  static JsonNode bundled() {
    try {
      return JSON.readTree(BundledDocument.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a change; none if all places of its kind are taken. */
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
      Schema schema =
          new Schema(named.getKey(), (ObjectNode) named.getValue(), SENT.contains(named.getKey()));
      if (!taken.contains(schema.name()) && wanted.test(schema)) {
        all.add(schema);
      }
    }
    Schema picked = pick(all);
    taken.add(picked.name());
    return picked;
  }

  Field field(Predicate<Field> wanted) {
    Predicate<Schema> has = schema -> fields(schema).stream().anyMatch(wanted);
    return pick(fields(schema(has)).stream().filter(wanted).toList());
  }

  private static List<Field> fields(Schema schema) {
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

  Operation operation(Predicate<Operation> wanted) {
    List<Operation> all = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        Operation one =
            new Operation(path.getKey(), method.getKey(), (ObjectNode) method.getValue());
        if (!taken.contains(one.id()) && wanted.test(one)) {
          all.add(one);
        }
      }
    }
    Operation picked = pick(all);
    taken.add(picked.id());
    return picked;
  }

  /** Says whether this is the first change of its kind here; such as are of the whole document. */
  void once(String what) {
    if (!taken.add(what)) {
      throw new NoSiteException();
    }
  }

  private <T> T pick(List<T> all) {
    if (all.isEmpty()) {
      throw new NoSiteException();
    }
    return all.get(random.nextInt(all.size()));
  }

  boolean isReferredTo(String schema) {
    return document.toString().contains("/" + schema + "\"");
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** What request bodies reach, and what is named as if it were to be sent. */
  private static Set<String> sent() {
    Set<String> sent = new LinkedHashSet<>();
    BUNDLED.path("paths").findValues("requestBody").forEach(body -> reach(body, sent));
    for (var named : BUNDLED.at("/components/schemas").properties()) {
      if (named.getKey().endsWith("Request") && sent.add(named.getKey())) {
        reach(named.getValue(), sent);
      }
    }
    return sent;
  }

  private static Set<String> answered() {
    Set<String> answered = new LinkedHashSet<>();
    BUNDLED.path("paths").findValues("responses").forEach(answers -> reach(answers, answered));
    return answered;
  }

  private static void reach(JsonNode from, Set<String> into) {
    for (String ref : from.findValuesAsText("$ref")) {
      String name = ref.substring(ref.lastIndexOf('/') + 1);
      if (into.add(name)) {
        reach(BUNDLED.at("/components/schemas").path(name), into);
      }
    }
  }

  /** There is no place left for a change of this kind. */
  static final class NoSiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.resources;

import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.examples.Amount;
import ai.heymilo.sandbox.internal.state.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is kept, by path. Guarded by the store's monitor. */
public final class Shelves {
  private static final int SAMPLES = 3;

  private final Catalogue catalogue;
  private final Mould mould;
  private final Map<String, Function<List<String>, Shelf>> own;
  private final Map<List<String>, Shelf> kept = new HashMap<>();
  private final Map<List<String>, ObjectNode> singletons = new HashMap<>();
  private Ids ids = new Ids();

  /**
   * Returns empty shelves.
   *
   * @param own the shelves of collections that have a hand-written state: path of the collection,
   *     and a function of the path of a request
   */
  Shelves(Catalogue catalogue, Mould mould, Map<String, Function<List<String>, Shelf>> own) {
    this.catalogue = catalogue;
    this.mould = mould;
    this.own = own;
  }

  /** Forgets everything. */
  public void clear() {
    kept.clear();
    singletons.clear();
    ids = new Ids();
  }

  /** Returns the shelf of a collection that {@code path}, as it was sent, leads to or through. */
  Shelf of(Collection collection, List<String> path) {
    int depth = ApiOperation.segments(collection.path()).size();
    List<String> at = path.subList(0, depth);
    Function<List<String>, Shelf> handWritten = own.get(collection.path());
    if (handWritten != null) {
      return handWritten.apply(at);
    }
    return kept.computeIfAbsent(List.copyOf(at), any -> shelf(collection, at));
  }

  private Shelf shelf(Collection collection, List<String> at) {
    boolean made = !collection.isCreatable() && !collection.isListed();
    KeptShelf shelf = new KeptShelf(made ? id -> sample(collection, at, id) : null);
    for (int i = 1; i <= SAMPLES && collection.isListed() && !collection.isCreatable(); i++) {
      ObjectNode sample = sample(collection, at, newId(collection, i));
      shelf.put(id(collection, sample), sample);
    }
    return shelf;
  }

  private ObjectNode sample(Collection collection, List<String> at, String id) {
    Known known = known(collection, at, id);
    long seed = (at + id).hashCode();
    JsonNode made = mould.made(collection.item(), known, Amount.FULL, seed, null);
    return made.isObject() ? (ObjectNode) made : JsonNodeFactory.instance.objectNode();
  }

  /** Returns the values that the path gives an item: its own id, and those of its owners. */
  Known known(Collection collection, List<String> at, String id) {
    ObjectNode values = pathValues(ApiOperation.segments(collection.path()), at);
    if (!collection.idProperty().isEmpty()) {
      JsonNode schema = mould.properties(collection.item()).path(collection.idProperty());
      values.set(collection.idProperty(), idValue(schema, id));
    }
    return Known.in(values);
  }

  static ObjectNode pathValues(List<String> segments, List<String> at) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < Math.min(segments.size(), at.size()); i++) {
      String segment = segments.get(i);
      if (ApiOperation.isParameter(segment)) {
        values.put(segment.substring(1, segment.length() - 1), at.get(i));
      }
    }
    return values;
  }

  private JsonNode idValue(JsonNode schema, String id) {
    boolean number =
        mould.value(catalogue.shapes().of(schema)).path("type").asText().equals("integer");
    return number && id.matches("\\d{1,18}")
        ? JsonNodeFactory.instance.numberNode(Long.parseLong(id))
        : JsonNodeFactory.instance.textNode(id);
  }

  /** Returns an id that no object of the collection has, in the form that the schema wants. */
  String newId(Collection collection) {
    return newId(collection, 0);
  }

  private String newId(Collection collection, int n) {
    String id = ids.next(collection.noun() + "_");
    JsonNode schema = mould.properties(collection.item()).path(collection.idProperty());
    ObjectNode shape = mould.value(catalogue.shapes().of(schema));
    if (shape.path("type").asText().equals("integer")) {
      return String.valueOf(ids.issued());
    }
    boolean plain =
        !shape.has("pattern")
            && !shape.has("format")
            && !shape.has("maxLength")
            && !shape.has("enum");
    return plain
        ? id
        : mould.examples(Amount.FULL, ids.issued() + n).of(shape, collection.idProperty()).asText();
  }

  /** Returns the id of an object, a new one when it has none. */
  String id(Collection collection, JsonNode object) {
    JsonNode id = object.path(collection.idProperty());
    return id.isValueNode() && !id.isNull() ? id.asText() : newId(collection);
  }

  /** Returns the one object at a path, made up when nobody has set it. */
  ObjectNode singleton(List<String> path, JsonNode schema, Known known) {
    return singletons.computeIfAbsent(
        List.copyOf(path),
        key -> {
          JsonNode made = mould.made(schema, known, Amount.FULL, key.hashCode(), null);
          return made.isObject() ? (ObjectNode) made : JsonNodeFactory.instance.objectNode();
        });
  }

  /** Forgets the one object at a path. */
  void clear(List<String> path) {
    singletons.remove(path);
  }

  /** Forgets what belongs to an object that is gone. */
  void removeBelow(List<String> path) {
    kept.keySet().removeIf(key -> isBelow(path, key));
    singletons.keySet().removeIf(key -> isBelow(path, key));
  }

  private static boolean isBelow(List<String> path, List<String> key) {
    return key.size() > path.size() && key.subList(0, path.size()).equals(path);
  }

  /** Returns the kept objects of a collection, wherever they are. */
  List<ObjectNode> everywhere(Collection collection) {
    List<ObjectNode> all = new ArrayList<>();
    Function<List<String>, Shelf> handWritten = own.get(collection.path());
    if (handWritten != null) {
      return handWritten.apply(List.of()).all();
    }
    List<String> template = ApiOperation.segments(collection.path());
    for (Map.Entry<List<String>, Shelf> shelf : kept.entrySet()) {
      if (matches(template, shelf.getKey())) {
        all.addAll(shelf.getValue().all());
      }
    }
    return all;
  }

  static boolean matches(List<String> template, List<String> at) {
    boolean matches = template.size() == at.size();
    for (int i = 0; matches && i < at.size(); i++) {
      matches = ApiOperation.isParameter(template.get(i)) || template.get(i).equals(at.get(i));
    }
    return matches;
  }

  /** Keeps an object under an id that the caller chose. */
  ObjectNode put(Collection collection, List<String> path, String id, Known known, Instant now) {
    Known all = known(collection, path, id).or(known);
    JsonNode made = mould.made(collection.item(), all, Amount.MINIMAL, id.hashCode(), now);
    ObjectNode object = made.isObject() ? (ObjectNode) made : JsonNodeFactory.instance.objectNode();
    of(collection, path).put(id, object);
    return object;
  }

  /** Creates an object from values; null when the collection's items are no objects. */
  @Nullable ObjectNode create(Collection collection, List<String> path, Known known, Instant now) {
    String id = newId(collection);
    List<String> at = path.subList(0, ApiOperation.segments(collection.path()).size());
    Known all = known.or(known(collection, at, id));
    JsonNode made = mould.made(collection.item(), all, Amount.MINIMAL, id.hashCode(), now);
    if (!made.isObject()) {
      return null;
    }
    ObjectNode object = (ObjectNode) made;
    of(collection, path)
        .put(collection.idProperty().isEmpty() ? id : id(collection, object), object);
    return object;
  }
}

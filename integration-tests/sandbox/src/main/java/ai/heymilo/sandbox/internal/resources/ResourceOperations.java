// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.resources;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.examples.Shapes;
import ai.heymilo.sandbox.internal.operations.Call;
import ai.heymilo.sandbox.internal.operations.Handler;
import ai.heymilo.sandbox.internal.operations.Refusal;
import ai.heymilo.sandbox.internal.operations.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves any operation of the document: by its role on kept objects, or from its schema alone. */
public final class ResourceOperations implements Handler {
  private final Mould mould;
  private final Catalogue catalogue;
  private final Shelves shelves;
  private final Answers answers;
  private final Lists lists;
  private final Supplier<Instant> now;

  /**
   * Returns a server of operations.
   *
   * @param own the shelves of collections whose state is kept elsewhere, by path
   */
  public ResourceOperations(
      ApiDocument document,
      Shapes shapes,
      Map<String, Function<List<String>, Shelf>> own,
      Supplier<Instant> now) {
    this.mould = new Mould(document, shapes);
    this.catalogue = new Catalogue(document, shapes, mould);
    this.shelves = new Shelves(catalogue, mould, own);
    this.answers = new Answers(document, catalogue, mould);
    this.lists = new Lists(mould);
    this.now = now;
  }

  /** Returns what is kept. */
  public Shelves shelves() {
    return shelves;
  }

  /** Returns what fills in answers. */
  public Mould mould() {
    return mould;
  }

  @Override
  public Reply handle(Call call) {
    ApiOperation operation = call.route().operation();
    Role role = catalogue.role(operation);
    Collection collection = catalogue.collection(operation);
    List<String> segments = operation.segments();
    checkOwners(segments, call.route().path(), segments.size() - (role == Role.OTHER ? 0 : 1));
    if (role == Role.OTHER) {
      return other(call);
    }
    return collection == null ? ofSingleton(call, role) : ofCollection(call, role, collection);
  }

  private Reply ofCollection(Call call, Role role, Collection collection) {
    List<String> path = call.route().path();
    Shelf shelf = shelves.of(collection, path);
    if (role == Role.LIST) {
      return page(call, collection, shelf);
    }
    if (role == Role.CREATE) {
      ObjectNode made = shelves.create(collection, path, Known.in(call.body()), now.get());
      return made == null ? other(call) : answers.with(call, collection.item(), made);
    }
    String id = path.get(path.size() - 1);
    ObjectNode object = shelf.get(id);
    if (object == null && role == Role.REPLACE && !collection.isCreatable()) {
      object = shelves.put(collection, path, id, Known.in(call.body()), now.get());
    }
    if (object == null) {
      throw notFound(collection, id);
    }
    if (role == Role.DELETE) {
      shelf.remove(id);
      shelves.removeBelow(path);
      return answers.deleted(call, object);
    }
    return answers.with(
        call,
        collection.item(),
        changed(call, role, collection.item(), object, o -> shelf.put(id, o)));
  }

  private Reply ofSingleton(Call call, Role role) {
    List<String> path = call.route().path();
    JsonNode schema = catalogue.singleton(call.route().operation().path());
    ObjectNode object = shelves.singleton(path, schema, owners(call));
    if (role == Role.DELETE) {
      shelves.clear(path);
      return answers.deleted(call, object);
    }
    return answers.with(call, schema, changed(call, role, schema, object, any -> {}));
  }

  private ObjectNode changed(
      Call call,
      Role role,
      JsonNode schema,
      ObjectNode object,
      java.util.function.Consumer<ObjectNode> keep) {
    if (role == Role.GET) {
      return object;
    }
    ObjectNode changed = object.deepCopy();
    if (role == Role.REPLACE) {
      ObjectNode unset = JsonNodeFactory.instance.objectNode();
      JsonNode settable = mould.properties(answers.bodySchema(call));
      settable.properties().forEach(one -> unset.set(one.getKey(), mould.unset(one.getValue())));
      mould.update(schema, changed, unset, now.get());
    }
    mould.update(schema, changed, call.body(), now.get());
    keep.accept(changed);
    object.removeAll();
    object.setAll(changed);
    return object;
  }

  private Reply page(Call call, Collection collection, Shelf shelf) {
    List<ObjectNode> wanted = lists.filtered(call, collection, shelf.all());
    String cursor = call.text("starting_after");
    int from = 0;
    if (cursor != null) {
      from = lists.after(cursor, collection, wanted, shelf);
      if (from < 0) {
        throw Refusal.notFound(collection.noun(), cursor, "starting_after");
      }
    }
    JsonNode limit = call.query("limit");
    int to =
        limit.isInt() || limit.isLong()
            ? Math.min(wanted.size(), from + limit.asInt())
            : wanted.size();
    return answers.list(call, wanted.subList(from, to), to < wanted.size(), wanted.size());
  }

  /** Answers from the schema, with what is kept where the schema is that of a kept object. */
  private Reply other(Call call) {
    ApiOperation operation = call.route().operation();
    Envelope envelope = catalogue.envelope(operation);
    Known known = Known.in(call.body()).or(owners(call));
    if (envelope.isJson()) {
      for (String at = operation.path(); !at.isEmpty(); at = Catalogue.above(at)) {
        Collection collection = catalogue.at(at);
        if (collection != null && catalogue.isSame(collection.item(), envelope.item())) {
          Shelf shelf = shelves.of(collection, call.route().path());
          if (envelope.isList()) {
            List<ObjectNode> all = lists.filtered(call, collection, shelf.all());
            return answers.list(call, all, false, all.size());
          }
          ObjectNode object = owner(call, collection, shelf);
          if (object != null && envelope.answer() != null && envelope.answer().status() == 201) {
            ObjectNode source = object.deepCopy();
            source.remove(collection.idProperty());
            object = shelves.create(collection, call.route().path(), Known.in(source), now.get());
          }
          if (object != null) {
            return answers.with(call, collection.item(), object);
          }
        }
      }
      ObjectNode named = named(call, envelope.content());
      if (named != null) {
        return answers.with(call, envelope.content(), named);
      }
    }
    return answers.made(call, known);
  }

  /** Returns the item of {@code collection} that the path of an action goes through. */
  private static @Nullable ObjectNode owner(Call call, Collection collection, Shelf shelf) {
    int at = ApiOperation.segments(collection.path()).size();
    List<String> segments = call.route().operation().segments();
    return segments.size() > at && ApiOperation.isParameter(segments.get(at))
        ? shelf.get(call.route().path().get(at))
        : null;
  }

  /**
   * Returns a kept object of this schema that has an id of the path in the property of its name.
   */
  private @Nullable ObjectNode named(Call call, JsonNode schema) {
    for (Collection collection : catalogue.all()) {
      if (catalogue.isSame(collection.item(), schema)) {
        for (ObjectNode object : shelves.everywhere(collection)) {
          for (Map.Entry<String, String> id : call.route().pathValues().entrySet()) {
            if (object.path(id.getKey()).asText().equals(id.getValue())) {
              return object;
            }
          }
        }
      }
    }
    return null;
  }

  /** Refuses a path through an object that does not exist. */
  private void checkOwners(List<String> segments, List<String> path, int count) {
    String template = "";
    for (int i = 1; i < count; i++) {
      Collection collection = catalogue.at(template);
      if (ApiOperation.isParameter(segments.get(i)) && collection != null) {
        boolean closed = collection.isCreatable() || collection.isListed();
        if (closed && shelves.of(collection, path).get(path.get(i)) == null) {
          throw notFound(collection, path.get(i));
        }
      }
      template += "/" + segments.get(i);
    }
  }

  /** Returns the values of the path, then those of the objects that it goes through. */
  private Known owners(Call call) {
    List<String> segments = call.route().operation().segments();
    List<String> path = call.route().path();
    Known known = Known.in(Shelves.pathValues(segments, path));
    ObjectNode nearest = null;
    String template = "";
    for (int i = 1; i < segments.size(); i++) {
      Collection collection = catalogue.at(template);
      if (ApiOperation.isParameter(segments.get(i))
          && collection != null
          && (collection.isCreatable() || collection.isListed())) {
        nearest = shelves.of(collection, path).get(path.get(i));
      }
      template += "/" + segments.get(i);
    }
    return nearest == null ? known : known.or(Known.in(nearest));
  }

  private static Refusal notFound(Collection collection, String id) {
    return Refusal.notFound(collection.noun(), id, collection.parameter());
  }

  /**
   * Keeps an object of any collection, or the one object at a path.
   *
   * @param path the path of the collection or of the one object
   * @return the object, with what its schema requires filled in
   * @throws IllegalArgumentException when nothing is kept at {@code path}
   */
  public JsonNode seed(String path, JsonNode values) {
    List<String> at = ApiDocument.decoded(path);
    for (Collection collection : catalogue.all()) {
      List<String> template = ApiOperation.segments(collection.path());
      if (Shelves.matches(template, at) && !collection.item().isMissingNode()) {
        mould.check(collection.item(), values);
        checkOwners(template, at, template.size());
        ObjectNode made = shelves.of(collection, at).seed(values);
        made = made == null ? shelves.create(collection, at, Known.in(values), now.get()) : made;
        return made == null ? MissingNode.getInstance() : made;
      }
    }
    String singleton = catalogue.singletonPath(at);
    if (singleton == null) {
      throw new IllegalArgumentException(
          path + " is no collection of the document; collections: " + catalogue.paths());
    }
    JsonNode schema = catalogue.singleton(singleton);
    mould.check(schema, values);
    checkOwners(ApiOperation.segments(singleton), at, at.size());
    Known owners = Known.in(Shelves.pathValues(ApiOperation.segments(singleton), at));
    ObjectNode object = shelves.singleton(at, schema, owners);
    mould.update(schema, object, values, now.get());
    return object;
  }
}

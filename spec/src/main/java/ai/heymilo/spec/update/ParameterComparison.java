// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import ai.heymilo.spec.update.PublishedOperation.Parameter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the parameters of an operation. */
final class ParameterComparison {
  private final Changes changes;
  private final SchemaComparison schemas;

  ParameterComparison(Changes changes, SchemaComparison schemas) {
    this.changes = changes;
    this.schemas = schemas;
  }

  void compare(PublishedOperation old, PublishedOperation now) {
    Map<String, Parameter> before = old.parameters();
    Map<String, Parameter> after = now.parameters();
    order(now, arguments(before), arguments(after));
    List<Parameter> gone = new ArrayList<>();
    for (Map.Entry<String, Parameter> one : before.entrySet()) {
      Parameter same = after.remove(one.getKey());
      if (same == null) {
        gone.add(one.getValue());
      } else {
        both(now, one.getValue(), same);
      }
    }
    List<Parameter> added = new ArrayList<>(after.values());
    moved(now, gone, added);
    renamed(old, now, gone, added);
    for (Parameter one : gone) {
      changes.add(
          ChangeKind.PARAMETER_REMOVED,
          place(old, one),
          isSetOnce(one) ? WIRE : SOURCE,
          Effect.NONE,
          "is gone from the " + one.in() + ".");
    }
    for (Parameter one : added) {
      added(now, one);
    }
  }

  /** Returns what a stub takes as arguments, in order. */
  private static List<String> arguments(Map<String, Parameter> parameters) {
    List<String> required = new ArrayList<>();
    parameters.forEach(
        (key, parameter) -> {
          if (parameter.isRequired()) {
            required.add(key);
          }
        });
    return required;
  }

  private void order(PublishedOperation operation, List<String> before, List<String> after) {
    List<String> wasInOrder = new ArrayList<>(before);
    wasInOrder.retainAll(after);
    List<String> isInOrder = new ArrayList<>(after);
    isInOrder.retainAll(before);
    if (!wasInOrder.equals(isInOrder)) {
      changes.add(
          ChangeKind.PARAMETER_MOVED,
          operation.place().inRequests(),
          SOURCE,
          Effect.NONE,
          "the arguments of the stub changed places; code that is not adapted may compile all the"
              + " same.");
    }
  }

  /** The key and the like are set once for a client, so that no call of a caller changes. */
  private static boolean isSetOnce(Parameter parameter) {
    return parameter.in().equals("header") && !parameter.isRequired();
  }

  private static Place place(PublishedOperation operation, Parameter parameter) {
    return new Place(
        operation.id() + "(" + parameter.name() + ")", parameter.pointer(), true, false);
  }

  private void added(PublishedOperation now, Parameter one) {
    // An optional one is among the parameters of a stub's overload.
    changes.add(
        ChangeKind.PARAMETER_ADDED,
        place(now, one),
        one.isRequired() ? SOURCE : SAFE,
        Effect.NONE,
        "is new in the " + one.in() + ", and " + (one.isRequired() ? "required." : "optional."));
  }

  private void both(PublishedOperation operation, Parameter old, Parameter now) {
    Place place = place(operation, now);
    if (old.isRequired() != now.isRequired()) {
      // A required parameter is an argument of the stub, an optional one is among its parameters.
      changes.add(
          now.isRequired() ? ChangeKind.REQUIRED : ChangeKind.OPTIONAL,
          place,
          SOURCE,
          Effect.NONE,
          now.isRequired() ? "is required now." : "is optional now.");
    }
    boolean deprecated = now.node().path("deprecated").asBoolean();
    if (old.node().path("deprecated").asBoolean() != deprecated) {
      changes.safe(
          ChangeKind.DEPRECATED,
          place,
          deprecated ? "is deprecated." : "is not deprecated any more.");
    }
    schemas.compare(
        place.part("", "/schema"), old.node().path("schema"), now.node().path("schema"));
    Leftovers.report(
        changes,
        place,
        old.node(),
        now.node(),
        Set.of("name", "in", "required", "schema", "deprecated"),
        Set.of("description", "example", "examples"));
  }

  private void moved(PublishedOperation operation, List<Parameter> gone, List<Parameter> added) {
    for (Iterator<Parameter> it = gone.iterator(); it.hasNext(); ) {
      Parameter old = it.next();
      for (Parameter now : List.copyOf(added)) {
        if (now.name().equals(old.name())) {
          boolean argument = old.isRequired() || now.isRequired();
          changes.add(
              ChangeKind.PARAMETER_MOVED,
              place(operation, now),
              argument ? SOURCE : WIRE,
              Effect.NONE,
              "was in the " + old.in() + ", is in the " + now.in() + ".");
          added.remove(now);
          it.remove();
          break;
        }
      }
    }
  }

  /** Arguments of stubs have their order from the document, so that a name alone breaks nobody. */
  private void renamed(
      PublishedOperation old, PublishedOperation now, List<Parameter> gone, List<Parameter> added) {
    if (!old.route().equals(now.route())) {
      return;
    }
    gone.removeIf(
        one -> {
          int at = placeholders(old.path()).indexOf(one.name());
          if (!one.in().equals("path") || at < 0) {
            return false;
          }
          String name = placeholders(now.path()).get(at);
          for (Parameter other : List.copyOf(added)) {
            if (other.in().equals("path") && other.name().equals(name)) {
              added.remove(other);
              changes.add(
                  ChangeKind.PARAMETER_RENAMED,
                  place(now, other),
                  SAFE,
                  Effect.NONE,
                  "was called " + one.name() + "; the request is the same.");
              both(now, one, other);
              return true;
            }
          }
          return false;
        });
  }

  private static List<String> placeholders(String path) {
    List<String> names = new ArrayList<>();
    for (String part : path.split("\\{", -1)) {
      int end = part.indexOf('}');
      if (end >= 0) {
        names.add(part.substring(0, end));
      }
    }
    return names;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Names the methods of a resource: the operation's id without the nouns of the resource and what it
 * belongs to, {@code deleteWebhook} of {@code Webhook} being {@code delete}.
 */
final class MethodNames {
  private static final Set<String> SMALL =
      Set.of("a", "an", "the", "of", "for", "by", "from", "to", "in", "on", "with", "id");

  /** Verbs that alone do not tell one action of a resource from another. */
  private static final Set<String> BARE =
      Set.of("get", "list", "create", "update", "delete", "read", "add", "remove", "set", "post");

  /** What no class can have a method without parameters of. */
  private static final Set<String> OF_OBJECT =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private final Names names;

  MethodNames(Names names) {
    this.names = names;
  }

  /** Names an operation by its id and its place alone, so that no other one can rename it. */
  String name(ResourceOperation operation) {
    return names
        .method(operation.operationId())
        .orElseGet(
            () -> {
              String plain = Words.lowerCamel(plain(operation));
              return isUsable(plain, operation) ? plain : operation.stubMethod();
            });
  }

  private static boolean isUsable(String name, ResourceOperation operation) {
    return SourceVersion.isName(name, SourceVersion.RELEASE_11)
        && !OF_OBJECT.contains(name)
        && operation.resource().children().stream()
            .noneMatch(child -> child.accessor().equals(name))
        && operation.resource().pathIds().stream()
            .noneMatch(id -> Words.lowerCamel(Words.of(id)).equals(name));
  }

  /** Returns whether the path of an action is the verb of its id: {@code clonePosting}. */
  static boolean isVerb(ResourceOperation operation) {
    return operation.isAction() && ofId(operation).equals(rest(operation));
  }

  private static List<String> ofId(ResourceOperation operation) {
    Set<String> nouns = nouns(operation);
    List<String> words = new ArrayList<>(Words.of(operation.stubMethod()));
    words.removeIf(word -> nouns.contains(Words.singular(word)));
    while (!words.isEmpty() && SMALL.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    while (!words.isEmpty() && SMALL.contains(words.get(0))) {
      words.remove(0);
    }
    return words;
  }

  private static List<String> plain(ResourceOperation operation) {
    List<String> words = ofId(operation);
    List<String> rest = rest(operation);
    boolean bare = !words.isEmpty() && BARE.contains(words.get(0));
    if (!operation.isAction()) {
      boolean unnamed = words.isEmpty() || words.get(0).equalsIgnoreCase(operation.httpMethod());
      words = unnamed ? List.of(byMethod(operation)) : bare ? words.subList(0, 1) : words;
    } else if (words.isEmpty() || (bare && words.size() == 1)) {
      words.addAll(rest);
    } else if (words.size() > rest.size()
        && !rest.isEmpty()
        && !BARE.contains(rest.get(0))
        && words.subList(0, rest.size()).equals(rest)) {
      words = rest;
    }
    boolean reads = operation.httpMethod().equals("GET") && words.get(0).equals("get");
    if (!reads) {
      return words;
    }
    boolean lists = operation.isList() || operation.paging().isPresent();
    return words.size() > 1 ? words.subList(1, words.size()) : List.of(lists ? "list" : "get");
  }

  /** Returns the words of the path below the resource. */
  private static List<String> rest(ResourceOperation operation) {
    List<String> words = new ArrayList<>();
    String below = operation.path().substring(operation.resource().path().length());
    for (String segment : PathTree.segments(below)) {
      if (!segment.contains("{")) {
        words.addAll(Words.of(segment));
      }
    }
    return words;
  }

  private static String byMethod(ResourceOperation operation) {
    switch (operation.httpMethod()) {
      case "GET":
        return operation.isList() || operation.paging().isPresent() ? "list" : "get";
      case "POST":
        return "create";
      case "PUT":
        return "replace";
      case "PATCH":
        return "update";
      default:
        return operation.httpMethod().toLowerCase(Locale.ROOT);
    }
  }

  private static Set<String> nouns(ResourceOperation operation) {
    Set<String> nouns = new HashSet<>();
    for (String segment : PathTree.segments(operation.resource().path())) {
      List<String> words = segment.startsWith("{") ? Words.ofId(segment) : Words.of(segment);
      words.forEach(word -> nouns.add(Words.singular(word)));
    }
    Words.of(operation.tag()).forEach(word -> nouns.add(Words.singular(word)));
    return nouns;
  }

  /** Adds a line for each name that two operations of a resource would share. */
  static void findClashes(Resource resource, List<String> undecided) {
    Map<String, List<ResourceOperation>> byName = new LinkedHashMap<>();
    for (ResourceOperation operation : resource.operations()) {
      byName.computeIfAbsent(operation.name(), name -> new ArrayList<>()).add(operation);
    }
    byName.forEach(
        (name, operations) -> {
          List<ResourceOperation> others = operations.subList(1, operations.size());
          for (ResourceOperation other : others) {
            undecided.add(
                operations.get(0).operationId()
                    + " and "
                    + other.operationId()
                    + " are both "
                    + resource.className()
                    + "."
                    + name
                    + "; add to the names file: "
                    + other.operationId()
                    + " = ANOTHER_NAME");
            other.rename(other.stubMethod());
          }
        });
  }
}

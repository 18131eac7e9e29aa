// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names the classes of resources, such that no two share one. */
final class ClassNames {
  /** Names that generated resources use for something else, and Java's own. */
  private static final Set<String> TAKEN =
      Set.of(
          "ApiClient",
          "AsyncPager",
          "Boolean",
          "Calls",
          "CompletableFuture",
          "Consumer",
          "Double",
          "Futures",
          "HeyMiloResources",
          "Instant",
          "Integer",
          "List",
          "Long",
          "Map",
          "Nullable",
          "Object",
          "Override",
          "Pager",
          "RawBody",
          "Set",
          "String",
          "URI",
          "Void");

  private ClassNames() {}

  static boolean isTaken(String name) {
    return TAKEN.contains(name);
  }

  /** Names a class by its path: {@code Questions}, and {@code PostingQuestion} for one of them. */
  static String of(Resource.Kind kind, List<String> words, @Nullable Resource above) {
    Resource owner = kind == Resource.Kind.ITEM ? ownerItem(above) : null;
    String name = (owner == null ? "" : owner.className()) + Words.upperCamel(words);
    return isTaken(name) || !Character.isJavaIdentifierStart(name.charAt(0))
        ? "Resource" + name
        : name;
  }

  private static @Nullable Resource ownerItem(@Nullable Resource above) {
    Resource at = above;
    while (at != null && at.kind() != Resource.Kind.ITEM) {
      at = at.parent().orElse(null);
    }
    return at;
  }

  /**
   * Puts the name of what it belongs to before a name that is taken: by the names file, or by what
   * is less deep. Of two that are equally deep, both get a longer one.
   */
  static void qualify(List<Resource> all) {
    Map<String, List<Resource>> byName = new LinkedHashMap<>();
    for (Resource resource : all) {
      byName
          .computeIfAbsent(resource.className().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(resource);
    }
    byName.values().forEach(ClassNames::qualifyAllButOne);
    for (int n = 2; isAmbiguous(all) && n < 10; n++) {
      number(all);
    }
  }

  private static void qualifyAllButOne(List<Resource> same) {
    if (same.size() == 1) {
      return;
    }
    int least = same.stream().mapToInt(ClassNames::depth).min().orElse(0);
    boolean one = same.stream().filter(resource -> depth(resource) == least).count() == 1;
    for (Resource resource : same) {
      Resource parent = resource.parent().orElse(null);
      if (parent != null && !(one && depth(resource) == least)) {
        resource.rename(parent.className() + resource.className());
      }
    }
  }

  /** What the names file names comes before everything. */
  private static int depth(Resource resource) {
    return resource.handWritten().isPresent() ? 0 : PathTree.segments(resource.path()).size();
  }

  private static boolean isAmbiguous(List<Resource> all) {
    return all.stream().map(one -> one.className().toLowerCase(Locale.ROOT)).distinct().count()
        < all.size();
  }

  private static void number(List<Resource> all) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (Resource resource : all) {
      int n = seen.merge(resource.className().toLowerCase(Locale.ROOT), 1, Integer::sum);
      if (n > 1) {
        resource.rename(resource.className() + n);
      }
    }
  }
}

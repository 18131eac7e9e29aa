// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.heymilo.generated.corpus.AdditiveDocument;
import ai.heymilo.generated.update.Mutation.Expected;
import ai.heymilo.spec.derive.UnsupportedDocumentException;
import ai.heymilo.spec.update.Change;
import ai.heymilo.spec.update.Comparison;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes seeded into a document are reported: each of them, judged right, and no other. */
class MutatedDocumentTest {
  private static final JsonNode DOCUMENT = Sites.bundled();
  private static final int SEEDS = 2;

  /** What changes other places as well: schemas sent for the first or last time, variants. */
  private static final Set<String> REACH_FURTHER =
      Set.of(
          "schema removed",
          "field refers to another schema",
          "variant removed",
          "constant changed",
          "body added",
          "optional body added",
          "body removed",
          "way of access removed");

  static List<Mutation> mutations() {
    return Stream.of(
            SchemaMutations.all(),
            ValueMutations.all(),
            OperationMutations.all(),
            BodyMutations.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Expected> found(JsonNode document) {
    return Comparison.of(DOCUMENT, document).stream().map(Expected::of).toList();
  }

  @Test
  void aDocumentHasNotChangedFromItself() {
    assertThat(Comparison.of(DOCUMENT, Sites.bundled())).isEmpty();
  }

  @Test
  void whatADocumentAddsInAllPlacesBreaksNothing() {
    assertThat(Comparison.of(DOCUMENT, AdditiveDocument.of(DOCUMENT)))
        .isNotEmpty()
        .filteredOn(change -> change.effect().isBreaking())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void oneChangeIsNamedAndNoOther(Mutation mutation) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Sites sites = new Sites(DOCUMENT, seed);
      List<Expected> expected = sites.tryChange(mutation);
      assumeFalse(expected.isEmpty(), "the document has no place for it");

      List<Expected> found = found(sites.document);
      assertThat(found).as("seed %s", seed).containsAll(expected);
      if (!REACH_FURTHER.contains(mutation.name())) {
        assertThat(found).as("seed %s", seed).hasSameSizeAs(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10})
  void manyChangesAreAllNamed(int count) {
    List<Mutation> mutations = mutations();
    for (int seed = 0; seed < SEEDS; seed++) {
      Sites sites = new Sites(DOCUMENT, seed);
      List<Expected> expected = new ArrayList<>();
      List<Mutation> seeded = new ArrayList<>();
      while (seeded.size() < count) {
        Mutation mutation = mutations.get(sites.random.nextInt(mutations.size()));
        List<Expected> changes = sites.tryChange(mutation);
        if (!changes.isEmpty()) {
          expected.addAll(changes);
          seeded.add(mutation);
        }
      }

      assertThat(found(sites.document)).as("seed %s: %s", seed, seeded).containsAll(expected);
    }
  }

  @Test
  void anyValueThatChangesIsReported() {
    int compared = 0;
    for (int seed = 0; seed < 60; seed++) {
      ObjectNode document = DOCUMENT.deepCopy();
      String pointer = changeSomething(document, new Random(seed));
      try {
        List<Change> changes = Comparison.of(DOCUMENT, document);
        compared++;
        assertThat(changes).as(pointer).isNotEmpty();
      } catch (UnsupportedDocumentException | ClassCastException e) {
        continue; // refused before it would be compared
      }
    }
    assertThat(compared).isGreaterThan(30);
  }

  /** Replaces one value, wherever it is, and returns its pointer. */
  private static String changeSomething(JsonNode from, Random random) {
    String pointer = "";
    JsonNode node = from;
    while (true) {
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      int at = random.nextInt(Math.max(1, node.size()));
      JsonNode child = node.isArray() ? node.get(at) : node.path(names.get(at));
      pointer += "/" + (node.isArray() ? String.valueOf(at) : names.get(at));
      if (!child.isContainerNode() || child.isEmpty()) {
        JsonNode other =
            child.isBoolean() ? BooleanNode.valueOf(!child.asBoolean()) : IntNode.valueOf(4711);
        if (node.isArray()) {
          ((ArrayNode) node).set(at, other);
        } else {
          ((ObjectNode) node).set(names.get(at), other);
        }
        return pointer;
      }
      node = child;
    }
  }
}

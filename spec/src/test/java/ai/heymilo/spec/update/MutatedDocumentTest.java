// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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

/** Changes seeded into the bundled document are reported: each of them, judged right, no other. */
class MutatedDocumentTest {
  private static final JsonNode BUNDLED = Sites.bundled();
  private static final JavaShape JAVA = JavaShape.of(BUNDLED);
  private static final int SEEDS = 5;

  /** What makes other Java elsewhere as well: of a schema that no request leads to any more. */
  private static final Set<String> REACH_FURTHER =
      Set.of("schema removed", "field refers to another schema", "variant removed");

  static List<Mutation> mutations() {
    return Stream.of(SchemaMutations.all(), ValueMutations.all(), OperationMutations.all())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void aDocumentHasNotChangedFromItself() {
    assertThat(Comparison.of(BUNDLED, Sites.bundled())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void oneChangeIsNamedAndNoOther(Mutation mutation) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Sites sites = new Sites(seed);
      List<Expected> expected = sites.tryChange(mutation);
      assumeFalse(expected.isEmpty(), "the document has no place for it");
      List<Change> found = Comparison.ofDocuments(BUNDLED, sites.document);

      assertThat(found.stream().map(Expected::of))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(expected);
      if (!REACH_FURTHER.contains(mutation.name())) {
        JavaShape now = JavaShape.of(sites.document);
        assertThat(JavaComparison.of(BUNDLED, JAVA, now, found)).as("seed %s", seed).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10, 20})
  void manyChangesAreAllNamedAndNoOther(int count) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Sites sites = new Sites(seed);
      List<Mutation> seeded = new ArrayList<>();
      List<Expected> expected = new ArrayList<>();
      while (seeded.size() < count) {
        Mutation mutation = mutations().get(sites.random.nextInt(mutations().size()));
        List<Expected> changes = sites.tryChange(mutation);
        if (!changes.isEmpty()) {
          expected.addAll(changes);
          seeded.add(mutation);
        }
      }

      assertThat(Comparison.ofDocuments(BUNDLED, sites.document).stream().map(Expected::of))
          .as("seed %s: %s", seed, seeded)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void whateverValueOfTheDocumentChangesIsReported() {
    for (int seed = 0; seed < 300; seed++) {
      ObjectNode document = BUNDLED.deepCopy();
      String pointer = changeSomething(document, new Random(seed));

      assertThat(Comparison.ofDocuments(BUNDLED, document)).as(pointer).isNotEmpty();
    }
  }

  /** Replaces one value, wherever it is, and returns its pointer. */
  private static String changeSomething(JsonNode from, Random random) {
    String pointer = "";
    JsonNode node = from;
    while (true) {
      List<String> names = new ArrayList<>(Published.names(node));
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

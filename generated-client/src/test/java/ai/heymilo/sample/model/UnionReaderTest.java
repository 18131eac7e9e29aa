// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sample.Json;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of several kinds, where the property {@code a} says which. */
class UnionReaderTest {
  private static final class ByA extends UnionReader<Abc> {
    final List<String> kinds = new ArrayList<>();

    ByA() {
      super("a");
    }

    @Override
    Abc create(String kind) {
      kinds.add(kind);
      return new Abc();
    }
  }

  private final ByA reader = new ByA();

  private Abc read(String json) throws IOException {
    return Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), reader);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':'k','b':2,'c':[3,{}],'x':1.50}",
        "{'b':2,'a':'k','x':1.50,'c':[3,{}]}",
        "{'x':1.50,'c':[3,{}],'b':2,'a':'k'}"
      })
  void theKindMayBeSaidAnywhere(String json) throws Exception {
    Abc read = read(json);

    assertThat(reader.kinds).containsExactly("k");
    assertThat(read.values[0]).isEqualTo("k");
    assertThat(read.values[1]).isEqualTo(2);
    assertThat(read.values[2]).hasToString("[3, {}]");
    assertThat(read.getAdditionalProperties())
        .containsEntry("x", new BigDecimal("1.50"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'b':2}", "{'a':7}", "{'a':null,'b':2}", "{'b':2,'a':{'k':1}}"})
  void aKindThatIsNoTextIsNone(String json) throws Exception {
    Abc read = read(json);

    assertThat(reader.kinds).containsOnlyNulls().hasSize(1);
    assertThat(read.values[1]).isEqualTo(json.contains("'b'") ? 2 : Writers.UNDEFINED);
  }

  @Test
  void aKindThatIsNotKnownToTheObjectIsKept() throws Exception {
    UnionReader<Abc> byKind =
        new UnionReader<>("kind") {
          @Override
          Abc create(String kind) {
            return new Abc();
          }
        };
    byte[] json = "{\"kind\":\"k\",\"b\":2}".getBytes(StandardCharsets.UTF_8);

    assertThat(Json.read(json, byKind).getAdditionalProperties()).containsEntry("kind", "k");
  }

  @Test
  void objectsFollowEachOther() throws Exception {
    byte[] json =
        "[{\"a\":\"1\"},null,{\"b\":1,\"a\":\"2\"},{\"a\":\"3\"}]".getBytes(StandardCharsets.UTF_8);

    assertThat(Json.read(json, Readers.list(reader)))
        .extracting(one -> one == null ? null : one.values[0])
        .isEqualTo(Arrays.asList("1", null, "2", "3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "'k'"})
  void whatIsNoObjectIsRefused(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("where there should be an object");
  }
}

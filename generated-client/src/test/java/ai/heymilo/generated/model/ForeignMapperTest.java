// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.Examples;
import ai.heymilo.generated.Examples.Shape;
import ai.heymilo.generated.Published;
import ai.heymilo.generated.Wire;
import com.fasterxml.jackson.annotation.JsonTypeInfo.As;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectMapper.DefaultTyping;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A mapper of the user's own reads and writes the objects as this client does. */
class ForeignMapperTest {
  private static final ObjectMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static List<String> schemas() {
    return Published.objects();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void treesAndConversionsAreReadAsBytesAre(String schema) throws Exception {
    JavaType type = Published.typeOf(schema);
    String json = new Examples(Shape.ALL, 1).of(schema).toString();
    ApiModel object = Wire.read(json, type);

    assertThat(EXACT.<Object>readValue(json, type)).isEqualTo(object);
    assertThat(EXACT.<Object>treeToValue(EXACT.readTree(json), type)).isEqualTo(object);
    assertThat(EXACT.<Object>convertValue(EXACT.readValue(json, Map.class), type))
        .isEqualTo(object);
  }

  @ParameterizedTest
  @CsvSource({"1767225600", "1767225600.0", "1.7672256E9", "17672256e2", "0.17672256E10", "1E+1"})
  void timesAreReadFromTreesAsFromBytes(String number) throws Exception {
    JsonNode tree = EXACT.readTree("{\"t\":" + number + "}").path("t");
    JsonNode decimal = EXACT.getNodeFactory().numberNode(tree.decimalValue());

    for (JsonNode node : List.of(tree, decimal)) {
      try (JsonParser in = node.traverse()) {
        in.nextToken();
        assertThat(Readers.instant().read(in))
            .isEqualTo(Instant.ofEpochSecond(tree.decimalValue().longValueExact()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DefaultTyping.class)
  void objectsReadBackUnderDefaultTyping(DefaultTyping typing) throws Exception {
    for (As as : List.of(As.PROPERTY, As.WRAPPER_ARRAY, As.WRAPPER_OBJECT)) {
      ObjectMapper mapper = new ObjectMapper();
      mapper.activateDefaultTyping(
          BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
          typing,
          as);
      for (String schema : schemas()) {
        JavaType type = Published.typeOf(schema);
        if (type.hasGenericTypes()) {
          continue; // the name of its class does not tell what is in it
        }
        ApiModel object = Wire.read(new Examples(Shape.ALL, 1).of(schema).toString(), type);
        Holder holder = new Holder();
        holder.any = object;
        holder.typed = typing == DefaultTyping.JAVA_LANG_OBJECT ? null : object;

        Holder read = mapper.readValue(mapper.writeValueAsBytes(holder), Holder.class);

        assertThat(read.typed).as(schema + " " + as).isEqualTo(holder.typed);
        assertThat(read.any).as(schema + " " + as).isEqualTo(object);
        assertThat(mapper.<Object>readValue(mapper.writeValueAsBytes(object), type))
            .isEqualTo(object);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DefaultTyping.class)
  void openValuesReadBackUnderDefaultTyping(DefaultTyping typing) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    mapper.activateDefaultTyping(
        BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(), typing);
    Holder holder = new Holder();
    holder.any = new Mood("odd");
    holder.value = Mood.GOOD;

    Holder read = mapper.readValue(mapper.writeValueAsBytes(holder), Holder.class);

    assertThat(read.value).isEqualTo(holder.value);
    assertThat(read.any).isEqualTo(holder.any);
  }

  /** Has an object of the API where its type is known, and where only the type's name tells. */
  public static final class Holder {
    public Object any;
    public ApiModel typed;
    public Mood value;
  }

  /** An open value. */
  public static final class Mood extends OpenEnum {
    static final Mood GOOD = new Mood("good");

    Mood(String value) {
      super(value);
    }

    public static ValueReader<Mood> reader() {
      return new OpenEnum.Reader<>(new Mood[] {GOOD}, GOOD);
    }

    @Override
    OpenEnum.Reader<?> reading() {
      return (OpenEnum.Reader<?>) reader();
    }

    @Override
    OpenEnum like(String value) {
      return new Mood(value);
    }
  }
}

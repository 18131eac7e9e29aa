// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.Examples.Shape;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.cfg.HandlerInstantiator;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.BasicBeanDescription;
import com.fasterxml.jackson.databind.introspect.BasicClassIntrospector;
import com.fasterxml.jackson.databind.introspect.ClassIntrospector;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The metadata for native images lists every class that Jackson looks into or instantiates while
 * objects of all schemas are read and written.
 */
class NativeImageTest {
  private static final String METADATA =
      "/META-INF/native-image/ai.heymilo/heymilo-generated-client/reflect-config.json";

  @Test
  void everyClassThatJacksonLooksIntoIsListed() throws Exception {
    Set<String> seen = new TreeSet<>();
    ObjectMapper mapper = observed(seen);
    for (String schema : Published.objects()) {
      JavaType type = Published.typeOf(schema);
      for (Shape shape : new Shape[] {Shape.ALL, Shape.REQUIRED, Shape.NULLS}) {
        mapper.writeValueAsBytes(
            mapper.readValue(new Examples(shape, 1).of(schema).toString(), type));
      }
    }
    for (String name : listed()) {
      if (Class.forName(name).isInterface()) { // a union, of a kind that nobody knows
        mapper.writeValueAsBytes(mapper.readValue("{}", Class.forName(name)));
      }
    }

    assertThat(seen).isNotEmpty();
    assertThat(listed()).containsAll(seen);
  }

  @Test
  void everyObjectOfTheDocumentIsListed() {
    assertThat(listed())
        .containsAll(
            Published.objects().stream()
                .map(n -> Published.typeOf(n).getRawClass().getName())
                .toList());
  }

  @Test
  void whatIsListedExists() {
    assertThat(listed()).allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
  }

  private static Set<String> listed() {
    try (InputStream in = NativeImageTest.class.getResourceAsStream(METADATA)) {
      Set<String> names = new TreeSet<>();
      for (JsonNode entry : Json.mapper().readTree(in)) {
        assertThat(entry.path("allDeclaredConstructors").booleanValue()).isTrue();
        assertThat(entry.path("allDeclaredMethods").booleanValue()).isTrue();
        assertThat(entry.path("allDeclaredFields").booleanValue()).isTrue();
        assertThat(names.add(entry.path("name").textValue())).isTrue();
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectMapper observed(Set<String> seen) {
    ObjectMapper mapper = Json.mapper().copy();
    ClassIntrospector introspector = new Introspector(seen);
    HandlerInstantiator handlers = new Handlers(seen);
    mapper.setConfig(mapper.getDeserializationConfig().with(introspector).with(handlers));
    mapper.setConfig(mapper.getSerializationConfig().with(introspector).with(handlers));
    return mapper;
  }

  private static void see(Set<String> seen, Class<?> type) {
    if (type.getName().startsWith("ai.heymilo.")) {
      seen.add(type.getName());
    }
  }

  private static final class Introspector extends BasicClassIntrospector {
    private static final long serialVersionUID = 1L;
    private final transient Set<String> seen;

    Introspector(Set<String> seen) {
      this.seen = seen;
    }

    @Override
    public BasicBeanDescription forSerialization(
        SerializationConfig config, JavaType type, MixInResolver mixIns) {
      see(seen, type.getRawClass());
      return super.forSerialization(config, type, mixIns);
    }

    @Override
    public BasicBeanDescription forDeserialization(
        DeserializationConfig config, JavaType type, MixInResolver mixIns) {
      see(seen, type.getRawClass());
      return super.forDeserialization(config, type, mixIns);
    }

    @Override
    public BasicBeanDescription forDeserializationWithBuilder(
        DeserializationConfig config, JavaType type, MixInResolver mixIns, BeanDescription value) {
      see(seen, type.getRawClass());
      return super.forDeserializationWithBuilder(config, type, mixIns, value);
    }

    @Override
    public BasicBeanDescription forCreation(
        DeserializationConfig config, JavaType type, MixInResolver mixIns) {
      see(seen, type.getRawClass());
      return super.forCreation(config, type, mixIns);
    }
  }

  /** Notes the handlers that annotations name, and leaves making them to Jackson. */
  private static final class Handlers extends HandlerInstantiator {
    private final Set<String> seen;

    Handlers(Set<String> seen) {
      this.seen = seen;
    }

    @Override
    public @Nullable JsonDeserializer<?> deserializerInstance(
        DeserializationConfig config, Annotated annotated, Class<?> type) {
      see(seen, type);
      return null;
    }

    @Override
    public @Nullable KeyDeserializer keyDeserializerInstance(
        DeserializationConfig config, Annotated annotated, Class<?> type) {
      see(seen, type);
      return null;
    }

    @Override
    public @Nullable JsonSerializer<?> serializerInstance(
        SerializationConfig config, Annotated annotated, Class<?> type) {
      see(seen, type);
      return null;
    }

    @Override
    public @Nullable TypeResolverBuilder<?> typeResolverBuilderInstance(
        MapperConfig<?> config, Annotated annotated, Class<?> type) {
      see(seen, type);
      return null;
    }

    @Override
    public @Nullable TypeIdResolver typeIdResolverInstance(
        MapperConfig<?> config, Annotated annotated, Class<?> type) {
      see(seen, type);
      return null;
    }
  }
}

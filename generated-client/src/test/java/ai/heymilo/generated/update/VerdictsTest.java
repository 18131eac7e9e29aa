// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.update;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.update.Mutation.Expected;
import ai.heymilo.spec.update.Change;
import ai.heymilo.spec.update.ChangeKind;
import ai.heymilo.spec.update.Comparison;
import ai.heymilo.spec.update.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report's verdict on a seeded change is what the compiler and the checks say of the clients
 * that are generated before and after: whether code that uses each member compiles, and whether
 * values at the ends of their limits pass, are written and are read as before.
 */
class VerdictsTest {
  private static final JsonNode DOCUMENT = Sites.bundled();
  private static final int SAMPLE = 6;

  /** What only the server does, so that the client's code cannot show it. */
  private static final Map<ChangeKind, String> SERVERS =
      new EnumMap<>(
          Map.of(
              ChangeKind.VERSION, "where calls go is set once",
              ChangeKind.ACCESS, "whom the server lets in",
              ChangeKind.DEFAULT, "the client sends no default",
              ChangeKind.FORMAT, "only formats that the rules know are checked",
              ChangeKind.MOVED, "the stub has the same arguments; callers give them other values",
              ChangeKind.NULL, "an answer's getter may return null for any field",
              ChangeKind.VALUE, "enumerations are open",
              ChangeKind.ADDED, "which success comes is the server's choice",
              ChangeKind.REMOVED, "a success or a way of access that is gone",
              ChangeKind.OTHER, "no rule knows it"));

  @TempDir Path directory;
  private Generated before;
  private int judged;
  private final Map<Effect, Integer> counts = new TreeMap<>();

  @BeforeEach
  void generate() throws Exception {
    before = Generated.of(DOCUMENT, directory.resolve("before"));
  }

  @Test
  void aSampleIsJudgedAsTheCompilerAndTheChecksDo() throws Exception {
    List<Mutation> mutations = new ArrayList<>(MutatedDocumentTest.mutations());
    Collections.shuffle(mutations, new Random(DOCUMENT.size()));
    judge(mutations.subList(0, SAMPLE), 1);
  }

  @Test
  @Tag("soak")
  void allAreJudgedAsTheCompilerAndTheChecksDo() throws Exception {
    judge(MutatedDocumentTest.mutations(), Integer.getInteger("verdicts.seeds", 2));
  }

  private void judge(List<Mutation> mutations, int seeds) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Mutation mutation : mutations) {
      for (int seed = 0; seed < seeds; seed++) {
        Sites sites = new Sites(DOCUMENT, seed);
        List<Expected> places = sites.tryChange(mutation);
        if (!places.isEmpty()) {
          wrong.addAll(judge(mutation + " at " + places.get(0).where(), sites.document));
        }
      }
    }
    System.out.printf(
        "%d seeded changes generated, compiled and compared: %s; %d false verdicts%n",
        judged, counts, wrong.size());
    assertThat(wrong).isEmpty();
  }

  private List<String> judge(String what, JsonNode document) throws Exception {
    List<Change> changes = Comparison.of(DOCUMENT, document);
    Generated after = before.next(document, directory.resolve("after" + judged++));
    Effect said = changes.stream().map(Change::effect).max(Effect::compareTo).orElse(Effect.NONE);
    counts.merge(said, 1, Integer::sum);
    Set<String> changed = before.changed(after);
    try (URLClassLoader old = before.loader();
        URLClassLoader now = after.loader()) {
      List<Class<?>> used = before.load(old, changed);
      String errors = after.compileUses(used);
      if (errors.isEmpty() == (said == Effect.SOURCE)) {
        return List.of(what + ": " + changes + ", but the compiler: " + errors);
      }
      String difference = errors.isEmpty() ? difference(used, now) : "";
      if (!difference.isEmpty() && said != Effect.WIRE) {
        return List.of(what + ": " + changes + ", but " + difference);
      }
      if (said == Effect.WIRE && difference.isEmpty()) {
        List<Change> shown = new ArrayList<>(changes);
        shown.removeIf(
            change ->
                change.effect() != Effect.WIRE
                    || SERVERS.containsKey(change.kind())
                    // an answer that lacks a field is read as well
                    || (change.kind() == ChangeKind.REQUIRED && change.response() == Effect.WIRE));
        return shown.isEmpty() ? List.of() : List.of(what + ": " + shown + ", but nothing differs");
      }
      return List.of();
    }
  }

  /** Returns how the new client treats what the old one took and read; empty if as before. */
  private String difference(List<Class<?>> used, ClassLoader now) throws Exception {
    for (Class<?> type : used) {
      JsonNode schema = before.view.at("/components/schemas/" + type.getSimpleName());
      if (schema.has("properties")) {
        for (boolean all : new boolean[] {true, false}) {
          for (boolean high : new boolean[] {true, false}) {
            String json = new Samples(before.view, high, all).of(schema).toString();
            String was = behaviour(type, json);
            String is = behaviour(now.loadClass(type.getName()), json);
            if (!was.equals(is)) {
              return type.getSimpleName() + " " + json + "\n  was " + was + "\n  is  " + is;
            }
          }
        }
      }
      for (Class<?> nested : type.getDeclaredClasses()) {
        if (nested.getSimpleName().endsWith("Params")) {
          for (boolean high : new boolean[] {true, false}) {
            String was = parameters(nested, high);
            String is = parameters(now.loadClass(nested.getName()), high);
            if (!was.equals(is)) {
              return nested.getSimpleName() + "\n  was " + was + "\n  is  " + is;
            }
          }
        }
      }
    }
    return "";
  }

  /** Reads, checks and writes an object; getters that one client alone has do not count. */
  private static String behaviour(Class<?> type, String json) throws Exception {
    Class<?> mapperType =
        type.getClassLoader().loadClass("com.fasterxml.jackson.databind.ObjectMapper");
    Object mapper = mapperType.getConstructor().newInstance();
    Object object =
        mapperType.getMethod("readValue", String.class, Class.class).invoke(mapper, json, type);
    String violations = String.valueOf(type.getMethod("violations").invoke(object));
    Object written =
        mapperType.getMethod("writeValueAsString", Object.class).invoke(mapper, object);
    return violations + " " + written + " " + object;
  }

  private String parameters(Class<?> type, boolean high) throws Exception {
    Object parameters = type.getConstructor().newInstance();
    for (Method setter : type.getMethods()) {
      if (setter.getReturnType() == type) {
        JsonNode sample = sample(type, setter.getName(), high);
        Object value = sample.isNumber() ? (Object) sample.intValue() : sample.asText();
        Class<?> wanted = setter.getParameterTypes()[0];
        if (wanted == Integer.class && sample.isNumber() || wanted == String.class) {
          setter.invoke(parameters, wanted == String.class ? sample.asText() : value);
        }
      }
    }
    try {
      return String.valueOf(type.getMethod("violations").invoke(parameters));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  private JsonNode sample(Class<?> type, String name, boolean high) {
    for (JsonNode path : before.view.path("paths")) {
      for (JsonNode operation : path) {
        String stub = operation.path("x-method").asText();
        if ((stub + "Params").equalsIgnoreCase(type.getSimpleName())) {
          for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("x-java-name").asText().equals(name)) {
              return new Samples(before.view, high, true).of(parameter.path("schema"));
            }
          }
        }
      }
    }
    return before.view.path("");
  }
}

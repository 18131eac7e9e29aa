// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.api;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public types of a module without its internals, each with what callers see of it. */
final class PublicApi {
  private PublicApi() {}

  /** Returns the members by type; the first line of a type is the type itself. */
  static SortedMap<String, SortedSet<String>> of(Class<?> oneOfIt) throws Exception {
    SortedMap<String, SortedSet<String>> api = new TreeMap<>();
    for (String name : classNames(oneOfIt)) {
      Class<?> type = Class.forName(name, false, oneOfIt.getClassLoader());
      if (isVisible(type) && !name.contains(".internal.")) {
        api.put(name.replaceFirst("^ai\\.heymilo\\.", ""), members(type));
      }
    }
    return api;
  }

  private static List<String> classNames(Class<?> oneOfIt) throws Exception {
    URI where = oneOfIt.getProtectionDomain().getCodeSource().getLocation().toURI();
    if (Files.isDirectory(Path.of(where))) {
      return classNames(Path.of(where));
    }
    try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + where), Map.of())) {
      return classNames(jar.getPath("/"));
    }
  }

  private static List<String> classNames(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.startsWith("ai/") && file.endsWith(".class"))
          .filter(file -> !file.endsWith("-info.class"))
          .map(file -> file.replaceAll("\\.class$", "").replace('/', '.'))
          .toList();
    }
  }

  private static boolean isVisible(Class<?> type) {
    return isVisible(type.getModifiers())
        && !type.isAnonymousClass()
        && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static SortedSet<String> members(Class<?> type) {
    SortedSet<String> members = new TreeSet<>();
    members.add(" " + header(type)); // a blank sorts before all members
    for (Constructor<?> one : type.getDeclaredConstructors()) {
      if (isVisible(one.getModifiers())) {
        members.add(words(one.getModifiers()) + "new(" + parameters(one) + ")" + thrown(one));
      }
    }
    // What is inherited from a type that callers do not see is seen as the heir's own.
    for (Class<?> of = type; of != null; of = of.getSuperclass()) {
      if (of == type || !isVisible(of)) {
        Arrays.stream(of.getDeclaredFields()).forEach(field -> add(field, members));
        Arrays.stream(of.getDeclaredMethods()).forEach(method -> add(method, members));
      }
    }
    return members;
  }

  private static void add(Field field, SortedSet<String> members) {
    if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
      members.add(
          words(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName());
    }
  }

  private static void add(Method method, SortedSet<String> members) {
    if (isVisible(method.getModifiers()) && !method.isSynthetic()) {
      members.add(
          words(method.getModifiers() & ~Modifier.VOLATILE & ~Modifier.TRANSIENT)
              + variables(method.getTypeParameters())
              + name(method.getGenericReturnType())
              + " "
              + method.getName()
              + "("
              + parameters(method)
              + ")"
              + thrown(method));
    }
  }

  private static String header(Class<?> type) {
    String above =
        Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass()),
                Arrays.stream(type.getGenericInterfaces()))
            .map(PublicApi::name)
            .filter(name -> !name.equals("Object"))
            .collect(Collectors.joining(", "));
    String kind = type.isInterface() ? "interface" : type.isEnum() ? "enum" : "class";
    int modifiers = type.getModifiers() & ~Modifier.INTERFACE & ~Modifier.STATIC;
    return words(type.isInterface() ? modifiers & ~Modifier.ABSTRACT : modifiers)
        + variables(type.getTypeParameters())
        + kind
        + (above.isEmpty() ? "" : " of " + above);
  }

  private static String words(int modifiers) {
    String words = Modifier.toString(modifiers & ~Modifier.PUBLIC & ~Modifier.SYNCHRONIZED);
    return words.isEmpty() ? "" : words + " ";
  }

  private static String variables(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(one -> one.getName() + " of " + name(one.getBounds()[0]))
            .collect(Collectors.joining(", ", "<", "> "));
  }

  private static String parameters(Executable of) {
    return Arrays.stream(of.getGenericParameterTypes())
        .map(PublicApi::name)
        .collect(Collectors.joining(", "));
  }

  private static String thrown(Executable of) {
    String types =
        Arrays.stream(of.getExceptionTypes())
            .map(PublicApi::name)
            .sorted()
            .collect(Collectors.joining(", "));
    return types.isEmpty() ? "" : " throws " + types;
  }

  private static String name(Type type) {
    return type.getTypeName().replaceAll("\\b([a-z]\\w*\\.)+(?=[A-Z])", "").replace('$', '.');
  }
}

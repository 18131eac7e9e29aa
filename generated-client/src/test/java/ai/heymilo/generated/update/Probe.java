// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.update;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Source code that uses every public member of some classes in the way that callers do. */
final class Probe {
  private final StringBuilder source = new StringBuilder("abstract class Probe {\n");
  private int n;

  /** Returns a class named {@code Probe} that compiles as long as all members are as they were. */
  static String of(List<Class<?>> classes) {
    Probe probe = new Probe();
    classes.forEach(probe::use);
    return probe.source.append("}\n").toString();
  }

  private void use(Class<?> type) {
    if (!Modifier.isPublic(type.getModifiers())) {
      return;
    }
    for (Type above : type.getGenericInterfaces()) {
      method(type, List.of(), "self", name(above) + " x = self;");
    }
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        method(
            type,
            List.of(),
            "",
            name(field.getGenericType()) + " x = " + name(type) + "." + field.getName() + ";");
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        String call = (isStatic ? name(type) : "self") + "." + method.getName() + arguments(method);
        boolean isVoid = method.getReturnType() == void.class;
        method(
            type,
            List.of(method.getTypeParameters()),
            "self" + parameters(method),
            (isVoid ? "" : name(method.getGenericReturnType()) + " x = ") + call + ";");
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (Modifier.isPublic(constructor.getModifiers())
          && !Modifier.isAbstract(type.getModifiers())) {
        method(
            type,
            List.of(constructor.getTypeParameters()),
            parameters(constructor).replaceFirst("^, ", ""),
            "new " + name(type) + arguments(constructor) + ";");
      }
    }
    Arrays.stream(type.getDeclaredClasses()).forEach(this::use);
  }

  private void method(Class<?> type, List<TypeVariable<?>> more, String parameters, String body) {
    List<TypeVariable<?>> all = new ArrayList<>(more);
    all.addAll(0, List.of(type.getTypeParameters()));
    List<String> variables = new ArrayList<>();
    for (TypeVariable<?> variable : all) {
      variables.add(variable + " extends " + name(variable.getBounds()[0]));
    }
    String self = name(type);
    if (type.getTypeParameters().length > 0) {
      self +=
          "<"
              + Arrays.stream(type.getTypeParameters())
                  .map(Object::toString)
                  .collect(Collectors.joining(", "))
              + ">";
    }
    source
        .append(variables.isEmpty() ? "  " : "  <" + String.join(", ", variables) + "> ")
        .append("void m")
        .append(n++)
        .append("(")
        .append(parameters.startsWith("self") ? self + " " + parameters : parameters)
        .append(") throws Throwable { ")
        .append(body)
        .append(" }\n");
  }

  private static String parameters(Executable of) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    for (Type type : of.getGenericParameterTypes()) {
      text.append(", ").append(name(type)).append(" a").append(i++);
    }
    return text.toString();
  }

  private static String arguments(Executable of) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < of.getParameterCount(); i++) {
      names.add("a" + i);
    }
    return "(" + String.join(", ", names) + ")";
  }

  private static String name(Type type) {
    return type.getTypeName().replace('$', '.');
  }
}

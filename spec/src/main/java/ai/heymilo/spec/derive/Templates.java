// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names that generated code uses itself, read from its templates; in lower case. */
final class Templates {
  private static final Pattern SUPPORT = Pattern.compile("(?<=support/)\\w+(?=\\.mustache)");
  private static final Pattern PARTIAL = Pattern.compile("(?<=\\{\\{>)\\w+(?=}})");
  private static final Pattern NO_CODE =
      Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\])*\"");
  private static final Pattern TAG = Pattern.compile("\\{\\{\\{?[^{}]*}}}?");
  private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w*[a-z]\\w*\\b");
  private static final Pattern METHOD =
      Pattern.compile("(?m)(?<=^ {2}(?! |private)[^(=\\n]{0,80} )\\w+(?=\\()");

  /** Simple names of classes. */
  static final Set<String> TYPES = types();

  /** Names of the methods that all objects of the API have, as properties would be called. */
  static final Set<String> MEMBERS = members();

  private Templates() {}

  private static Set<String> types() {
    Set<String> support = names(SUPPORT, text("generator.yaml"));
    Set<String> files = new TreeSet<>();
    Set.of("model", "api", "apiAsync").forEach(root -> addWithPartials(root, files));
    Set<String> types = new TreeSet<>(support);
    files.forEach(file -> types.addAll(names(TYPE, code(file, "x"))));
    for (String file : support) {
      // A class of the same package hides those of java.lang, but none that is imported.
      names(TYPE, code("support/" + file, "x")).stream()
          .filter(Templates::isOfJavaLang)
          .forEach(types::add);
    }
    return lowerCase(types);
  }

  private static boolean isOfJavaLang(String name) {
    try {
      return Class.forName("java.lang." + name).getModule() == Object.class.getModule();
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static void addWithPartials(String file, Set<String> files) {
    if (files.add(file)) {
      names(PARTIAL, template(file)).forEach(partial -> addWithPartials(partial, files));
    }
  }

  private static Set<String> members() {
    Set<String> methods = new TreeSet<>();
    methods.addAll(names(METHOD, code("support/ApiModel", " ")));
    methods.addAll(names(METHOD, code("setters", " ").replaceAll("(?m)^ {2}", "")));
    for (Method method : Object.class.getDeclaredMethods()) {
      if (method.getParameterCount() == 1 || method.getName().startsWith("get")) {
        methods.add(method.getName());
      }
    }
    Set<String> members = lowerCase(methods);
    methods.stream()
        .filter(name -> name.startsWith("get"))
        .forEach(name -> members.add(name.substring(3).toLowerCase(Locale.ROOT)));
    return members;
  }

  /** Returns a template without comments and texts, and with something else for its tags. */
  private static String code(String file, String tag) {
    String code = NO_CODE.matcher(template(file)).replaceAll(" ");
    return TAG.matcher(code).replaceAll(tag);
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> lowerCase(Set<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String template(String name) {
    return text("templates/" + name + ".mustache");
  }

  private static String text(String file) {
    try (InputStream in = Templates.class.getResourceAsStream("/generator/" + file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a few statements as somebody who uses the client would write them. */
public final class Snippets {
  private static final String HEADER =
      """
      import ai.heymilo.*;
      import ai.heymilo.candidates.*;
      import ai.heymilo.errors.*;
      import ai.heymilo.generated.*;
      import ai.heymilo.generated.api.*;
      import ai.heymilo.generated.model.*;
      import ai.heymilo.paging.*;
      import ai.heymilo.postings.*;
      import ai.heymilo.postings.Step;
      import ai.heymilo.transport.*;
      import java.net.*;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import javax.net.ssl.SSLContext;
      """;

  private static final String TEST_HEADER =
      """
      import static ai.heymilo.sandbox.SandboxAssert.assertThat;
      import ai.heymilo.sandbox.HeyMiloSandbox;
      import ai.heymilo.sandbox.junit.UseHeyMiloSandbox;
      import org.junit.jupiter.api.Test;
      """;

  private final Path classes;
  private final List<String> errors;

  private Snippets(Path classes, List<String> errors) {
    this.classes = classes;
    this.errors = errors;
  }

  /**
   * Compiles statements into a class of the default package with {@code run(HeyMilo milo, String
   * id, Instant yesterday)}.
   */
  public static Snippets compile(String className, String statements) {
    String source =
        HEADER
            + "public final class "
            + className
            + " {\n  public static void run(HeyMilo milo, String id, Instant yesterday)"
            + " throws Exception {\n"
            + statements
            + "\n  }\n}\n";
    try {
      return compileUnit(className, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles a test class of the default package, as users of the sandbox write it. */
  public static Snippets compileTestClass(String className, String testClass) {
    try {
      return compileUnit(className, HEADER + TEST_HEADER + testClass);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles a module's descriptor, with all that is on the class path as modules. */
  public static Snippets compileModule(String descriptor) {
    try {
      return compileUnit(
          "module-info",
          descriptor,
          "-classpath",
          "",
          "--module-path",
          System.getProperty("java.class.path"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Snippets compileUnit(String className, String source, String... options)
      throws IOException {
    Path classes = Files.createTempDirectory("snippets");
    List<String> arguments =
        new ArrayList<>(List.of("--release", "11", "-proc:none", "-d", classes.toString()));
    arguments.addAll(List.of(options));
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaFileObject unit =
        new SimpleJavaFileObject(
            URI.create("string:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, found, arguments, null, List.of(unit))
        .call();
    return new Snippets(
        classes,
        found.getDiagnostics().stream()
            .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
            .map(one -> one.getMessage(Locale.ENGLISH))
            .toList());
  }

  /** Returns where the classes are. */
  public Path classes() {
    return classes;
  }

  /** Returns what the compiler refused; empty if it compiles. */
  public List<String> errors() {
    return errors;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.cli;

import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.sandbox.internal.http.WireMockFace;
import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Consumer;

/** The runnable jar: a sandbox for people who work in other languages, or with curl. */
public final class Main {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Main() {}

  /** Runs a sandbox until the process is ended. */
  public static void main(String[] arguments) {
    Thread classes = new Thread(WireMockFace::loadClasses, "sandbox-classes");
    classes.setDaemon(true);
    classes.start();
    int status = run(System.out, System.err, Main::untilEnded, arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  private static void untilEnded(HeyMiloSandbox sandbox) {
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-close"));
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Starts a sandbox, and hands it to {@code use}.
   *
   * @return the exit status: 2 for bad arguments, 1 when the sandbox does not start
   */
  static int run(
      PrintStream out, PrintStream err, Consumer<HeyMiloSandbox> use, String... arguments) {
    CommandLine line;
    try {
      line = CommandLine.of(arguments);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.print(CommandLine.USAGE);
      return MISUSED;
    }
    if (line.isHelp()) {
      out.print(CommandLine.USAGE);
      return 0;
    }
    HeyMiloSandbox sandbox;
    try {
      if (line.stubs() != null) {
        int count = line.builder().writeStubs(line.stubs());
        out.println(count + " mappings for wiremock --root-dir " + line.stubs());
        return 0;
      }
      sandbox = line.builder().onRequest(request -> out.println(request)).start();
    } catch (IOException | RuntimeException e) {
      err.println("the sandbox did not start: " + e.getMessage());
      return FAILED;
    }
    out.println("HeyMilo sandbox at " + sandbox.baseUrl());
    out.println(
        "try: curl -H 'X-API-KEY: "
            + sandbox.apiKey()
            + "' "
            + sandbox.baseUrl()
            + "/api/v2/postings");
    use.accept(sandbox);
    return 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.cli;

import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.sandbox.HeyMiloSandboxBuilder;
import ai.heymilo.sandbox.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of the runnable jar. */
final class CommandLine {
  static final String USAGE =
      "usage: java -jar heymilo-sandbox.jar [options]\n"
          + "  --port N        the port to listen on (8089; 0 for a free one)\n"
          + "  --host ADDRESS  the address to listen on (127.0.0.1: this machine only)\n"
          + "  --seed demo     start with three postings, some candidates and two templates\n"
          + "  --api-key KEY   accept this key only (any key)\n"
          + "  --rate-limit N  accept N requests a minute of each key (no limit)\n"
          + "  --document FILE serve this OpenAPI document (the bundled one)\n"
          + "  --strict        refuse what the document forbids in words only (by its schemas)\n"
          + "  --no-control    no /_sandbox for tests to seed, move and look (on, on loopback)\n"
          + "  --stubs DIR     write WireMock mappings of the document to DIR and end\n"
          + "  --help          print this and end\n"
          + "It starts in half the time from Java 19 on with an archive of its classes:\n"
          + "java -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=sandbox.jsa -jar …\n";

  private static final int DEFAULT_PORT = 8089;
  private static final Duration QUEUE_DELAY = Duration.ofSeconds(1);

  private final HeyMiloSandboxBuilder builder =
      HeyMiloSandbox.builder().port(DEFAULT_PORT).queueDelay(QUEUE_DELAY);
  private boolean help;
  private @Nullable Path stubs;

  private CommandLine() {}

  /**
   * Reads arguments.
   *
   * @throws IllegalArgumentException with a message for the user, when they are not as {@link
   *     #USAGE} says
   */
  static CommandLine of(String... arguments) {
    CommandLine line = new CommandLine();
    Iterator<String> left = Arrays.asList(arguments).iterator();
    while (left.hasNext()) {
      line.read(left.next(), left);
    }
    return line;
  }

  private void read(String option, Iterator<String> left) {
    try {
      switch (option) {
        case "--port":
          builder.port(number(option, left.next()));
          break;
        case "--host":
          builder.host(left.next());
          break;
        case "--seed":
          seed(left.next());
          break;
        case "--api-key":
          builder.apiKey(left.next());
          break;
        case "--rate-limit":
          builder.rateLimit(RateLimit.of(number(option, left.next()), Duration.ofMinutes(1)));
          break;
        case "--document":
          builder.document(Path.of(left.next()));
          break;
        case "--strict":
          builder.strict();
          break;
        case "--no-control":
          builder.withoutControl();
          break;
        case "--stubs":
          stubs = Path.of(left.next());
          break;
        case "--help":
          help = true;
          break;
        default:
          throw new IllegalArgumentException("unknown option " + option);
      }
    } catch (NoSuchElementException e) {
      throw new IllegalArgumentException(option + " needs a value", e);
    }
  }

  private void seed(String name) {
    if (!name.equals("demo")) {
      throw new IllegalArgumentException("--seed knows only demo, was " + name);
    }
    builder.demo();
  }

  private static int number(String option, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " needs a whole number, was " + text, e);
    }
  }

  /** Returns the folder for WireMock mappings, null to start a sandbox. */
  @Nullable Path stubs() {
    return stubs;
  }

  boolean isHelp() {
    return help;
  }

  HeyMiloSandboxBuilder builder() {
    return builder;
  }
}

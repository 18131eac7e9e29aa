// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Looks for the API key in all that a test run prints, logs at any level, and says in exceptions:
 * the flight recorder keeps the message of every throwable that is made, whether somebody gets to
 * see it or not. Closing it fails if the key was seen. With {@code -Dcanary.figures=true} it says
 * how much it looked at, and how long threads slept and calls waited (in {@code fluent-api}, on a
 * clock that does not run).
 */
public final class CanaryWatch implements AutoCloseable {
  private final Map<String, Integer> seen = new ConcurrentHashMap<>();
  private final AtomicLong lines = new AtomicLong();
  private final AtomicLong records = new AtomicLong();
  private final AtomicLong throwables = new AtomicLong();
  private final AtomicLong waited = new AtomicLong();
  private Duration slept = Duration.ZERO;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("ai.heymilo");
  private final Handler handler = new Watcher();
  private final Recording recording = new Recording();

  private CanaryWatch() {}

  /** Starts to look. */
  public static CanaryWatch start() {
    CanaryWatch watch = new CanaryWatch();
    System.setOut(watch.watched(watch.out, "System.out"));
    System.setErr(watch.watched(watch.err, "System.err"));
    watch.handler.setLevel(Level.ALL);
    watch.root.addHandler(watch.handler);
    watch.ours.setLevel(Level.ALL);
    for (String event : new String[] {"jdk.JavaExceptionThrow", "jdk.JavaErrorThrow"}) {
      watch.recording.enable(event).withoutStackTrace().with("throttle", "off");
    }
    watch.recording.enable("jdk.ThreadSleep").withoutStackTrace().withoutThreshold();
    watch.recording.start();
    return watch;
  }

  private void look(String where, String text) {
    if (Canary.isIn(text)) {
      seen.merge(where, 1, Integer::sum);
    }
  }

  /** Stops to look. */
  @Override
  public void close() throws IOException {
    System.setOut(out);
    System.setErr(err);
    root.removeHandler(handler);
    readRecording();
    if (Boolean.getBoolean("canary.figures")) {
      System.out.printf(
          "The API key was searched for in %,d lines printed, %,d log records and %,d throwables:"
              + " %d hits. Threads slept for %.1f s, calls waited for %.1f s.%n",
          lines.get(),
          records.get(),
          throwables.get(),
          seen.size(),
          slept.toMillis() / 1e3,
          waited.get() / 1e3);
    }
    if (!seen.isEmpty()) {
      throw new AssertionError("the API key was seen, and how often: " + seen);
    }
  }

  private void readRecording() throws IOException {
    Path file = Files.createTempFile("tests", ".jfr");
    try (recording) {
      recording.stop();
      recording.dump(file);
      try (RecordingFile events = new RecordingFile(file)) {
        while (events.hasMoreEvents()) {
          RecordedEvent event = events.readEvent();
          if (event.hasField("thrownClass")) {
            throwables.incrementAndGet();
            look(
                event.getClass("thrownClass").getName(),
                String.valueOf(event.getString("message")));
          } else if (!event.getThread("eventThread").getJavaName().contains("timer")) {
            slept = slept.plus(event.getDuration()); // a timer of Netty sleeps all the time
          }
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  private PrintStream watched(PrintStream target, String name) {
    return new PrintStream(new Lines(target, name), true, StandardCharsets.UTF_8);
  }

  private final class Watcher extends Handler {
    private final Pattern wait = Pattern.compile(" waited (\\d+) ms: ");
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
      records.incrementAndGet();
      StringWriter text = new StringWriter();
      text.append(formatter.formatMessage(record));
      Matcher waits = wait.matcher(text.toString());
      if (waits.find()) {
        waited.addAndGet(Long.parseLong(waits.group(1)));
      }
      if (record.getThrown() != null) {
        record.getThrown().printStackTrace(new PrintWriter(text));
      }
      look("the log " + record.getLoggerName(), text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Hands on what is printed, and looks at each line. */
  private final class Lines extends OutputStream {
    private final PrintStream target;
    private final String name;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(PrintStream target, String name) {
      this.target = target;
      this.name = name;
    }

    @Override
    public synchronized void write(int b) {
      target.write(b);
      line.write(b);
      if (b == '\n') {
        lines.incrementAndGet();
        look(name, line.toString(StandardCharsets.UTF_8));
        line.reset();
      }
    }

    @Override
    public void flush() {
      target.flush();
    }
  }
}

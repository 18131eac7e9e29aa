// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Everything that is logged during a test, by the client at every level. */
public final class Logged extends Handler implements BeforeEachCallback, AfterEachCallback {
  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("ai.heymilo");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private @Nullable Level level;

  public List<LogRecord> records() {
    return records;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    level = ours.getLevel();
    ours.setLevel(Level.ALL);
    setLevel(Level.ALL);
    root.addHandler(this);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    root.removeHandler(this);
    ours.setLevel(level);
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}

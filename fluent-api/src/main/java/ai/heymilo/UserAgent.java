// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.generated.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The {@code User-Agent}: {@code heymilo-java/1.2.3 (spec 2.0.0; Java 17)}. */
final class UserAgent {
  private static final String RESOURCE = "client.properties";

  private UserAgent() {}

  static String value() {
    return "heymilo-java/"
        + version()
        + " (spec "
        + ApiClient.SPEC_VERSION
        + "; Java "
        + Runtime.version().feature()
        + ")";
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = UserAgent.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not beside " + UserAgent.class.getName());
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}

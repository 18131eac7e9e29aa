// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.contract.testkit.Snippets;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Compiles test classes from their source, and runs them as JUnit does. */
final class TestClasses {
  private TestClasses() {}

  /** Asserts that it compiles, and that it has tests, all of which pass. */
  static void compileAndRun(String className, String source) throws Exception {
    Snippets compiled = Snippets.compileTestClass(className, source);
    assertThat(compiled.errors()).isEmpty();
    URL[] classes = {compiled.classes().toUri().toURL()};
    try (URLClassLoader loader =
        new URLClassLoader(classes, Thread.currentThread().getContextClassLoader())) {
      SummaryGeneratingListener summary = new SummaryGeneratingListener();
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(DiscoverySelectors.selectClass(loader.loadClass(className)))
                  .build(),
              summary);
      assertThat(summary.getSummary().getFailures())
          .extracting(failure -> String.valueOf(failure.getException()))
          .isEmpty();
      assertThat(summary.getSummary().getTestsSucceededCount()).isPositive();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring.test;

import ai.heymilo.sandbox.HeyMiloSandbox;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Resets the sandbox before each test; registered in {@code spring.factories}. */
final class SandboxResetListener implements TestExecutionListener {
  SandboxResetListener() {}

  @Override
  public void beforeTestMethod(TestContext test) {
    if (TestContextAnnotationUtils.hasAnnotation(
        test.getTestClass(), AutoConfigureHeyMiloSandbox.class)) {
      test.getApplicationContext().getBean(HeyMiloSandbox.class).reset();
    }
  }
}

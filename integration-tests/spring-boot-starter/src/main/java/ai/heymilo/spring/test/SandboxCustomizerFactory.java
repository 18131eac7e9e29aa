// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link AutoConfigureHeyMiloSandbox}; registered in {@code spring.factories}. */
final class SandboxCustomizerFactory implements ContextCustomizerFactory {
  SandboxCustomizerFactory() {}

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureHeyMiloSandbox.class)
        ? new SandboxCustomizer()
        : null;
  }
}

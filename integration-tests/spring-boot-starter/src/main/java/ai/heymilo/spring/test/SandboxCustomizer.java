// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring.test;

import ai.heymilo.sandbox.HeyMiloSandbox;
import java.util.Map;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Starts a sandbox for an application context. All are equal, so that contexts are shared. */
record SandboxCustomizer() implements ContextCustomizer {
  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    HeyMiloSandbox sandbox = HeyMiloSandbox.start();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "heyMiloSandbox",
                Map.of(
                    "heymilo.base-url", sandbox.baseUrl(), "heymilo.api-key", sandbox.apiKey())));
    RootBeanDefinition bean = new RootBeanDefinition(HeyMiloSandbox.class, () -> sandbox);
    bean.setDestroyMethodName("close");
    ((BeanDefinitionRegistry) context.getBeanFactory())
        .registerBeanDefinition("heyMiloSandbox", bean);
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.HeyMilo;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Registers a client for each name under {@code heymilo.clients}. */
final class NamedClients implements ImportBeanDefinitionRegistrar {
  private static final ConfigurationPropertyName CLIENTS =
      ConfigurationPropertyName.of(HeyMiloProperties.PREFIX).append("clients");

  private final Environment environment;

  NamedClients(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
    for (String name : names()) {
      RootBeanDefinition client = new RootBeanDefinition(HeyMilo.class);
      client.setFactoryBeanName(ClientFactory.class.getName());
      client.setFactoryMethodName("named");
      client.getConstructorArgumentValues().addIndexedArgumentValue(0, name);
      client.setDestroyMethodName(AbstractBeanDefinition.INFER_METHOD);
      registry.registerBeanDefinition(name, client);
    }
  }

  /** Reads names only: a value may be known no earlier than when the application runs. */
  private SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource properties) {
        properties.stream()
            .filter(CLIENTS::isAncestorOf)
            .forEach(name -> names.add(name.getElement(2, Form.ORIGINAL)));
      }
    }
    return names;
  }
}

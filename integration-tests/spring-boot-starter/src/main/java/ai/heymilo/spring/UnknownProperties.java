// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;

/**
 * Rejects unknown properties under {@code heymilo}. Not {@code ignoreUnknownFields = false}, which
 * also rejects known ones that are empty.
 */
final class UnknownProperties implements ConfigurationPropertiesBindHandlerAdvisor {
  private static final ConfigurationPropertyName PREFIX =
      ConfigurationPropertyName.of(HeyMiloProperties.PREFIX);

  UnknownProperties() {}

  @Override
  public BindHandler apply(BindHandler handler) {
    return new Check(handler);
  }

  private static final class Check extends AbstractBindHandler {
    private final UnboundElementsSourceFilter filter = new UnboundElementsSourceFilter();
    private final Set<ConfigurationPropertyName> known = new HashSet<>();

    Check(BindHandler handler) {
      super(handler);
    }

    @Override
    public <T> @Nullable Bindable<T> onStart(
        ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
      known.add(name);
      return super.onStart(name, target, context);
    }

    @Override
    public void onFinish(
        ConfigurationPropertyName name,
        Bindable<?> target,
        BindContext context,
        @Nullable Object result)
        throws Exception {
      super.onFinish(name, target, context, result);
      if (!name.equals(PREFIX)) {
        return;
      }
      Set<ConfigurationProperty> unknown = new TreeSet<>();
      for (ConfigurationPropertySource source : context.getSources()) {
        if (source instanceof IterableConfigurationPropertySource properties
            && filter.apply(source)) {
          properties.stream()
              .filter(one -> PREFIX.isAncestorOf(one) && !known.contains(one))
              .map(source::getConfigurationProperty)
              .forEach(unknown::add);
        }
      }
      if (!unknown.isEmpty()) {
        throw new UnboundConfigurationPropertiesException(unknown);
      }
    }
  }
}

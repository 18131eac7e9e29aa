// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.junit;

import ai.heymilo.sandbox.HeyMiloSandbox;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;

/** What {@link UseHeyMiloSandbox} registers. A sandbox lives as long as a test instance. */
public final class HeyMiloSandboxExtension
    implements TestInstancePreConstructCallback,
        TestInstancePostProcessor,
        TestInstancePreDestroyCallback,
        ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(HeyMiloSandboxExtension.class);

  /** Made by JUnit. */
  public HeyMiloSandboxExtension() {}

  /** Prepares an empty sandbox for the instance, or that of the instance it is nested in. */
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    sandboxes(context).constructing(factory.getOuterInstance().orElse(null));
  }

  /** Sets the fields that the constructor has left null. */
  @Override
  public void postProcessTestInstance(Object test, ExtensionContext context)
      throws IllegalAccessException {
    HeyMiloSandbox sandbox = sandboxes(context).constructed(test);
    for (Class<?> type = test.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        boolean fixed =
            Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers());
        if (!fixed && Injectables.has(field.getType())) {
          field.setAccessible(true);
          if (field.get(test) == null) {
            field.set(test, Injectables.of(field.getType(), sandbox));
          }
        }
      }
    }
  }

  /** Gives the sandbox of an instance to later ones. */
  @Override
  public void preDestroyTestInstance(ExtensionContext context) {
    TestInstancePreDestroyCallback.preDestroyTestInstances(context, sandboxes(context)::destroyed);
  }

  /** Returns whether the parameter is of a type that is injected. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Injectables.has(parameter.getParameter().getType());
  }

  /**
   * Returns the value of the parameter.
   *
   * @throws ParameterResolutionException for a static method, which belongs to no instance
   */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    HeyMiloSandbox sandbox =
        parameter.getDeclaringExecutable() instanceof Constructor
            ? sandboxes(context).constructing()
            : sandboxes(context).of(parameter.getTarget().orElse(null));
    if (sandbox == null) {
      throw new ParameterResolutionException(
          parameter.getDeclaringExecutable().getName()
              + " has no sandbox: each test instance has its own; use @BeforeEach and @AfterEach,"
              + " or @TestInstance(PER_CLASS)");
    }
    return Injectables.of(parameter.getParameter().getType(), sandbox);
  }

  private static Sandboxes sandboxes(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Sandboxes.class, key -> new Sandboxes(), Sandboxes.class);
  }
}

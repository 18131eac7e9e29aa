// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.junit;

import ai.heymilo.sandbox.HeyMiloSandbox;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** What {@link UseHeyMiloSandbox} registers. */
public final class HeyMiloSandboxExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        TestInstancePreConstructCallback,
        TestInstancePostProcessor,
        ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(HeyMiloSandboxExtension.class);
  private static final String OWNER = "owner";

  /** Made by JUnit. */
  public HeyMiloSandboxExtension() {}

  /** Starts the sandbox, unless an enclosing class has one. */
  @Override
  public void beforeAll(ExtensionContext context) {
    if (context.getStore(NAMESPACE).get(HeyMiloSandbox.class) == null) {
      context.getStore(NAMESPACE).put(HeyMiloSandbox.class, HeyMiloSandbox.start());
      context.getStore(NAMESPACE).put(OWNER, context.getUniqueId());
    }
  }

  /** Closes the sandbox after the last test of the class that started it. */
  @Override
  public void afterAll(ExtensionContext context) {
    if (context.getUniqueId().equals(context.getStore(NAMESPACE).get(OWNER))) {
      sandbox(context).close();
    }
  }

  /** Empties the sandbox, so that a constructor does not get the client of the test before. */
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    sandbox(context).reset();
  }

  /** Empties the sandbox, and sets the fields of the test, to which it has another client. */
  @Override
  public void beforeEach(ExtensionContext context) throws IllegalAccessException {
    HeyMiloSandbox sandbox = sandbox(context);
    sandbox.reset();
    for (Object test : context.getRequiredTestInstances().getAllInstances()) {
      setFields(test, sandbox);
    }
  }

  /** Sets the fields of the test. */
  @Override
  public void postProcessTestInstance(Object test, ExtensionContext context)
      throws IllegalAccessException {
    setFields(test, sandbox(context));
  }

  private static void setFields(Object test, HeyMiloSandbox sandbox) throws IllegalAccessException {
    for (Class<?> type = test.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        boolean fixed =
            Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers());
        if (!fixed && Injectables.has(field.getType())) {
          field.setAccessible(true);
          field.set(test, Injectables.of(field.getType(), sandbox));
        }
      }
    }
  }

  /** Tells whether the parameter is of a type that is injected. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Injectables.has(parameter.getParameter().getType());
  }

  /** Returns the value of the parameter. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Injectables.of(parameter.getParameter().getType(), sandbox(context));
  }

  private static HeyMiloSandbox sandbox(ExtensionContext context) {
    HeyMiloSandbox sandbox =
        context.getStore(NAMESPACE).get(HeyMiloSandbox.class, HeyMiloSandbox.class);
    if (sandbox == null) {
      throw new IllegalStateException("no sandbox was started for " + context.getDisplayName());
    }
    return sandbox;
  }
}

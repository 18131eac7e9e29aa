// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import ai.heymilo.HeyMilo;
import ai.heymilo.contract.document.Filler.Amount;
import ai.heymilo.errors.InvalidRequestException;
import ai.heymilo.errors.NotFoundException;
import ai.heymilo.paging.AsyncPager;
import ai.heymilo.paging.Pager;
import ai.heymilo.postings.Step;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Calls every public method of the fluent API that can be reached from a client, so that every
 * request it can send is sent. A new method is called as well, with no edit.
 */
final class Crawl {
  private static final Set<String> NOT_CALLED =
      Set.of(
          "call",
          "changes",
          "idsBy",
          "lookUp",
          "close",
          "withApiKey",
          "withOptions",
          "withResponse",
          "api",
          "quota",
          "hashCode",
          "equals",
          "toString");
  private static final List<Step<?, ?>> STEPS =
      List.of(
          Step.RESUME,
          Step.CONVERSATIONAL_SMS,
          Step.WEB_INTERVIEW,
          Step.FORM,
          Step.of("not yet/known"));

  private final Filler filler;
  private final Set<String> visited = new HashSet<>();
  private final List<String> called = new ArrayList<>();
  private final List<String> notFound = new ArrayList<>();
  private boolean fails;

  private Crawl(Filler filler) {
    this.filler = filler;
  }

  /** Walks from the client on, or from its asynchronous twin; returns the calls made. */
  static List<String> from(Object client, Filler filler) {
    Crawl crawl = new Crawl(filler);
    crawl.walk(client, "");
    return crawl.called;
  }

  /** As {@link #from}, with a server that finds nothing; returns the calls that said so. */
  static List<String> failing(Object client, Filler filler) {
    Crawl crawl = new Crawl(filler);
    crawl.fails = true;
    crawl.walk(client, "");
    return crawl.notFound;
  }

  private void walk(Object handle, String variant) {
    if (!visited.add(handle.getClass().getName() + variant)) {
      return;
    }
    List<Method> methods =
        Arrays.stream(handle.getClass().getMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
            .filter(method -> method.getDeclaringClass() != Object.class)
            .filter(method -> !NOT_CALLED.contains(method.getName()))
            .filter(method -> !(handle instanceof HeyMilo && method.getName().equals("async")))
            .sorted(Comparator.comparing(Method::toGenericString))
            .toList();
    for (Method method : methods) {
      if (Arrays.asList(method.getParameterTypes()).contains(Step.class)) {
        STEPS.forEach(step -> call(handle, method, step, step.type()));
      } else {
        call(handle, method, null, variant);
      }
    }
  }

  private void call(Object handle, Method method, Step<?, ?> step, String variant) {
    List<Object> arguments = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      arguments.add(parameter.getType() == Step.class ? step : filler.values().of(parameter));
    }
    try {
      called.add(method.getDeclaringClass().getSimpleName() + "." + method.getName());
      follow(method.invoke(handle, arguments.toArray()), variant);
    } catch (InvocationTargetException | CompletionException e) {
      if (fails && e.getCause() instanceof NotFoundException) {
        notFound.add(called.get(called.size() - 1));
        return;
      }
      boolean empty = filler.amount() == Amount.NOTHING || filler.amount() == Amount.CLEARED;
      if (!(empty && e.getCause() instanceof InvalidRequestException)) {
        throw new AssertionError(method + " with " + filler.amount(), e.getCause());
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private void follow(Object result, String variant) {
    if (result instanceof CompletableFuture<?> future) {
      follow(future.join(), variant);
    } else if (result instanceof Pager<?> pager) {
      try {
        pager.stream().limit(2).forEach(item -> {});
      } catch (NotFoundException e) {
        throw new CompletionException(e);
      }
    } else if (result instanceof AsyncPager<?> pager) {
      pager.firstPage().join();
    } else if (result != null && isHandle(result.getClass())) {
      walk(result, variant);
    }
  }

  private static boolean isHandle(Class<?> type) {
    return !List.class.isAssignableFrom(type)
        && type.getName().startsWith("ai.heymilo.")
        && !type.getName().matches("ai\\.heymilo\\.(generated|internal|errors|transport)\\..*")
        && !type.isEnum();
  }
}

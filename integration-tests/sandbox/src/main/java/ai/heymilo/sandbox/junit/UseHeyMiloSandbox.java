// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.junit;

import ai.heymilo.sandbox.HeyMiloSandbox;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a {@link HeyMiloSandbox} and its {@linkplain HeyMiloSandbox#client client}: in
 * parameters of these types of its constructor, tests and lifecycle methods, and in its fields of
 * these types that are neither static nor final.
 *
 * <pre>{@code
 * @UseHeyMiloSandbox
 * class HiringTest {
 *   @Test
 *   void opensAPosting(HeyMilo milo, HeyMiloSandbox sandbox) {
 *     new Hiring(milo).open("Senior Java Engineer");
 *
 *     assertThat(sandbox).received("createPosting").withJson("$.title", "Senior Java Engineer");
 *   }
 * }
 * }</pre>
 *
 * <p>One sandbox serves the tests of a class, nested classes included; it is {@linkplain
 * HeyMiloSandbox#reset reset} before each test and closed after the last, and the clients with it.
 * Tests that share it cannot run at the same time.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(HeyMiloSandboxExtension.class)
public @interface UseHeyMiloSandbox {}

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
 * these types that are null and neither static nor final.
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
 * <p>Each test instance has an empty sandbox of its own, which instances of nested classes share:
 * by default each test, also in parallel; under the lifecycle {@code PER_CLASS} the class, whose
 * tests see what others created unless they {@linkplain HeyMiloSandbox#reset reset} it. What a
 * constructor creates is there in the test, and a field that it sets stays as it is. A static
 * {@code @BeforeAll} method belongs to no instance and has no sandbox. Works with JUnit 5.10 and
 * later, 6 included.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(HeyMiloSandboxExtension.class)
public @interface UseHeyMiloSandbox {}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a Spring test against a {@link ai.heymilo.sandbox.HeyMiloSandbox}: starts one, points {@code
 * heymilo.base-url} and {@code heymilo.api-key} at it, and makes it a bean.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureHeyMiloSandbox
 * class HiringTest {
 *   @Autowired HeyMiloSandbox sandbox;
 *   @Autowired Hiring hiring;
 *
 *   @Test
 *   void opensAPosting() {
 *     hiring.open("Senior Java Engineer");
 *
 *     assertThat(sandbox).received("createPosting").withJson("$.title", "Senior Java Engineer");
 *   }
 * }
 * }</pre>
 *
 * <p>The sandbox is closed with the application context, which Spring shares among test classes
 * with the same configuration; it is {@linkplain ai.heymilo.sandbox.HeyMiloSandbox#reset reset}
 * before each test.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AutoConfigureHeyMiloSandbox {}

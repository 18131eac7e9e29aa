/**
 * A {@link ai.heymilo.HeyMilo} as a bean of a Spring Boot 3 application.
 *
 * <p>There is one as soon as {@code heymilo.api-key} is set, unless the application has a bean of
 * that type of its own. {@code heymilo.base-url} and {@code heymilo.workspace-id} are optional; all
 * else is set by beans: a {@link ai.heymilo.spring.HeyMiloCustomizer} is given the builder, and
 * each {@link ai.heymilo.transport.CallListener} is told of calls. The client is closed with the
 * application. With the actuator there is a health indicator {@code heyMilo}, which makes one
 * request whenever it is asked; {@code management.health.heymilo.enabled=false} switches it off.
 */
@NullMarked
package ai.heymilo.spring;

import org.jspecify.annotations.NullMarked;

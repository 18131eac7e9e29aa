/**
 * {@link ai.heymilo.HeyMilo} clients as beans of a Spring Boot application (3.5 and 4).
 *
 * <p>With {@code heymilo.api-key} set there is a bean {@code heyMilo}, unless the application
 * defines a {@code HeyMilo} itself; each {@code heymilo.clients.NAME.api-key} adds a bean of that
 * name. {@link ai.heymilo.spring.HeyMiloProperties} lists the properties; a {@link
 * ai.heymilo.spring.HeyMiloCustomizer} sets what has none, and each {@link
 * ai.heymilo.transport.CallListener} bean is registered. Clients are closed with the application.
 *
 * <p>With the actuator, a health contributor {@code heyMilo} makes one request to the API whenever
 * it is asked; {@code management.health.heymilo.enabled=false} switches it off. With a {@code
 * MeterRegistry}, an {@code ObservationRegistry} or an {@code OpenTelemetry} bean, calls are
 * measured and traced.
 */
@NullMarked
package ai.heymilo.spring;

import org.jspecify.annotations.NullMarked;

/**
 * Reports a client's calls to Micrometer or OpenTelemetry.
 *
 * <p>Register a listener with {@link ai.heymilo.HeyMiloBuilder#listener HeyMiloBuilder.listener}.
 * Micrometer and OpenTelemetry are optional dependencies: bring the one that you use. No meter,
 * observation or span holds the API key, an id, or a value of a request.
 */
@NullMarked
package ai.heymilo.observability;

import org.jspecify.annotations.NullMarked;

/**
 * Settings and hooks of the transport.
 *
 * <ul>
 *   <li>{@link ai.heymilo.transport.Timeouts}: how long connecting, an attempt and a whole call may
 *       take.
 *   <li>{@link ai.heymilo.transport.RetryPolicy}: the number of retries and the waits before them.
 *       Whether a call may be repeated at all is not a setting: calls that create never are, once
 *       they may have arrived.
 *   <li>{@link ai.heymilo.transport.RateLimiter}: keeps the server's quota; {@link
 *       ai.heymilo.transport.QuotaStatus} is its state.
 *   <li>{@link ai.heymilo.transport.CallListener}: observes calls, attempts and waits, for metrics
 *       and traces.
 * </ul>
 */
@NullMarked
package ai.heymilo.transport;

import org.jspecify.annotations.NullMarked;

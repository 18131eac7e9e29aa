/** Settings and hooks of the transport: timeouts, retries, the rate limiter, the listener. */
@NullMarked
package ai.heymilo.transport;

import org.jspecify.annotations.NullMarked;

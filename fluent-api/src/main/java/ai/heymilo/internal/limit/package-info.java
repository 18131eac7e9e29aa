/**
 * Rate limit: the limiter with its rolling window, which adapts after a 429, and the gate that a
 * 429 closes for all calls of a key.
 */
@NullMarked
package ai.heymilo.internal.limit;

import org.jspecify.annotations.NullMarked;

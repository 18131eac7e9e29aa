/**
 * What holds requests back: the limiter with its rolling window, which adapts after a 429, the gate
 * that a 429 closes for every call of a client, and the request for a permit.
 */
@NullMarked
package ai.heymilo.internal.limit;

import org.jspecify.annotations.NullMarked;

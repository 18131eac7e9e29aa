/**
 * Internal: not API, may change at any time. This package has settings, key, time and futures for
 * all packages below, and common code of the resources ({@code Calls}).
 *
 * <ul>
 *   <li>{@link ai.heymilo.internal.call}: the loop that sends a call
 *   <li>{@link ai.heymilo.internal.limit}: rate limit
 *   <li>{@link ai.heymilo.internal.http}: the JDK's client, bodies, base URLs
 *   <li>{@link ai.heymilo.internal.listeners}: events
 * </ul>
 */
@NullMarked
package ai.heymilo.internal;

import org.jspecify.annotations.NullMarked;

/**
 * Not considered API, and free to change at any time. Here: what all rooms share (settings, key,
 * time, futures) and what the resources have in common ({@code Calls}).
 *
 * <ul>
 *   <li>{@link ai.heymilo.internal.call}: the loop that sends a call
 *   <li>{@link ai.heymilo.internal.limit}: what holds requests back
 *   <li>{@link ai.heymilo.internal.http}: the JDK's client, bodies, base URLs
 *   <li>{@link ai.heymilo.internal.listeners}: events
 * </ul>
 */
@NullMarked
package ai.heymilo.internal;

import org.jspecify.annotations.NullMarked;

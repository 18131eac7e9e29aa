/** Notifies listeners of the events of a call, and logs them. */
@NullMarked
package ai.heymilo.internal.listeners;

import org.jspecify.annotations.NullMarked;

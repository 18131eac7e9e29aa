/**
 * The way of one call, blocking or asynchronous. {@link ai.heymilo.internal.call.RetryingSender}
 * receives it from a stub, {@code RetryLoop} repeats an {@code Attempt} as long as {@code Retries}
 * permits, {@code Outcome} and {@code Condition} classify how an attempt ended, and {@code
 * Failures} builds the exception.
 */
@NullMarked
package ai.heymilo.internal.call;

import org.jspecify.annotations.NullMarked;

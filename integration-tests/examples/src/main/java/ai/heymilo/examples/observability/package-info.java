/** Metrics and traces of the client's calls, one class each, to be copied. */
@NullMarked
package ai.heymilo.examples.observability;

import org.jspecify.annotations.NullMarked;

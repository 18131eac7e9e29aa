/** One quota for several machines. */
@NullMarked
package ai.heymilo.examples.quota;

import org.jspecify.annotations.NullMarked;

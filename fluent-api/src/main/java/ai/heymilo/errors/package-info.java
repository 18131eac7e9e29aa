/** What can go wrong, one unchecked family under {@link ai.heymilo.errors.HeyMiloException}. */
@NullMarked
package ai.heymilo.errors;

import org.jspecify.annotations.NullMarked;

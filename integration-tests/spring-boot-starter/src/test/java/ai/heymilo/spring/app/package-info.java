/** An application with the starter, as its users have it. */
@NullMarked
package ai.heymilo.spring.app;

import org.jspecify.annotations.NullMarked;

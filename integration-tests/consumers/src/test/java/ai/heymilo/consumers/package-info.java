/** The built jars, used as somebody else's build would. */
@NullMarked
package ai.heymilo.consumers;

import org.jspecify.annotations.NullMarked;

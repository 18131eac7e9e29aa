/** How the client works inside; not considered API, and free to change at any time. */
@NullMarked
package ai.heymilo.internal;

import org.jspecify.annotations.NullMarked;

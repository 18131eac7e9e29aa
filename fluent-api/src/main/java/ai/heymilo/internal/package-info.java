/** What the client is made of. Not considered API: it changes without notice. */
@NullMarked
package ai.heymilo.internal;

import org.jspecify.annotations.NullMarked;

/**
 * What each operation of the document does to the state, and what it answers. Not considered API.
 */
@NullMarked
package ai.heymilo.sandbox.internal.operations;

import org.jspecify.annotations.NullMarked;

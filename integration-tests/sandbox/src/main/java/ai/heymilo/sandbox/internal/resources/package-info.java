/** Serves every operation of a document from kept objects and its schemas. Not considered API. */
@NullMarked
package ai.heymilo.sandbox.internal.resources;

import org.jspecify.annotations.NullMarked;

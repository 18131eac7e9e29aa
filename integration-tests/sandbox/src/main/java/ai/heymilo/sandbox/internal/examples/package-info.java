/** Makes values from the document's schemas. Not considered API. */
@NullMarked
package ai.heymilo.sandbox.internal.examples;

import org.jspecify.annotations.NullMarked;

/**
 * The resources of a document: collections, items and places with actions, how they hang together,
 * and the methods that their operations become. {@link ai.heymilo.spec.resource.Resources} is the
 * entry.
 */
@NullMarked
package ai.heymilo.spec.resource;

import org.jspecify.annotations.NullMarked;

/**
 * Small programs that use the client as an application would; each runs against the sandbox or a
 * server.
 */
@NullMarked
package ai.heymilo.examples;

import org.jspecify.annotations.NullMarked;

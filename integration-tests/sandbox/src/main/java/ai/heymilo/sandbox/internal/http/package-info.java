/**
 * The HTTP face of the sandbox: WireMock, and the plain Java server behind it. Not considered API.
 */
@NullMarked
package ai.heymilo.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;

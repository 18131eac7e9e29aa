/**
 * The bundled OpenAPI document as the sandbox reads it: routes, and checks by schema. Not
 * considered API.
 */
@NullMarked
package ai.heymilo.sandbox.internal.document;

import org.jspecify.annotations.NullMarked;

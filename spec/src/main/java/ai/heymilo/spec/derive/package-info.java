/**
 * Derives the code generator's view (OpenAPI 3.0.3) of the published document (OpenAPI 3.1).
 *
 * <p>Each {@link ai.heymilo.spec.derive.Rule} makes one kind of correction, wherever in the
 * document it applies; no rule names a path, a schema or a property of the HeyMilo API. What no
 * rule understands is refused with its JSON pointer.
 */
@NullMarked
package ai.heymilo.spec.derive;

import org.jspecify.annotations.NullMarked;

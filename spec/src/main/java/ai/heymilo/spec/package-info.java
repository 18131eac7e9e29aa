/** The vendor's OpenAPI document as bundled with this build, unchanged. */
@NullMarked
package ai.heymilo.spec;

import org.jspecify.annotations.NullMarked;

/** The starter, in application contexts that Spring Boot makes. */
@NullMarked
package ai.heymilo.spring;

import org.jspecify.annotations.NullMarked;

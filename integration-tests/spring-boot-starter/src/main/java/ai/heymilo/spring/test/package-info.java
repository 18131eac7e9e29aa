/** The sandbox in Spring Boot tests. Needs {@code heymilo-sandbox} and Spring's test framework. */
@NullMarked
package ai.heymilo.spring.test;

import org.jspecify.annotations.NullMarked;

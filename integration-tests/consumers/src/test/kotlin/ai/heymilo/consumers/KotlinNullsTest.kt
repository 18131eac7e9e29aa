// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Kotlin knows what can be null: passing it, and not looking for it, does not compile. */
class KotlinNullsTest {
  @Test
  fun nullsDoNotCompile(@TempDir classes: Path) {
    val said = ByteArrayOutputStream()
    val code =
        K2JVMCompiler()
            .exec(
                PrintStream(said),
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-no-stdlib",
                "src/consumers/kotlin/Nulls.kt")

    assertThat(code).isEqualTo(ExitCode.COMPILATION_ERROR)
    val errors = said.toString(Charsets.UTF_8).lines().filter { it.contains(": error: ") }
    assertThat(errors.map { it.substringAfter("Nulls.kt:").substringBefore(":") })
        .containsExactly("3", "5", "7")
  }
}

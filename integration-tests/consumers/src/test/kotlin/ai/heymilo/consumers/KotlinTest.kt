// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers

import ai.heymilo.HeyMilo
import ai.heymilo.errors.InvalidRequestException
import ai.heymilo.postings.Step
import ai.heymilo.sandbox.HeyMiloSandbox
import ai.heymilo.sandbox.junit.UseHeyMiloSandbox
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** What a Kotlin application does: lambdas without SAM constructors, null-safety, coroutines. */
@UseHeyMiloSandbox
class KotlinTest {
  lateinit var milo: HeyMilo
  lateinit var sandbox: HeyMiloSandbox

  @Test
  fun lambdasConfigureRequests() {
    val created =
        milo.postings().create("Senior Java Engineer") { posting ->
          posting
              .description("Builds services.")
              .resume { it.mandatory(true).eligibility("Authorised to work in the EU") }
              .conversationalSms { step ->
                step.ask("Can you start within 30 days?") { it.expectedAnswer("yes").dealbreaker() }
              }
              .form { it.dropdown("Preferred office?", "Berlin", "Remote") }
        }
    created.activate()
    milo.posting(created.id()).step(Step.RESUME).update { it.minEvaluationScore(0.7) }

    val posting = milo.posting(created.id()).get()
    assertThat(posting.title.uppercase()).isEqualTo("SENIOR JAVA ENGINEER")
    assertThat(posting.redirectUrl?.length).isNull()
  }

  @Test
  fun coroutinesAwaitFutures() = runBlocking<Unit> {
    val id = milo.async().postings().create("Java Engineer") { it.form {} }.await().id()
    milo.async().posting(id).activate().await()

    val ids =
        listOf("ada", "alan", "grace")
            .map { async { milo.async().posting(id).candidates().ingest(it, "$it@example.org").await() } }
            .awaitAll()
            .map { it.interviewId }

    assertThat(ids).doesNotHaveDuplicates().hasSize(3)
  }

  @Test
  fun exceptionsArriveUnwrappedFromCoroutines() {
    assertThrows<InvalidRequestException> {
      runBlocking { milo.async().postings().create("x") { it.form {} }.await() }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.errors.AmbiguousWriteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Receipts that lack what the document requires. */
class ReceiptTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @Test
  void aReceiptWithoutAStatusCanBeLookedAt() {
    server.answer(request -> Answer.of(201, "{\"data\":{\"id\":\"P9\"}}"));

    assertThat(server.client().postings().create("Title", p -> p.form(f -> {})).toString())
        .contains("P9");
  }

  @Test
  void aReceiptWithAnIdThatCannotBeIsAmbiguous() {
    server.answer(request -> Answer.of(201, "{\"data\":{\"id\":\"\"}}"));

    assertThatThrownBy(() -> server.client().postings().create("Title", p -> p.form(f -> {})))
        .isInstanceOf(AmbiguousWriteException.class);
  }
}

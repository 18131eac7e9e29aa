// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.json;
import static ai.heymilo.testkit.Reply.raw;
import static ai.heymilo.testkit.Reply.reset;
import static ai.heymilo.testkit.Reply.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Logged;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.CallListener;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The key, and what a person typed, are searched for in everything that comes out. */
@Tag("slow")
@Timeout(60)
class CanaryTest {
  /** Not the key of the other tests: the JDK's own exceptions quote a server that quotes this. */
  private static final String KEY = "echoed-4f9d1c";

  private static final String PERSON = "jane.doe@example.org";

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  @RegisterExtension final Logged logged = new Logged();

  @Test
  void neitherTheKeyNorAPersonIsInAnythingThatComesOut() {
    String echo =
        "{\"error\":{\"type\":\"%1$s\",\"code\":\"%1$s\",\"message\":\"%1$s\",\"errors\":"
            + "[{\"code\":\"%1$s\",\"message\":\"%1$s\",\"param\":\"%1$s\"}]}}";
    String list =
        "{\"detail\":[{\"loc\":[\"body\",\"%1$s\"],\"msg\":\"%1$s\",\"type\":\"%1$s\",\"input\":\"%1$s\"}]}";
    for (String secret : List.of(KEY, PERSON)) {
      for (Reply reply :
          List.of(
              json(422, echo.formatted(secret), "X-Request-Id: " + secret),
              json(422, list.formatted(secret)),
              json(500, echo.formatted(secret)),
              json(404, "{\"detail\":\"" + secret + "\"}"),
              json(200, "{\"" + secret + "\":\"" + secret + "\""),
              json(200, "{\"data\":\"" + secret + "\"}"),
              status(429, "Retry-After: " + secret),
              status(302, "Location: http://127.0.0.1:1/" + secret),
              raw("HTTP/1.1 OK " + secret + "\r\n\r\n"),
              raw("HTTP/1.1 200 OK\r\n" + secret + "\r\n\r\n"),
              raw(secret),
              reset("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + secret))) {
        tryEverything(reply);
      }
    }

    logged.records().forEach(record -> seen.add(record.getMessage() + text(record.getThrown())));
    assertThat(seen).hasSizeGreaterThan(200);
    assertThat(seen).noneMatch(text -> text.contains(KEY));
  }

  private void tryEverything(Reply reply) {
    try (RawServer server = RawServer.answering(reply);
        Client client = Client.with(KEY, o -> o.listener(new Listener()))) {
      for (Op call : List.of(Op.GET_POSTING, Op.CREATE, Op.ARCHIVE)) {
        see(catchThrowable(() -> call.on(client.sender(), server.url(), false)), reply);
        see(catchThrowable(() -> call.on(client.sender(), server.url(), true)), reply);
      }
      RetryingSender view = client.sender(o -> o.header("X-Note", "n"));
      seen.add("" + client.sender() + view);
    }
  }

  private void see(@Nullable Throwable thrown, Reply reply) {
    assertThat(thrown).isInstanceOf(HeyMiloException.class);
    seen.add(text(thrown));
    if (thrown instanceof HeyMiloException failure) {
      assertThat(failure.getMessage()).as("%s", reply).doesNotContain(PERSON);
      seen.add(
          failure.code()
              + failure.type()
              + failure.serverMessage()
              + failure.requestId()
              + failure.fieldErrors());
      failure
          .fieldErrors()
          .forEach(field -> seen.add(field.path() + field.code() + field.message()));
    }
  }

  private static String text(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private final class Listener implements CallListener {
    @Override
    public void attemptEnded(Call call, Attempt attempt) {
      seen.add("" + call + attempt + attempt.failure());
    }

    @Override
    public void waited(Call call, WaitReason reason, Duration waited) {
      seen.add("" + call + reason + waited);
    }

    @Override
    public void callEnded(Call call, End end) {
      seen.add("" + call + end + text(end.failure()));
    }
  }
}

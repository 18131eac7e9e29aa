// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.sample.api.CandidatesApi;
import ai.heymilo.sample.api.InterviewersApi;
import ai.heymilo.sample.api.InterviewersApiAsync;
import ai.heymilo.sample.model.CandidateIngestRequest;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One HttpClient and one mapper, however many stubs there are. */
class SharingTest {
  @Test
  void stubsHoldNothingButTheirClient() {
    for (Class<?> api :
        List.of(InterviewersApi.class, InterviewersApiAsync.class, CandidatesApi.class)) {
      assertThat(
              Arrays.stream(api.getDeclaredFields())
                  .filter(field -> !Modifier.isStatic(field.getModifiers())))
          .extracting(Field::getType)
          .isEqualTo(List.of(ApiClient.class));
    }
  }

  @Test
  void theGivenSenderSendsEveryCallAndKnowsItsOperation() {
    try (Server server = Server.answering(200, "{\"data\":{}}")) {
      CountingSender sender = new CountingSender(Sender.of(HttpClient.newHttpClient()));
      ApiClient client = ApiClient.builder().baseUrl(server.url()).sender(sender).build();

      new InterviewersApi(client).getPosting("I_1");
      new InterviewersApiAsync(client).getPosting("I_1").join();
      new CandidatesApi(client).ingestCandidate("I_1", new CandidateIngestRequest());

      assertThat(sender.operations).containsExactly("getPosting", "getPosting", "ingestCandidate");
    }
  }

  /** A decorator, as users may write one. */
  private static final class CountingSender implements Sender {
    private final Sender delegate;
    private final List<String> operations = new ArrayList<>();

    CountingSender(Sender delegate) {
      this.delegate = delegate;
    }

    @Override
    public <T> ApiResponse<T> send(ApiCall<T> call) {
      operations.add(call.operation().id());
      return delegate.send(call);
    }

    @Override
    public <T> CompletableFuture<ApiResponse<T>> sendAsync(ApiCall<T> call) {
      operations.add(call.operation().id());
      return delegate.sendAsync(call);
    }
  }

  @Test
  void theMapperIsMadeOnce() {
    assertThat(Json.mapper()).isSameAs(Json.mapper());
  }

  @Test
  void aDefaultSenderIsMadeOnce() throws Exception {
    Field sender = ApiClient.class.getDeclaredField("sender");
    sender.setAccessible(true);
    ApiClient client = ApiClient.builder().build();

    assertThat(Modifier.isFinal(sender.getModifiers())).isTrue();
    assertThat(sender.get(client)).isInstanceOf(Sender.class);
  }
}

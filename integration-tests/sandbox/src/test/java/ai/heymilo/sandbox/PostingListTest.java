// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static ai.heymilo.sandbox.Http.POSTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingListTest extends OwnSandbox {

  @Test
  void pagesAreNewestFirstAndEveryPostingComesOnce() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      expected.add(0, http.draft("Posting " + i));
    }

    List<String> listed = new ArrayList<>();
    String cursor = "";
    Http.Answer page;
    do {
      page = http.get(POSTINGS + "?limit=3" + cursor);
      listed.addAll(
          page.at("/data").findValuesAsText("id").stream().filter(this::isPosting).toList());
      cursor = "&starting_after=" + listed.get(listed.size() - 1);
      assertThat(page.at("/pagination/total_count").asInt()).isEqualTo(7);
    } while (page.at("/pagination/has_more").asBoolean());

    assertThat(listed).containsExactlyElementsOf(expected);
  }

  @Test
  void postingCreatedWhilePagingDoesNotShiftThePages() {
    String oldest = http.draft("Oldest");
    String middle = http.draft("Middle");
    http.draft("Newest");
    http.draft("Created between two pages");

    Http.Answer second = http.get(POSTINGS + "?limit=1&starting_after=" + middle);

    assertThat(second.text("/data/0/id")).isEqualTo(oldest);
    assertThat(second.at("/pagination/has_more").asBoolean()).isFalse();
  }

  @Test
  void pageHasTwentyUnlessSaid() {
    for (int i = 0; i < 21; i++) {
      http.draft("Posting " + i);
    }

    assertThat(http.get(POSTINGS).at("/data")).hasSize(20);
    assertThat(http.get(POSTINGS + "?limit=100").at("/data")).hasSize(21);
  }

  @Test
  void titleFilterIsASubstringOfAnyCase() {
    http.draft("Senior Java Engineer");
    http.draft("Cook");
    http.draft("Java Trainer");

    Http.Answer all = http.get(POSTINGS + "?title=jAVA");
    Http.Answer first = http.get(POSTINGS + "?title=java&limit=1");

    assertThat(all.at("/data").findValuesAsText("title"))
        .containsExactly("Java Trainer", "Senior Java Engineer");
    assertThat(all.at("/pagination/has_more").asBoolean()).isFalse();
    assertThat(first.at("/pagination/has_more").asBoolean()).isTrue();
  }

  @Test
  void renamedPostingIsFoundByItsNewTitleOnly() {
    String id = http.draft("Before");
    http.patch(posting(id), "{'title':'Afterwards'}");

    assertThat(http.get(POSTINGS + "?title=before").at("/data")).isEmpty();
    assertThat(http.get(POSTINGS + "?title=after").at("/data")).hasSize(1);
  }

  @Test
  void unknownCursorIs404() {
    Http.Answer refused = http.get(POSTINGS + "?starting_after=post_nope");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("/error/param")).isEqualTo("starting_after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "ten", "1.5", ""})
  void limitOutsideOfTheDocumentIs422(String limit) {
    Http.Answer refused = http.get(POSTINGS + "?limit=" + limit);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/detail/0/loc").toString()).isEqualTo("[\"query\",\"limit\"]");
  }

  private boolean isPosting(String id) {
    return id.startsWith("post_");
  }
}

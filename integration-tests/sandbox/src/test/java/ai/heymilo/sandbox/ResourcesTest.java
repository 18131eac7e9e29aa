// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Operations that nobody wrote a line for, on a document of a library. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResourcesTest {
  private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

  private final HeyMiloSandbox sandbox =
      HeyMiloSandbox.builder()
          .document(Path.of("src/test/resources/library.json"))
          .startingAt(START)
          .start();
  private final Http http = new Http(sandbox);

  @BeforeEach
  void reset() {
    sandbox.reset();
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  private String shelf() {
    Http.Answer created = http.post("/shelves", "{'room':'north'}");
    assertThat(created.status()).as(created.json().toString()).isEqualTo(201);
    return "/shelves/" + created.text("/data/shelf_id");
  }

  private String book(String shelf, String json) {
    Http.Answer created = http.post(shelf + "/books", json);
    assertThat(created.status()).as(created.json().toString()).isEqualTo(201);
    return created.text("/data/book_id");
  }

  @Test
  void createdObjectHasTheFieldsOfTheRequestAndWhatItsSchemaRequires() {
    String shelf = shelf();

    JsonNode book =
        http.post(
                shelf + "/books",
                "{'title':'Dune','pages':412,'published':'1965-08-01T00:00:00Z','topics':['sand']}")
            .at("/data");

    assertThat(book.path("title").asText()).isEqualTo("Dune");
    assertThat(book.path("pages").asInt()).isEqualTo(412);
    assertThat(book.path("published").asLong())
        .isEqualTo(Instant.parse("1965-08-01T00:00:00Z").getEpochSecond());
    assertThat(book.at("/topics/0").asText()).isEqualTo("sand");
    assertThat(book.path("book_id").asText()).startsWith("book_");
    assertThat(shelf).endsWith(book.path("shelf_id").asText());
    assertThat(book.path("state").asText()).isEqualTo("on_shelf");
    assertThat(book.path("isbn").asText()).matches("97[89]-\\d{10}");
    assertThat(book.path("is_active").asBoolean()).isTrue();
    assertThat(book.path("created_at").asLong()).isEqualTo(START.getEpochSecond());
    assertThat(book.path("updated_at").asText()).isEqualTo(START.toString());
    assertThat(book.path("language").isNull() && book.path("lent_at").isNull()).isTrue();
  }

  @Test
  void createdObjectIsReadAgainAsItIs() {
    String shelf = shelf();
    Http.Answer created = http.post(shelf + "/books", "{'title':'Dune'}");

    Http.Answer read = http.get(shelf + "/books/" + created.text("/data/book_id"));

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.at("/data")).isEqualTo(created.at("/data"));
  }

  @Test
  void listIsNewestFirstAndPagedByTheCursor() {
    String books = shelf() + "/books";
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(0, book(books.replace("/books", ""), "{'title':'Volume " + i + "'}"));
    }

    Http.Answer first = http.get(books);
    Http.Answer second = http.get(books + "?limit=2&starting_after=" + ids.get(1));
    Http.Answer last = http.get(books + "?limit=50&starting_after=" + ids.get(3));

    assertThat(first.at("/data").findValuesAsText("book_id")).isEqualTo(ids.subList(0, 2));
    assertThat(first.at("/pagination/has_more").asBoolean()).isTrue();
    assertThat(first.at("/pagination/total_count").asInt()).isEqualTo(5);
    assertThat(second.at("/data").findValuesAsText("book_id")).isEqualTo(ids.subList(2, 4));
    assertThat(last.at("/data").findValuesAsText("book_id")).isEqualTo(ids.subList(4, 5));
    assertThat(last.at("/pagination/has_more").asBoolean()).isFalse();
    assertThat(http.get(books + "?starting_after=other").status()).isEqualTo(404);
    assertThat(http.get(books + "?limit=51").status()).isEqualTo(422);
  }

  @Test
  void parametersWithTheNameOfAFieldFilter() {
    String shelf = shelf();
    String german = book(shelf, "{'title':'Momo','language':'de','pages':304}");
    String english = book(shelf, "{'title':'Dune','language':'en','pages':412,'topics':['sand']}");

    assertThat(ids(shelf + "/books?language=de")).containsExactly(german);
    assertThat(ids(shelf + "/books?pages=412")).containsExactly(english);
    assertThat(ids(shelf + "/books?topics=sea&topics=sand")).containsExactly(english);
    assertThat(ids(shelf + "/books?language=fr")).isEmpty();
    assertThat(ids(shelf + "/books?pages=many")).isEmpty();
  }

  private List<String> ids(String url) {
    return http.get(url).at("/data").findValuesAsText("book_id");
  }

  @Test
  void updateSetsValuesClearsNullsAndLeavesTheRest() {
    String shelf = shelf();
    String path = shelf + "/books/" + book(shelf, "{'title':'Dune','language':'en','pages':4}");
    sandbox.advance(Duration.ofHours(1));

    JsonNode changed = http.patch(path, "{'title':null,'language':null,'pages':412}").at("/data");

    assertThat(changed.path("title").asText()).isEqualTo("Dune"); // no book is without a title
    assertThat(changed.path("language").isNull()).isTrue();
    assertThat(changed.path("pages").asInt()).isEqualTo(412);
    assertThat(changed.path("created_at").asLong()).isEqualTo(START.getEpochSecond());
    assertThat(changed.path("updated_at").asText()).isEqualTo("2026-01-31T11:00:00Z");
    assertThat(http.get(path).at("/data")).isEqualTo(changed);
  }

  @Test
  void replacementForgetsWhatItDoesNotHave() {
    String shelf = shelf();
    String path = shelf + "/books/" + book(shelf, "{'title':'Dune','language':'en','pages':4}");

    JsonNode replaced = http.send("PUT", path, "{'title':'Momo'}").at("/data");

    assertThat(replaced.path("title").asText()).isEqualTo("Momo");
    assertThat(replaced.path("language").isNull()).isTrue();
    assertThat(replaced.has("pages")).isFalse();
  }

  @Test
  void deletedObjectIsGoneWithWhatBelongsToIt() {
    String shelf = shelf();
    String path = shelf + "/books/" + book(shelf, "{'title':'Dune'}");

    Http.Answer deleted = http.send("DELETE", path, "");

    assertThat(deleted.at("/data/deleted").asBoolean()).isTrue();
    assertThat(path).endsWith(deleted.text("/data/book_id"));
    assertThat(http.get(path).status()).isEqualTo(404);
    assertThat(http.send("DELETE", path, "").status()).isEqualTo(404);
    book(shelf, "{'title':'Momo'}");
    assertThat(http.send("DELETE", shelf, "").status()).isEqualTo(204);
    assertThat(http.get(shelf + "/books").status()).isEqualTo(404);
  }

  @Test
  void whatBelongsToAnObjectThatIsNotThereIs404InTheDocumentsShape() {
    Http.Answer refused = http.post("/shelves/none/books", "{'title':'Dune'}");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("/error/code")).isEqualTo("shelf_not_found");
    assertThat(refused.text("/error/message")).contains("none");
    assertThat(http.get("/shelves/none/books/any/cover").status()).isEqualTo(404);
  }

  @Test
  void actionThatAnswersAnObjectAnswersTheKeptOne() {
    String shelf = shelf();
    String id = book(shelf, "{'title':'Dune'}");
    String path = shelf + "/books/" + id;

    assertThat(http.post(path + "/lend").text("/data/title")).isEqualTo("Dune");
    Http.Answer copied = http.post(path + "/copy");
    assertThat(copied.text("/data/title")).isEqualTo("Dune");
    assertThat(ids(shelf + "/books")).containsExactly(copied.text("/data/book_id"), id);
    assertThat(http.post(shelf + "/books/none/lend").status()).isEqualTo(404);
  }

  @Test
  void listOfIdsOrdersTheKeptObjects() {
    String shelf = shelf();
    String one = book(shelf, "{'title':'One'}");
    String two = book(shelf, "{'title':'Two'}");

    Http.Answer ordered =
        http.post(shelf + "/books/order", "{'book_ids':['" + one + "','" + two + "']}");

    assertThat(ordered.at("/data").findValuesAsText("book_id")).containsExactly(one, two);
  }

  @Test
  void anythingElseIsAnsweredFromItsSchemaAndTheSameForTheSameRequest() {
    Http.Answer found = http.post("/search", "{'query':'sand'}");

    assertThat(found.text("/data/query")).isEqualTo("sand");
    assertThat(found.at("/data/hits")).isNotEmpty();
    assertThat(http.post("/search", "{'query':'sand'}").json()).isEqualTo(found.json());
    assertThat(http.post("/search", "{'query':'sea'}").json()).isNotEqualTo(found.json());
    assertThat(http.post("/search", "{'query':''}").status()).isEqualTo(422);
  }

  @Test
  void bytesAndRedirectsAreAnsweredAsDocumented() {
    String shelf = shelf();
    String path = shelf + "/books/" + book(shelf, "{'title':'Dune'}");

    Http.Answer cover = http.get(path + "/cover");
    Http.Answer scan = http.get(path + "/scan");

    assertThat(cover.response().headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(cover.response().body()).isNotEmpty();
    assertThat(scan.status()).isEqualTo(302);
    assertThat(scan.response().headers().firstValue("Location").orElse("")).startsWith("https://");
  }

  @Test
  void objectsThatNobodyCanCreateAreThereFromTheStart() {
    JsonNode readers = http.get("/readers").json();

    assertThat(readers).hasSize(3);
    JsonNode reader = readers.get(0);
    assertThat(http.get("/readers/" + reader.path("id").asText()).json()).isEqualTo(reader);
    assertThat(http.get("/readers/0").status()).isEqualTo(404);
    assertThat(http.get("/readers/x").status()).isEqualTo(422);
  }

  @Test
  void oneOfAKindIsKept() {
    JsonNode before = http.get("/hours").at("/data");

    http.patch("/hours", "{'note':'closed on Monday'}");
    JsonNode patched = http.get("/hours").at("/data");
    http.send("PUT", "/hours", "{'opens':'09:00'}");
    JsonNode put = http.get("/hours").at("/data");
    int deleted = http.send("DELETE", "/hours", "").status();

    assertThat(patched.path("opens")).isEqualTo(before.path("opens"));
    assertThat(patched.path("note").asText()).isEqualTo("closed on Monday");
    assertThat(put.path("opens").asText()).isEqualTo("09:00");
    assertThat(put.path("note").isNull()).isTrue();
    assertThat(deleted).isEqualTo(204);
    assertThat(http.get("/hours").at("/data")).isEqualTo(before);
  }

  @Test
  void operationWithoutSecurityNeedsNoKey() {
    assertThat(http.sendRaw(request -> request.GET(), "/ping").text("/status")).isEqualTo("ok");
    assertThat(http.sendRaw(request -> request.GET(), "/hours").status()).isEqualTo(401);
  }

  @Test
  void seededObjectsAreThereAsIfCreatedBefore() {
    JsonNode shelf = sandbox.seed("/shelves", Map.of("room", "south", "shelf_id", "SHELF_1"));
    JsonNode book =
        sandbox.seed("/shelves/SHELF_1/books", "{\"title\":\"Dune\",\"state\":\"lent\"}");
    sandbox.seed("/hours", Map.of("opens", "08:00"));

    assertThat(shelf.path("shelf_id").asText()).isEqualTo("SHELF_1");
    assertThat(http.get("/shelves/SHELF_1").text("/data/room")).isEqualTo("south");
    assertThat(http.get("/shelves/SHELF_1/books").at("/data/0")).hasToString(book.toString());
    assertThat(book.path("state").asText()).isEqualTo("lent");
    assertThat(http.get("/hours").text("/data/opens")).isEqualTo("08:00");
    assertThat(sandbox.received()).hasSize(3);
  }

  @Test
  void seedThatTheDocumentDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> sandbox.seed("/shelves", Map.of("colour", "red")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour")
        .hasMessageContaining("room");
    assertThatThrownBy(() -> sandbox.seed("/shelves", Map.of("room", 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("room");
    assertThatThrownBy(() -> sandbox.seed("/search", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/search")
        .hasMessageContaining("/shelves");
    assertThatThrownBy(() -> sandbox.seed("/shelves/none/books", Map.of("title", "Dune")))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("none");
  }

  @Test
  void resetForgetsWhatIsKept() {
    String shelf = shelf();
    sandbox.reset();

    assertThat(http.get(shelf).status()).isEqualTo(404);
  }
}

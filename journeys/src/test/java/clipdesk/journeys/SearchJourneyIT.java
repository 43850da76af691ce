package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.journeys.demo.SyntheticMaster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What was said is found: soon after it was brought, in every spelling, and not once it may not.
 */
final class SearchJourneyIT {
  private static final Stack STACK = Stack.deployed();

  /** From a revision's making to its being found: the index's second, and the readers' ten. */
  private static final Duration SOON = Duration.ofSeconds(30);

  /** A word that nobody else says here. */
  private static final String WORD = "w" + Person.unique("x").replaceAll("[^a-z0-9]", "");

  private static final String VIDEO = Person.unique("found");
  private static final String EDIT = "/v1/editor/videos/" + VIDEO + "/transcript?language=";

  private static Upload upload;
  private static Person editor;

  @BeforeAll
  static void uploadAVideo() {
    upload = new Upload(STACK, VIDEO);
    upload.master(SyntheticMaster.SHORT.in(Path.of("target/masters")));
    var description = upload.description();
    description.put("languages", List.of("en", "fr", "uk"));
    assertThat(upload.describe(description)).containsEntry("result", "accepted");
    editor = Editors.join(STACK, "en");
  }

  @Test
  void sentenceIsFoundSoonAndGoneAtOnceWithItsVideo() {
    bring("en", "Jon Smyth, WXYZ\nThe council voted. It did not sign the " + WORD + ".\n");
    bring("fr", "Jon Smyth, WXYZ\nIls parlent de l’élection, " + WORD + ".\n");
    bring("uk", "Jon Smyth, WXYZ\nРазом із союзниками, " + WORD + ".\n");
    var made = System.nanoTime();

    var hits = awaited("q=%22sign%20the%20" + WORD + "%22", 1);
    assertThat(hits.getFirst()).containsEntry("videoId", VIDEO).containsEntry("language", "en");
    assertThat(hits.getFirst().get("sentence").toString()).contains("It did not sign");
    awaited("q=vote%20" + WORD, 1);
    awaited("q=elections%20" + WORD + "&language=fr", 1);
    awaited("q=%D1%81%D0%BE%D1%8E%D0%B7%D0%BD%D0%B8%D0%BA%20" + WORD, 1);
    awaited("q=" + WORD + "&speaker=smyth&outlet=wxyz&video=" + VIDEO, 3);
    System.out.printf("made revisions are found after %.1f s%n", (System.nanoTime() - made) / 1e9);
    assertThat(hits("q=" + WORD + "&speaker=sample")).isEmpty();

    var withdrawn = upload.description();
    withdrawn.put("languages", List.of("en", "fr", "uk"));
    withdrawn.put("withdrawn", Map.of("at", "2026-01-01T00:00:00Z"));
    upload.describe(withdrawn);
    assertThat(hits("q=" + WORD)).isEmpty();
  }

  @Test
  void questionThatIsNoneIsTold() {
    assertThat(Api.of(STACK).get("/v1/search/spoken?q=%22open").expect(422).problem())
        .contains("validation");
    Api.of(STACK).get("/v1/search/spoken").expect(422);
  }

  private static void bring(String language, String text) {
    editor
        .api()
        .with("If-None-Match", "*")
        .send("PUT", EDIT + language, "text/plain; charset=utf-8", text)
        .expect(202);
  }

  /** As a reader would look again, for as long as it may take. */
  private static List<Map<String, Object>> awaited(String query, int size) {
    return Eventually.within(
        SOON, size + " hits", () -> Optional.of(hits(query)).filter(it -> it.size() == size));
  }

  private static List<Map<String, Object>> hits(String query) {
    return Api.of(STACK).get("/v1/search/spoken?" + query).expect(200).objects("items");
  }
}

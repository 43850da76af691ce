package clipdesk.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.catalogue.ToldInstant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DescriptionRulesTest extends IngestCalls {
  @ParameterizedTest
  @CsvSource({
    "2026-02-12T15:00:00Z",
    "2026-02-12T16:00:00.5+01:00",
    "2026-02-12T15:00:00.123456789Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z"
  })
  void anEmbargoIsKeptAsItWasTold(String instant) throws IOException {
    assertThat(ingest(with("embargoUntil", instant))).isEmpty();
    assertThat(videos.find(ID).orElseThrow().description().restrictions().embargoUntil())
        .contains(new ToldInstant(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1000000000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-00:01",
        "0000-12-31T23:59:59Z",
        "-0001-01-01T00:00:00Z",
        "2026-02-12",
        "2026-02-12T15:00:00",
        "2026-02-12T15:00:00+25:00"
      })
  void anInstantThatCannotBeWrittenOrSortedIsRefused(String instant) throws IOException {
    assertThat(ingest(with("embargoUntil", instant))).containsExactly("/embargoUntil malformed");
    assertThat(ingest(with("withdrawn", Map.of("at", instant))))
        .containsExactly("/withdrawn/at malformed");
    assertThat(videos.find(ID)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-12-31", "+10000-01-01", "-0001-01-01", "2026-2-12", "2026-02-12Z"})
  void aDayThatCannotBeSortedIsRefused(String date) throws IOException {
    assertThat(ingest(with("date", date))).containsExactly("/date malformed");
  }

  @Test
  void theFirstAndTheLastDayAreTaken() throws IOException {
    assertThat(ingest(with("date", "0001-01-01"))).isEmpty();
    assertThat(ingest(with("date", "9999-12-31"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title",
        "event/name",
        "place/city",
        "speakers/0/name",
        "speakers/0/role",
        "description"
      })
  void aTextThatShowsNothingOrTooMuchIsRefused(String pointer) throws IOException {
    int most = pointer.equals("description") ? 5000 : 300;
    assertThat(ingest(withTexts(pointer, "\u200b \u00a0")))
        .containsExactly("/" + pointer + "/uk too-short");
    assertThat(ingest(withTexts(pointer, "\ud83d\ude00".repeat(most)))).isEmpty();
    assertThat(ingest(withTexts(pointer, "\ud83d\ude00".repeat(most) + "!")))
        .containsExactly("/" + pointer + "/uk too-long");
    assertThat(ingest(withTexts(pointer, "a\u0007")))
        .containsExactly("/" + pointer + "/uk control");
  }

  @Test
  void aDescriptionHasLinesAndATitleHasNone() throws IOException {
    assertThat(ingest(withTexts("description", "One\n\nTwo"))).isEmpty();
    assertThat(videos.find(ID).orElseThrow().description().description().orElseThrow())
        .returns("One\n\nTwo", it -> it.in(Language.UK));
    assertThat(ingest(withTexts("title", "One\nTwo"))).containsExactly("/title/uk control");
  }

  @Test
  void otherSpellingsOfASpeakerAreKept() throws IOException {
    assertThat(ingest(withAliases("A. Sample", "Ana S."))).isEmpty();
    assertThat(videos.find(ID).orElseThrow().description().speakers().getFirst().aliases())
        .containsExactly("A. Sample", "Ana S.");
    assertThat(ingest(withAliases("A. Sample", 1)))
        .containsExactly("/speakers/0/aliases/1 wrong-type");
  }

  private static Map<String, Object> withAliases(Object... aliases) {
    return with(
        "speakers", List.of(Map.of("id", "sg", "name", texts(), "aliases", List.of(aliases))));
  }

  @Test
  void twoSoundsOfOneTrackAreRefused() throws IOException {
    var one = Map.of("index", 0, "language", "en");
    assertThat(ingest(with("audio", List.of(one, one))))
        .containsExactly("/audio/1/index duplicate");
  }

  @Test
  void allBrokenRulesAreReportedAtOnce() throws IOException {
    var broken = description();
    broken.put("videoId", "another");
    broken.put("date", "2026-02-30");
    broken.put("languages", List.of("en", "english!"));
    broken.put("place", Map.of("city", texts(), "country", "XX"));
    broken.put("embargoUntil", "tomorrow");
    broken.put("trakcs", 1);
    assertThat(ingest(broken))
        .containsExactlyInAnyOrder(
            "/videoId not-the-folder",
            "/date malformed",
            "/languages/1 malformed",
            "/place/country unknown-country",
            "/embargoUntil malformed",
            "/trakcs unknown-field");
  }

  @ParameterizedTest
  @CsvSource({
    "withdrawn, true, /withdrawn wrong-type",
    "withdrawn, {}, /withdrawn/at missing",
    "legalBlock, \"yes\", /legalBlock wrong-type",
    "announce, \"false\", /announce wrong-type",
    "schema, 2, /schema out-of-range",
    "preview, \"8k\", /preview unknown-rendition",
    "description, {\"en\":\"x\"}, /description/fr missing",
  })
  void whatDecidesWhoSeesAVideoIsNeverMisread(String member, String json, String problem)
      throws IOException {
    assertThat(ingest(with(member, Json.object("{\"it\":" + json + "}").get("it"))))
        .contains(problem);
    assertThat(videos.find(ID)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"../other/master.mp4", "/master.mp4", "a/../b.mp4", "video.json", "a//b.mp4"})
  void aFileNameStaysInTheFolder(String file) throws IOException {
    assertThat(ingest(with("master", Map.of("file", file))))
        .containsExactly("/master/file unsafe-name");
  }

  /** A description that keeps the rules can be read: what cannot be is refused, and never fails. */
  @Test
  void noDescriptionFailsForAReasonOfOurs() throws IOException {
    var whole = description();
    whole.put("description", texts());
    whole.put("embargoUntil", "2026-02-12T15:00:00Z");
    whole.put("announce", false);
    whole.put("legalBlock", true);
    whole.put("withdrawn", Map.of("at", "2026-02-12T15:00:00Z", "reason", ""));
    whole.put("master", Map.of("file", "master.mp4", "sha256", "ab".repeat(32)));
    assertThat(ingest(whole)).isEmpty();

    for (var spoilt : spoiltIn(whole)) {
      ingest(Json.object(Json.text(spoilt)));
      assertThat(uploads.report(ID)).as("%s", spoilt).doesNotContainEntry("result", "failed");
    }
  }

  /** Another one for each place in it and each kind of value that may stand there instead. */
  private static List<Object> spoiltIn(Object value) {
    var spoilt = new ArrayList<Object>();
    switch (value) {
      case Map<?, ?> members ->
          members.forEach(
              (name, member) -> {
                for (var other : instead(member)) {
                  var copy = new LinkedHashMap<Object, Object>(members);
                  copy.put(name, other);
                  spoilt.add(copy);
                }
              });
      case List<?> items -> {
        for (int i = 0; i < items.size(); i++) {
          for (var other : instead(items.get(i))) {
            var copy = new ArrayList<Object>(items);
            copy.set(i, other);
            spoilt.add(copy);
          }
        }
      }
      default -> {}
    }
    return spoilt;
  }

  private static List<Object> instead(Object value) {
    var others =
        new ArrayList<Object>(
            Arrays.asList(null, "", " ", "x", 0, 1, 1.5, true, List.of(), Map.of()));
    others.addAll(spoiltIn(value));
    return others;
  }
}

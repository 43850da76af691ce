package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clipdesk.common.GatewayCalls;
import clipdesk.media.catalogue.SampleVideos;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programme, through the real entry class. */
final class EventsFunctionTest extends MediaFunctionCalls {
  private static final String EVENTS = "/v1/events";
  private static final String UNTIL = EMBARGO.toString();
  private static final LocalDate FIRST_DAY = LocalDate.parse("2020-01-01");

  @ParameterizedTest
  @CsvSource({
    "en, Meeting, Brussels, Belgium",
    "fr, Réunion, Bruxelles, Belgique",
    "uk, Зустріч, Брюссель, Бельгія"
  })
  void anEventIsToldInTheLanguageOfTheReader(
      String language, String name, String city, String country) {
    var answer = call(GatewayCalls.call("GET", EVENTS).header("Accept-Language", language));

    assertThat(items(answer))
        .containsExactly(
            Map.of(
                "eventId",
                "2026-02-defmin",
                "name",
                name,
                "from",
                "2026-02-12",
                "to",
                "2026-02-12",
                "place",
                Map.of("city", city, "country", "BE", "countryName", country)));
    assertThat(header(answer, "Content-Language")).isEqualTo(language);
    assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(header(answer, "Vary")).contains("Accept-Language");
  }

  @Test
  void anEventLastsFromItsFirstVideoToItsLastAndIsNamedAsTheLastNamesIt() {
    put("opening", "2026-03-02", "summit", "Summit", Map.of());
    put("other", "2026-03-03", "visit", "Visit", Map.of());
    put("closing", "2026-03-04", "summit", "Summit of Leaders", Map.of());

    assertThat(items(get(EVENTS)))
        .extracting(it -> it.get("eventId") + " " + it.get("name"), it -> it.get("from"))
        .startsWith(
            tuple("summit Summit of Leaders", "2026-03-02"), tuple("visit Visit", "2026-03-03"))
        .hasSize(3);
    assertThat(items(get(EVENTS)).getFirst()).containsEntry("to", "2026-03-04");
  }

  @Test
  void whatIsNotAnnouncedAppearsWhenItsEmbargoEnds() {
    put("secret", "2026-03-01", "talks", "Talks", Map.of("announce", false, "embargoUntil", UNTIL));
    clock.set(EMBARGO.minusMillis(1));
    assertThat(ids(get(EVENTS))).containsExactly("2026-02-defmin");
    assertThat(header(get(EVENTS), "Cache-Control")).isEqualTo("public, max-age=0");

    clock.set(EMBARGO);
    assertThat(ids(get(EVENTS))).containsExactly("talks", "2026-02-defmin");
    assertThat(header(get(EVENTS), "Cache-Control")).isEqualTo("public, max-age=60");
  }

  @Test
  void whatIsAnnouncedUnderAnEmbargoIsInTheProgramme() {
    put("soon", "2026-03-01", "talks", "Talks", Map.of("embargoUntil", UNTIL));
    clock.set(EMBARGO.minusMillis(1));
    assertThat(ids(get(EVENTS))).containsExactly("talks", "2026-02-defmin");
  }

  @Test
  void whatIsTakenBackIsInNoProgrammeAndMakesNoEventLonger() {
    put("blocked", "2026-03-02", "2026-02-defmin", "Meeting", Map.of("legalBlock", true));
    put("gone", "2026-03-03", "talks", "Talks", Map.of("withdrawn", Map.of("at", UNTIL)));

    assertThat(items(get(EVENTS))).singleElement().asString().contains("to=2026-02-12");
  }

  @Test
  void programmeHasTheFiftyNewestEvents() {
    for (int i = 0; i < 50; i++) {
      put("v-" + i, day(i), "event-" + i, "Event", Map.of());
    }
    assertThat(ids(get(EVENTS))).hasSize(50).startsWith("2026-02-defmin", "event-49");
    assertThat(ids(get(EVENTS))).contains("event-1").doesNotContain("event-0");
  }

  /** Those that nobody may see are not counted among them. */
  @Test
  void programmeIsThatOfTheNewestFiveHundredVideosThatMayBeSeen() {
    put("the-500th", day(0), "oldest", "Oldest", Map.of());
    for (int i = 1; i < 499; i++) {
      put("v-" + i, day(i), "long", "Long", Map.of());
    }
    for (int i = 500; i < 700; i++) {
      put("v-" + i, day(i), "blocked", "Blocked", Map.of("legalBlock", true));
    }
    assertThat(ids(get(EVENTS))).containsExactly("2026-02-defmin", "long", "oldest");

    put("one-more", day(700), "long", "Long", Map.of());
    assertThat(ids(get(EVENTS))).containsExactly("2026-02-defmin", "long");
  }

  @Test
  void aKnownTagIsAnsweredWithoutABody() {
    var tag = header(get(EVENTS), "ETag");
    var known = call(GatewayCalls.call("GET", EVENTS).header("If-None-Match", tag));
    assertThat(known.getStatusCode()).isEqualTo(304);
    put("new", "2026-03-01", "talks", "Talks", Map.of());
    var other = call(GatewayCalls.call("GET", EVENTS).header("If-None-Match", tag));
    assertThat(other.getStatusCode()).isEqualTo(200);
  }

  @Test
  void anEmptyPortalHasAnEmptyProgramme() {
    videos.put(SampleVideos.with(Map.of("legalBlock", true)));
    assertThat(json(get(EVENTS))).isEqualTo(Map.of("items", List.of()));
  }

  private void put(
      String videoId, String date, String event, String name, Map<String, Object> members) {
    var more = new HashMap<>(members);
    more.put("event", Map.of("id", event, "name", Map.of("en", name, "fr", name, "uk", name)));
    videos.put(SampleVideos.with(videoId, date, more));
  }

  private static String day(int number) {
    return FIRST_DAY.plusDays(number).toString();
  }

  private static List<Object> ids(APIGatewayProxyResponseEvent answer) {
    return items(answer).stream().map(it -> it.get("eventId")).toList();
  }
}

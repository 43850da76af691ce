package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.journeys.demo.SyntheticMaster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What accounts ends or deletes is over in media and newsletters too, soon after. */
final class EndedSessionsIT {
  private static final Stack STACK = Stack.deployed();
  private static final List<String> MINE = List.of("/v1/me/downloads", "/v1/me/subscriptions");

  /** Through a topic and a queue to a function that may have to be started. */
  private static final Duration TOLD = Duration.ofSeconds(60);

  /** As long as media refuses an account before it erases it, besides. */
  private static final Duration ERASED = TOLD.plusSeconds(20);

  /** What is said in the video of a test, and nowhere else. */
  private static final String SAID = "Nobody else has ever quoted these very words";

  private final Person person = Person.named(STACK, "reader", "en");

  @BeforeEach
  void join() {
    person.join();
  }

  @Test
  void endedSessionIsRefusedEverywhereAndAnotherIsNot() {
    var here = signIn();
    var api = person.api();
    person.signIn(Person.PASSWORD).expect(201);
    var elsewhere = person.api();
    MINE.forEach(path -> api.get(path).expect(200));

    here.sessionEnded();

    MINE.forEach(path -> awaitRefusal(api, path));
    MINE.forEach(path -> elsewhere.get(path).expect(200));
  }

  @Test
  void sessionsOfEarlierSignInsAreRefusedEverywhereAndALaterOneIsNot() {
    var before = signIn();
    var api = person.api();
    long validAfter = before.signedInAt() + 1;

    before.sessionsEnded(validAfter);
    before.sessionsEnded(before.signedInAt());

    MINE.forEach(path -> awaitRefusal(api, path));
    Eventually.within(
        TOLD,
        "a sign-in in a later second",
        () -> Optional.of(signIn()).filter(later -> later.signedInAt() >= validAfter));
    MINE.forEach(path -> person.api().get(path).expect(200));
  }

  @Test
  void signedOutSessionIsRefusedEverywhereAndAnotherIsNot() {
    var browser = new Browser(STACK, person.signIn(Person.PASSWORD).expect(201));
    var here = person.api();
    person.signIn(Person.PASSWORD).expect(201);
    MINE.forEach(path -> here.get(path).expect(200));

    browser.signOut().expect(204);

    MINE.forEach(path -> awaitRefusal(here, path));
    MINE.forEach(path -> person.api().get(path).expect(200));
  }

  @Test
  void everySessionIsRefusedEverywhereAfterASignOutEverywhere() {
    person.signIn(Person.PASSWORD).expect(201);
    var elsewhere = person.api();
    person.signIn(Person.PASSWORD).expect(201);

    person.api().delete("/v1/sessions").expect(204);

    MINE.forEach(path -> awaitRefusal(elsewhere, path));
    MINE.forEach(path -> awaitRefusal(person.api(), path));
  }

  @Test
  void deletedAccountLeavesNoRowInMediaNoQuoteAndNoTicketThatLeadsAnywhere() {
    var video = Person.unique("taken");
    var upload = new Upload(STACK, video);
    upload.master(SyntheticMaster.SHORT.in(Path.of("target/masters")));
    assertThat(upload.describe(upload.description())).containsEntry("result", "accepted");
    var account = signIn();
    new Clips(person, video).request(new long[] {3, 20});
    quote(video);
    var items = List.of(Map.of("videoId", video, "rendition", "hd"));
    var file =
        Download.ticket(person, Person.unique("ticket"), items)
            .expect(201)
            .objects("files")
            .getFirst();
    var href = (String) file.get("href");
    Api.of(STACK).get(href).expect(302);
    assertThat(rowsOf(account.sub()))
        .as("ticket, line, taker, its name, clip, counters")
        .hasSizeGreaterThan(5);
    assertThat(rowsWith(SAID)).as("the clip of this account").hasSize(1);

    person.api().delete("/v1/me").expect(204);

    MINE.forEach(path -> awaitRefusal(person.api(), path));
    Eventually.within(
        ERASED,
        "no row of the account in media",
        () -> rowsOf(account.sub()).isEmpty() ? Optional.of(true) : Optional.empty());
    assertThat(rowsWith(SAID)).isEmpty();
    assertThat(Api.of(STACK).get(href).expect(404).problem()).contains("not-found");
  }

  private AccountWord signIn() {
    return AccountWord.of(STACK, person.signIn(Person.PASSWORD).expect(201).text("accessToken"));
  }

  private static void awaitRefusal(Api api, String path) {
    var refused =
        Eventually.within(
            TOLD,
            "a refusal of " + path,
            () -> Optional.of(api.get(path)).filter(answer -> answer.status() != 200));
    assertThat(refused.expect(401).problem()).contains("unauthenticated");
  }

  /** Has words of a transcript cut, which are kept with the clip. */
  private void quote(String video) {
    var edit = "/v1/editor/videos/" + video;
    var editor = Editors.join(STACK, "en");
    editor
        .api()
        .with("If-None-Match", "*")
        .send("PUT", edit + "/words?language=en", "application/json", HeardWords.transcribe(SAID))
        .expect(202);
    editor
        .api()
        .with("If-Match", "\"v1\"")
        .send("PUT", edit + "/transcript?language=en", "text/plain; charset=utf-8", SAID + ".\n")
        .expect(202);
    var words = Map.of("language", "en", "revision", 1, "fromWord", 0, "toWord", 8);
    var ranges = List.of(Map.of("quote", words));
    person.api().post("/v1/clips", Map.of("videoId", video, "ranges", ranges)).expect(202);
  }

  /** But for the mark that refuses its tokens, which expires. */
  private static List<Map<String, AttributeValue>> rowsOf(String sub) {
    return rowsWith(sub).stream()
        .filter(item -> !item.get("pk").s().equals("ENDED#ACCT#" + sub))
        .toList();
  }

  private static List<Map<String, AttributeValue>> rowsWith(String text) {
    try (var dynamo = STACK.dynamo()) {
      return dynamo
          .scanPaginator(scan -> scan.tableName(STACK.output("MediaTable")).consistentRead(true))
          .items()
          .stream()
          .filter(item -> item.toString().contains(text))
          .toList();
    }
  }
}

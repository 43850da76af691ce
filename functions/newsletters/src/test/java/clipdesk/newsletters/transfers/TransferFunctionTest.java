package clipdesk.newsletters.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.ExampleEvents;
import clipdesk.common.GatewayCalls;
import clipdesk.common.QueueCalls;
import clipdesk.common.TickingClock;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.exports.InMemoryExports;
import clipdesk.newsletters.imports.InMemoryImports;
import clipdesk.newsletters.lists.RecordedListWork;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.Consent.Action;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.Topics;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in and out, by the API and by the function behind its queue. */
final class TransferFunctionTest {
  private static final String KEY = "import-of-the-spring";
  private static final String HEADER =
      "email,language,topics,consentAt,consentSource,consentText,proof\n";
  private static final String PROOF = ",2024-05-01,fair,Mail me,card 7\n";
  private static final String TOPIC = "announcements";

  private final ApplicationContext context =
      ApplicationContext.builder().deduceEnvironment(false).build().start();
  private final InMemorySubscribers subscribers = context.getBean(InMemorySubscribers.class);
  private final InMemoryImports imports = context.getBean(InMemoryImports.class);
  private final RecordedOutgoing outgoing = context.getBean(RecordedOutgoing.class);
  private final TickingClock clock = context.getBean(TickingClock.class);
  private final TransferWorld world =
      new TransferWorld(
          subscribers,
          imports,
          context.getBean(InMemoryExports.class),
          context.getBean(Topics.class),
          outgoing,
          context.getBean(RecordedListWork.class),
          clock);
  private final ApiGatewayProxyRequestEventFunction function =
      new ApiGatewayProxyRequestEventFunction(context);

  @AfterEach
  void stop() throws IOException {
    function.close();
  }

  @Test
  void dryRunCountsAndChangesNothing() throws IOException {
    var on = subscribed("on@press.example");
    var off = subscribed("off@press.example");
    subscribers.unsubscribe(off, TOPIC, "one-click", clock.instant());
    subscribers.suppress(subscribed("bad@press.example"), "bounce", clock.instant());
    int before = subscribers.consents().size();

    var id =
        put(
            "refuse",
            """
            on@press.example,uk,
            off@press.example,uk,
            bad@press.example,uk,
            new@press.example,uk,
            =1@press.example,uk,
            """
                    .replace(",\n", "," + PROOF)
                + "unproven@press.example,uk,,,,,\n");

    assertThat(read(id)).containsEntry("state", "checked");
    assertThat(counts(id, "checked"))
        .isEqualTo("lines=6 new=1 alreadyOn=1 withdrawn=1 suppressed=1 malformed=1 withoutProof=1");
    assertThat(read(id).get("problems").toString())
        .contains("line=3, verdict=withdrawn", "line=4, verdict=suppressed")
        .contains("line=6, verdict=malformed, column=email, code=formula")
        .contains("line=7, verdict=withoutProof")
        .doesNotContain("press.example");
    assertThat(subscribers.consents()).hasSize(before);
    assertThat(subscribers.find(new EmailAddress("new@press.example"))).isEmpty();
    assertThat(subscribers.topicsOf(on)).containsExactly(TOPIC);
  }

  @Test
  void applyingSubscribesWithACompleteRecordAndTwiceChangesNothing() throws IOException {
    var id = put("refuse", "new@press.example,uk," + PROOF);

    assertThat(apply(id).getStatusCode()).isEqualTo(202);
    world.work();

    assertThat(read(id)).containsEntry("state", "applied");
    var who = subscribers.find(new EmailAddress("new@press.example")).orElseThrow();
    assertThat(who.language()).isEqualTo(Language.UK);
    assertThat(subscribers.topicsOf(who.id())).containsExactly(TOPIC);
    var records = subscribers.consents(who.id(), Optional.empty(), 9).consents();
    assertThat(records)
        .extracting(Consent::action)
        .containsExactly(Action.CONFIRMED, Action.GRANTED);
    assertThat(records.getLast().at()).isEqualTo("2024-05-01T00:00:00Z");
    assertThat(records.getLast().proof()).contains("fair: card 7");
    assertThat(records.getLast().shown().orElseThrow().language()).isEqualTo(Language.UK);
    assertThat(records.getFirst().proof()).contains("import:" + id + " line 2");
    assertThat(subscribers.members(TOPIC).get(who.id()))
        .as("not of an audience that was fixed before")
        .isEqualTo(records.getFirst().at())
        .isAfter("2026-01-01T00:00:00Z");

    var again = put("refuse", "new@press.example,uk," + PROOF, "another-key-of-spring");
    apply(again);
    world.work();
    assertThat(counts(again, "applied")).startsWith("lines=1 new=0 alreadyOn=1");
    assertThat(subscribers.consents(who.id(), Optional.empty(), 9).consents()).isEqualTo(records);
  }

  @Test
  void whatSomebodySaidThemselvesStaysAsTheySaidIt() throws IOException {
    var left = subscribed("left@press.example");
    subscribers.unsubscribe(left, TOPIC, "one-click", clock.instant());
    var some = subscribed("some@press.example");
    var gone = subscribed("gone@press.example");
    subscribers.erase(gone, "preferences-page", clock.instant());

    apply(
        put(
            "refuse",
            """
            left@press.example,fr,announcements press-briefings,
            some@press.example,fr,announcements press-briefings,
            gone@press.example,fr,announcements,
            """
                .replace(",\n", PROOF)));
    subscribers.unsubscribe(some, TOPIC, "one-click", clock.instant());
    world.work();

    assertThat(subscribers.topicsOf(left)).as("left everything").isEmpty();
    assertThat(subscribers.topicsOf(some)).as("left between dry run and import").isEmpty();
    assertThat(subscribers.find(some).orElseThrow().language()).isEqualTo(Language.UK);
    assertThat(subscribers.find(new EmailAddress("gone@press.example")))
        .as("nobody knows them any more")
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({"ask, 1", "refuse, 0"})
  void whoHasNoProofIsAskedOrLeftAlone(String withoutProof, int asked) throws IOException {
    apply(put(withoutProof, "new@press.example,uk,,2024-05-01,fair,,card 7\n"));
    world.work();

    assertThat(outgoing.asked()).hasSize(asked);
    assertThat(outgoing.asked()).allSatisfy(it -> assertThat(it.topics()).containsExactly(TOPIC));
    assertThat(subscribers.find(new EmailAddress("new@press.example"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void importThatIsStoppedAnywhereComesToTheSame(int changes) throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i < 1200; i++) {
      lines.append("p%d@press.example,uk,".formatted(i)).append(PROOF);
    }
    var id = put("refuse", lines.toString());
    apply(id);
    imports.stopAfter(changes);

    assertThat(world.failures(message(id))).as("comes again").containsExactly("m-0");
    assertThat(world.failures(message(id))).isEmpty();

    assertThat(counts(id, "applied")).startsWith("lines=1200 new=1200 alreadyOn=0");
    assertThat(read(id)).containsEntry("state", "applied");
    assertThat(subscribers.consents()).hasSize(2 * 1200);
  }

  @Test
  void importWithoutTimeLeavesWordForTheNext() throws IOException {
    var id = put("refuse", "new@press.example,uk," + PROOF);
    apply(id);

    assertThat(
            QueueCalls.failures(
                world.handler, QueueCalls.batch(message(id)), Duration.ofSeconds(60)))
        .isEmpty();
    assertThat(read(id)).containsEntry("state", "applying");
    world.work();
    assertThat(read(id)).containsEntry("state", "applied");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "email#ada@press.example#\"bob!not-csv 3",
        "ada@press.example#!no-header 1",
        "email#\u00ff#!not-utf-8 2"
      })
  void fileThatIsNoListIsRefusedAsAWhole(String text, String told) throws IOException {
    var id = created("refuse", KEY);
    world.put(id, "v-1", text.replace('#', '\n').getBytes(StandardCharsets.ISO_8859_1));

    assertThat(read(id)).containsEntry("state", "refused");
    var refusal = (Map<?, ?>) read(id).get("refusal");
    assertThat(refusal.get("code") + " " + refusal.get("line")).isEqualTo(told);
    assertThat(problem(apply(id))).isEqualTo("409 illegal-transition");
    assertThat(subscribers.consents()).isEmpty();
  }

  @Test
  void fileIsOfABoundedSize() throws IOException {
    var id = created("refuse", KEY);
    world.told(id, "v-1", 500_000_001);

    assertThat(read(id).get("refusal").toString()).contains("too-large");
  }

  @Test
  void whatWasCheckedIsWhatIsApplied() throws IOException {
    var id = put("refuse", "new@press.example,uk," + PROOF);
    var seen = tag(id);
    world.put(
        id, "v-2", (HEADER + "other@press.example,uk," + PROOF).getBytes(StandardCharsets.UTF_8));

    assertThat(problem(apply(id, seen))).isEqualTo("412 precondition-failed");
    assertThat(apply(id).getStatusCode()).isEqualTo(202);
    world.put(
        id, "v-3", (HEADER + "third@press.example,uk," + PROOF).getBytes(StandardCharsets.UTF_8));
    world.work();

    assertThat(subscribers.find(new EmailAddress("other@press.example"))).isPresent();
    assertThat(subscribers.find(new EmailAddress("third@press.example"))).isEmpty();
  }

  @Test
  void stateIsAskedForOnceOrTwiceWithOneAnswer() throws IOException {
    var id = put("refuse", "new@press.example,uk," + PROOF);
    var seen = tag(id);

    assertThat(problem(call(editor("PUT", path(id) + "/state").json("{\"state\":\"applied\"}"))))
        .isEqualTo("428 precondition-required");
    assertThat(apply(id, seen).getStatusCode()).isEqualTo(202);
    assertThat(apply(id, seen).getStatusCode()).isEqualTo(202);
    world.work();
    assertThat(apply(id, seen).getStatusCode()).isEqualTo(202);
    assertThat(problem(apply(id))).isEqualTo("409 illegal-transition");
  }

  @Test
  void repeatedRequestFindsItsImport() {
    var first = create("refuse", KEY);
    var again = create("refuse", KEY);

    assertThat(first.getStatusCode()).isEqualTo(201);
    assertThat(again.getHeaders()).containsEntry("Idempotency-Replayed", "true");
    assertThat(Json.object(again.getBody()).get("importId"))
        .isEqualTo(Json.object(first.getBody()).get("importId"));
    assertThat(problem(create("ask", KEY))).isEqualTo("422 idempotency-key-reused");
    var upload = (Map<?, ?>) Json.object(first.getBody()).get("upload");
    assertThat(upload.get("method")).isEqualTo("PUT");
    assertThat(upload.get("href").toString())
        .contains("/imports/" + Json.object(first.getBody()).get("importId") + ".csv")
        .contains("X-Amz-SignedHeaders=content-type%3Bhost", "X-Amz-Expires=900");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'topics':[],'language':'fr','withoutProof':'ask'}|/topics",
        "{'topics':['sport'],'language':'fr','withoutProof':'ask'}|/topics/0",
        "{'topics':['announcements'],'language':'de','withoutProof':'ask'}|/language",
        "{'topics':['announcements'],'language':'fr','withoutProof':'maybe'}|/withoutProof",
        "{'topics':['announcements'],'language':'fr'}|/withoutProof"
      })
  void importSaysWhatItIs(String body, String pointer) {
    var refused =
        call(
            editor("POST", "/v1/editor/subscriber-imports")
                .header("Idempotency-Key", KEY)
                .json(body.replace('\'', '"')));

    assertThat(problem(refused)).isEqualTo("422 validation");
    assertThat(refused.getBody()).contains("\"" + pointer + "\"");
  }

  @Test
  void exportSaysWhatIsKnownAndImportedAgainChangesNothing() throws IOException {
    subscribed("on@press.example");
    subscribers.unsubscribe(subscribed("off@press.example"), TOPIC, "one-click", clock.instant());
    subscribers.suppress(subscribed("bad@press.example"), "complaint", clock.instant());
    subscribers.erase(subscribed("gone@press.example"), "preferences-page", clock.instant());
    subscribed("=1+2@press.example");
    apply(put("refuse", "new@press.example,uk," + PROOF));
    world.work();
    var before = subscribers.consents();

    var list = exported();

    assertThat(list)
        .startsWith(
            "\uFEFFemail,language,topics,consentAt,consentSource,consentText,proof,state,withdrawnAt,withdrawnBy\r\n")
        .contains("\r\n'=1+2@press.example,", ",off,", ",one-click\r\n", ",suppressed,")
        .contains("new@press.example,uk,announcements,2024-05-01T00:00:00.000Z,import,Mail me,")
        .doesNotContain("gone@press.example");
    var id = created("ask", "import-of-the-export");
    world.put(id, "v-1", list.getBytes(StandardCharsets.UTF_8));
    assertThat(counts(id, "checked"))
        .isEqualTo("lines=5 new=0 alreadyOn=3 withdrawn=1 suppressed=1 malformed=0 withoutProof=0");
    apply(id);
    world.work();
    assertThat(subscribers.consents()).isEqualTo(before);
    assertThat(outgoing.asked()).isEmpty();
  }

  /** In a portal that knows none of them. */
  @Test
  void exportSubscribesNobodyElsewhereWhoLeft() throws IOException {
    var id = created("ask", KEY);
    var line = "%s@press.example,uk,announcements,2024-05-01,fair,Mail me,card 7,%s\n";
    world.put(
        id,
        "v-1",
        (HEADER.replace("proof", "proof,state")
                + line.formatted("on", "on")
                + line.formatted("off", "off")
                + line.formatted("bad", "suppressed"))
            .getBytes(StandardCharsets.UTF_8));
    apply(id);
    world.work();

    assertThat(counts(id, "applied")).contains("new=1", "withdrawn=1", "suppressed=1");
    assertThat(subscribers.members(TOPIC)).hasSize(1);
  }

  @Test
  void exportOfNobodyIsAListOfNobody() throws IOException {
    assertThat(exported()).startsWith("\uFEFFemail,").hasLineCount(1);
  }

  @Test
  void listsThatNobodyHasAreNotFound() {
    for (var id : List.of("4".repeat(26), "x", "%00")) {
      assertThat(problem(call(editor("GET", path(id))))).isEqualTo("404 not-found");
      assertThat(problem(call(editor("GET", "/v1/editor/subscriber-exports/" + id))))
          .isEqualTo("404 not-found");
    }
  }

  @Test
  void nobodyButEditorsMovesLists() {
    for (var way : List.of("imports", "exports")) {
      assertThat(
              problem(
                  call(
                      GatewayCalls.call("POST", "/v1/editor/subscriber-" + way)
                          .signedIn("ada")
                          .json("{}"))))
          .isEqualTo("403 forbidden");
    }
  }

  @Test
  void messagesThatAreNoneComeAgainAndThoseAboutNothingDoNot() throws IOException {
    for (var bad : List.of("no", "{}", "{\"v\":1,\"type\":\"list\",\"way\":\"up\",\"id\":\"x\"}")) {
      assertThat(world.failures(bad)).as(bad).containsExactly("m-0");
    }
    assertThat(world.failures("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}")).isEmpty();
    assertThat(world.failures(message("4".repeat(26)))).isEmpty();
    assertThat(QueueCalls.failures(world.handler, ExampleEvents.text("subscriber-list-put.json")))
        .as("an import that nobody began")
        .isEmpty();
  }

  private String exported() throws IOException {
    var asked =
        call(
            editor("POST", "/v1/editor/subscriber-exports")
                .header("Idempotency-Key", "export-of-the-spring")
                .json("{\"topic\":\"announcements\"}"));
    assertThat(asked.getStatusCode()).isEqualTo(202);
    var id = (String) Json.object(asked.getBody()).get("exportId");
    assertThat(asked.getHeaders().get("Location")).endsWith("/v1/editor/subscriber-exports/" + id);
    world.work();
    var done = Json.object(call(editor("GET", "/v1/editor/subscriber-exports/" + id)).getBody());
    assertThat(done).containsEntry("state", "done");
    assertThat(done.get("href").toString()).contains("/exports/" + id, "X-Amz-Expires=300");
    return world.files.read(id);
  }

  private String subscribed(String email) {
    var who = subscribers.ofAddress(new EmailAddress(email), Language.UK, clock.instant());
    subscribers.subscribe(who, TOPIC, Language.UK, "public-form", "2026-01", clock.instant());
    return who.id();
  }

  private String put(String withoutProof, String lines) throws IOException {
    return put(withoutProof, lines, KEY);
  }

  private String put(String withoutProof, String lines, String key) throws IOException {
    var id = created(withoutProof, key);
    assertThat(world.put(id, "v-1", (HEADER + lines).getBytes(StandardCharsets.UTF_8))).isEmpty();
    return id;
  }

  private String created(String withoutProof, String key) {
    return (String) Json.object(create(withoutProof, key).getBody()).get("importId");
  }

  private APIGatewayProxyResponseEvent create(String withoutProof, String key) {
    return call(
        editor("POST", "/v1/editor/subscriber-imports")
            .header("Idempotency-Key", key)
            .json(
                Json.text(
                    Map.of(
                        "topics",
                        List.of(TOPIC),
                        "language",
                        "fr",
                        "withoutProof",
                        withoutProof))));
  }

  private APIGatewayProxyResponseEvent apply(String id) {
    return apply(id, tag(id));
  }

  private APIGatewayProxyResponseEvent apply(String id, String tag) {
    return call(
        editor("PUT", path(id) + "/state").header("If-Match", tag).json("{\"state\":\"applied\"}"));
  }

  private String tag(String id) {
    return call(editor("GET", path(id))).getHeaders().get("ETag");
  }

  private Map<String, Object> read(String id) {
    return Json.object(call(editor("GET", path(id))).getBody());
  }

  private String counts(String id, String phase) {
    return read(id).get(phase).toString().replaceAll("[{},]", "");
  }

  private static String message(String id) {
    return "{\"v\":1,\"type\":\"list\",\"way\":\"import\",\"id\":\"%s\"}".formatted(id);
  }

  private static String path(String id) {
    return "/v1/editor/subscriber-imports/" + id;
  }

  private APIGatewayProxyResponseEvent call(GatewayCalls call) {
    return function.handleRequest(call.event(), null);
  }

  private static GatewayCalls editor(String method, String path) {
    return GatewayCalls.call(method, path).signedIn("eve", Map.of("cognito:groups", "[editors]"));
  }

  private static String problem(APIGatewayProxyResponseEvent answer) {
    return answer.getStatusCode() + " " + Json.object(answer.getBody()).get("code");
  }
}

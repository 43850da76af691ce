package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.SampleVideos;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clips of words. Word {@code n} is spoken for 400 ms from 1 s + n · 500 ms on. */
final class QuoteFunctionTest extends TranscriptCalls {
  private static final String SENTENCE = quote(2, 2, 9);

  @BeforeEach
  void alignATranscript() {
    putText(TEXT, "*");
    putWords(transcribe(SPOKEN), "\"v1\"");
  }

  @Test
  void quoteIsTheSameClipAsItsFrames() {
    var answer = cut("ann", SENTENCE);

    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(202);
    var clip = clips(answer).getFirst();
    assertThat(object(clip, "quote"))
        .isEqualTo(
            Map.of(
                "language",
                "en",
                "revision",
                2,
                "fromWord",
                2,
                "toWord",
                9,
                "text",
                "The council did not sign the treaty.",
                "edges",
                Map.of("in", "padded", "out", "padded")));
    assertThat(object(object(clip, "range"), "in")).containsEntry("frame", 46);
    assertThat(object(object(clip, "range"), "out")).containsEntry("frame", 139);
    assertThat(clips(cut("bob", range(46, 139))).getFirst())
        .containsEntry("clipId", clip.get("clipId"))
        .doesNotContainKey("quote");
  }

  @Test
  void quoteIsShownToWhoAskedForIt() {
    var id = clips(cut("ann", SENTENCE)).getFirst().get("clipId");

    var mine = items(call(GatewayCalls.call("GET", "/v1/me/clips").signedIn("ann")));
    assertThat(object(mine.getFirst(), "quote")).containsEntry("fromWord", 2);
    assertThat(items(call(GatewayCalls.call("GET", "/v1/me/clips").signedIn("bob")))).isEmpty();
    for (var person : new String[] {"ann", "bob"}) {
      var clip = call(GatewayCalls.call("GET", "/v1/clips/" + id).signedIn(person));
      assertThat(json(clip)).doesNotContainKey("quote");
    }
  }

  @Test
  void quotesAndPositionsAreAskedForTogetherWithHandles() {
    var body = clipBody(range(0, 5), SENTENCE.replace("}}", "},\"label\":\"vote\"}"));

    var answer = post("/v1/clips", "ann", body.replace("]}", "],\"handlesMs\":1000}"));

    assertThat(clips(answer)).hasSize(2);
    assertThat(object(object(clips(answer).getFirst(), "range"), "out")).containsEntry("frame", 30);
    assertThat(clips(answer).getLast()).containsEntry("label", "vote").containsKey("quote");
    assertThat(object(object(clips(answer).getLast(), "range"), "in")).containsEntry("frame", 21);
  }

  @Test
  void quoteOfAnEarlierRevisionIsTakenAndNamesThatOfNow() {
    putText("Moderator\nWelcome.\n\n" + TEXT.replace("tomorrow", "today"), "\"v2\"");

    var answer = cut("ann", SENTENCE);

    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(202);
    assertThat(object(clips(answer).getFirst(), "quote"))
        .containsEntry("revision", 3)
        .containsEntry("fromWord", 3)
        .containsEntry("toWord", 10)
        .containsEntry("text", "The council did not sign the treaty.");
    assertThat(clips(answer).getFirst().get("clipId"))
        .isEqualTo(clips(cut("ann", range(46, 139))).getFirst().get("clipId"));
  }

  @Test
  void quoteOfWordsThatWereCorrectedIsRefused() {
    putText(TEXT.replace("did not sign", "never signed"), "\"v2\"");

    var answer = cut("ann", range(0, 5), SENTENCE);

    assertThat(answer.getStatusCode()).isEqualTo(409);
    assertThat(json(answer))
        .containsEntry("code", "transcript-revision-stale")
        .containsEntry("currentRevision", 3)
        .containsEntry("pointer", "/ranges/1/quote")
        .doesNotContainKey("mapped");
    assertThat(items(call(GatewayCalls.call("GET", "/v1/me/clips").signedIn("ann")))).isEmpty();
  }

  @Test
  void quoteThatIsSaidElsewhereIsRefusedAndSaysWhereItStands() {
    putWords(transcribe("so " + SPOKEN), "\"v2\"");

    var answer = json(cut("ann", SENTENCE));

    assertThat(answer).containsEntry("code", "transcript-revision-stale");
    assertThat(object(answer, "mapped"))
        .isEqualTo(
            Map.of("fromWord", 2, "toWord", 9, "text", "The council did not sign the treaty."));
    assertThat(cut("ann", quote(3, 2, 9)).getStatusCode()).isEqualTo(202);
  }

  @Test
  void wordsThatAreOnlyEstimatedAreNotQuoted() {
    var answer = json(cut("ann", quote(1, 2, 9)));
    // Of the revision before, which had no times: those of now are others.
    assertThat(answer).containsEntry("code", "transcript-revision-stale").containsKey("mapped");

    videos.put(SampleVideos.with("only-a-text", "2026-02-12", Map.of()));
    var edit = EDIT.replace(SampleVideos.ID, "only-a-text");
    call(conditioned(editor("PUT", edit), "*").body("text/plain", TEXT));
    var untimed =
        post("/v1/clips", "ann", clipBody(quote(1, 2, 9)).replace(SampleVideos.ID, "only-a-text"));

    assertThat(untimed.getStatusCode()).isEqualTo(422);
    assertThat(json(untimed))
        .containsEntry("code", "quote-untimed")
        .containsEntry("pointer", "/ranges/0/quote")
        .doesNotContainKeys("uncertaintyMs", "nearest");
  }

  @Test
  void wordThatWasNotHeardIsRefusedWithTheNearestThatWere() {
    putText(
        TEXT.replace("council did", "council of ministers for this and for that did"), "\"v2\"");

    var answer = cut("ann", quote(3, 4, 10));

    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(422);
    assertThat(json(answer)).containsEntry("code", "quote-untimed");
    assertThat(object(json(answer), "nearest")).isEqualTo(Map.of("fromWord", 3, "toWord", 12));
  }

  @Test
  void replacedMasterTakesTheTimesOfQuotesAway() {
    var row = Json.object(SampleVideos.released().json());
    row.put("masterVersion", "0".repeat(16));
    videos.put(Video.read(Json.text(row)));

    assertThat(problem(cut("ann", SENTENCE))).isEqualTo("quote-untimed");
  }

  @Test
  void quoteIsAsVisibleAsItsVideo() {
    videos.put(SampleVideos.with(Map.of("embargoUntil", EMBARGO.toString())));

    assertThat(problem(cut("ann", SENTENCE))).isEqualTo("embargoed");
    assertThat(call(editor("POST", "/v1/clips").json(clipBody(SENTENCE))).getStatusCode())
        .isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'en',2,2,2 | empty | /ranges/1/quote",
        "'en',2,3,2 | reversed | /ranges/1/quote",
        "'en',2,17,19 | no-such-word | /ranges/1/quote/toWord",
        "'en',2,18,19 | no-such-word | /ranges/1/quote/fromWord",
        "'en',3,2,9 | unknown-revision | /ranges/1/quote/revision",
        "'en',0,2,9 | out-of-range | /ranges/1/quote/revision",
        "'en',2,-1,9 | out-of-range | /ranges/1/quote/fromWord",
        "'en',2,2,2147483648 | out-of-range | /ranges/1/quote/toWord",
        "'en',2,1.5,9 | wrong-type | /ranges/1/quote/fromWord",
        "'fr',2,2,9 | unknown-value | /ranges/1/quote/language",
        "'EN/../en',2,2,9 | unknown-value | /ranges/1/quote/language",
        "7,2,2,9 | wrong-type | /ranges/1/quote/language",
        "null,2,2,9 | missing | /ranges/1/quote/language",
        "'en',2,2,null | missing | /ranges/1/quote/toWord",
        "'en',2,2,9,'x':1 | unknown-field | /ranges/1/quote/x"
      })
  void badQuoteRefusesTheWholeRequest(String members, String code, String pointer) {
    var answer = cut("ann", range(0, 1), quote(members.replace('\'', '"').split(",", -1)));

    assertThat(answer.getStatusCode()).isEqualTo(422);
    assertThat(answer.getBody())
        .contains("\"code\":\"" + code + "\"", "\"pointer\":\"" + pointer + "\"");
    assertThat(items(call(GatewayCalls.call("GET", "/v1/me/clips").signedIn("ann")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'quote':7} | wrong-type | /ranges/0/quote",
        "{'quote':{}} | missing | /ranges/0/quote/language",
        "{'quote':null} | missing | /ranges/0/in",
        "{} | missing | /ranges/0/in"
      })
  void rangeIsAQuoteOrTwoPositions(String range, String code, String pointer) {
    refused(cut("ann", range.replace('\'', '"')), code, pointer);

    var both = SENTENCE.replace("}}", "},\"in\":{\"frame\":1},\"out\":{\"frame\":2}}");
    refused(cut("ann", both), "exactly-one-of", "/ranges/0/quote");
  }

  private static void refused(APIGatewayProxyResponseEvent answer, String code, String pointer) {
    assertThat(answer.getStatusCode()).isEqualTo(422);
    assertThat(list(json(answer), "errors"))
        .anySatisfy(
            it -> assertThat(it).containsEntry("code", code).containsEntry("pointer", pointer));
  }

  private static String quote(int revision, int fromWord, int toWord) {
    return quote("\"en\"", revision + "", fromWord + "", toWord + "");
  }

  private static String quote(String... members) {
    return "{\"quote\":{\"language\":%s,\"revision\":%s,\"fromWord\":%s,\"toWord\":%s%s}}"
        .formatted(
            members[0],
            members[1],
            members[2],
            members[3],
            members.length > 4 ? "," + members[4] : "");
  }
}

package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.journeys.demo.FrameCheck;
import clipdesk.journeys.demo.SyntheticMaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From words to a file: read what was said, quote a sentence, get its clip, its subtitles and its
 * edit list. A sentence that is corrected later is not quoted by its old words.
 */
final class QuoteJourneyIT {
  private static final Stack STACK = Stack.deployed();
  private static final String VIDEO = Person.unique("quoted");
  private static final String READ = "/v1/videos/" + VIDEO + "/transcript";
  private static final String EDIT = "/v1/editor/videos/" + VIDEO + "/transcript?language=en";
  private static final String WORDS = "/v1/editor/videos/" + VIDEO + "/words?language=en";
  private static final String SENTENCE = "Will you sign the treaty tomorrow?";
  private static final String TEXT =
      """
      Max Muster, Moderator
      So it begins.

      Jon Smyth, WXYZ
      Will you sign the treaty tomorrow?

      Ana Sample, Council Spokesperson
      We may, [laughs] if all goes well.
      """;
  private static final String SPOKEN =
      "So it begins Will you sign the treaty tomorrow We may if all goes well";

  /** Of the sentence, whose words are spoken from 2.5 s to 5.4 s, with 150 ms around them. */
  private static final int IN = 58;

  private static final int OUT = 139;

  private static Path master;
  private static Person editor;
  private static Person journalist;

  @TempDir private Path downloads;

  @BeforeAll
  static void prepareAVideo() {
    master = SyntheticMaster.SHORT.in(Path.of("target/masters"));
    var upload = new Upload(STACK, VIDEO);
    upload.master(master);
    assertThat(upload.describe(upload.description())).containsEntry("result", "accepted");
    Listening.awaited(STACK, VIDEO);
    editor = Editors.join(STACK, "en");
    journalist = Person.named(STACK, "journalist", "en");
    journalist.join();
  }

  @Test
  void sentenceBecomesAClipWithItsSubtitlesAndAnEditList() throws IOException {
    var heard = HeardWords.transcribe(SPOKEN);
    editor
        .api()
        .with("If-None-Match", "*")
        .send("PUT", WORDS, "application/json", heard)
        .expect(202);
    putText(TEXT, "\"v1\"").expect(202);

    var words = wordsOf(Api.of(STACK).get(READ + "?language=en").expect(200));
    assertThat(words).isEqualTo(List.of(3, 9));
    var asked = quote(1, words).expect(202);
    var clip = asked.objects("clips").getFirst();
    assertThat(clip.get("quote").toString()).contains(SENTENCE, "padded");
    var id = (String) clip.get("clipId");
    var sameFrames = new Clips(journalist, VIDEO).request(new long[] {IN, OUT});
    assertThat(sameFrames.objects("clips").getFirst()).containsEntry("clipId", id);

    var ready = new Clips(journalist, VIDEO).await(id, _ -> {});
    assertThat(ready.text("status")).isEqualTo("ready");
    var ticket =
        Download.ticket(journalist, Person.unique("ticket"), List.of(Map.of("clipId", id)))
            .expect(201);
    var file = downloads.resolve("clip.mp4");
    var href = (String) ticket.objects("files").getFirst().get("href");
    new Download(Api.of(STACK), href).fetch(file);
    assertThat(FrameCheck.of(file, master, IN, OUT).frames()).isEqualTo(OUT - IN);

    var subtitles = "/v1/clips/" + id + "/subtitles";
    assertThat(journalist.api().get(subtitles + "?format=vtt").expect(200).text())
        .startsWith("WEBVTT\n\nNOTE clip " + id + " of " + VIDEO + ", en, revision 1, upload\n")
        .contains("<v Jon Smyth>" + SENTENCE)
        .doesNotContain("begins", "may");
    assertThat(journalist.api().get(subtitles + "?format=srt").expect(200).text())
        .startsWith("1\r\n00:00:00,140 --> 00:00:03,240\r\nJon Smyth: " + SENTENCE);
    assertThat(journalist.api().with("Accept", "text/plain").get(subtitles).expect(200).text())
        .isEqualTo("[00:00:00] Jon Smyth (WXYZ)\n\n" + SENTENCE + "\n\n");
    assertThat(journalist.api().get(subtitles).expect(200).json()).containsEntry("clipId", id);
    Api.of(STACK).get(subtitles).expect(401);

    var lists = "/v1/edit-lists?clips=" + id + "," + id + "&format=";
    assertThat(journalist.api().get(lists + "edl").expect(200).text())
        .contains(
            "001  AX       AA/V  C        00:00:02:08 00:00:05:14 01:00:00:00 01:00:03:06",
            "002  AX       AA/V  C        00:00:02:08 00:00:05:14 01:00:03:06 01:00:06:12",
            "* RATE 25/1");
    assertThat(journalist.api().get(lists + "csv").expect(200).text())
        .contains("Jon Smyth,WXYZ," + SENTENCE + ",25/1,00:00:02:08,00:00:05:14,81");
    assertThat(journalist.api().get(lists + "otio").expect(200).json())
        .containsEntry("OTIO_SCHEMA", "Timeline.1");
    assertThat(journalist.api().get(lists + "fcpxml").expect(200).header("Content-Type"))
        .contains("application/xml;charset=utf-8");

    // A correction elsewhere moves nothing; one of these words makes the old quote refused.
    putText(TEXT.replace("So it begins.", "Welcome to you all."), "\"v2\"").expect(202);
    var again = quote(1, words).expect(200).objects("clips").getFirst();
    assertThat(again).containsEntry("clipId", id);
    assertThat(again.get("quote").toString()).contains("revision=2", "fromWord=4");
    putText(TEXT.replace("tomorrow", "today"), "\"v3\"").expect(202);
    var stale = quote(1, words).expect(409);
    assertThat(stale.problem()).contains("transcript-revision-stale");
    assertThat(stale.json()).containsEntry("currentRevision", 3).doesNotContainKey("mapped");
    assertThat(journalist.api().get(subtitles + "?format=txt").expect(200).text())
        .contains("Will you sign the treaty today?");
    assertThat(journalist.api().get("/v1/me/clips").expect(200).text()).contains("fromWord");
  }

  private static Answer putText(String text, String version) {
    return editor
        .api()
        .with("If-Match", version)
        .send("PUT", EDIT, "text/plain; charset=utf-8", text);
  }

  private static Answer quote(int revision, List<Integer> words) {
    var quote =
        Map.of(
            "language",
            "en",
            "revision",
            revision,
            "fromWord",
            words.getFirst(),
            "toWord",
            words.getLast());
    return journalist
        .api()
        .post("/v1/clips", Map.of("videoId", VIDEO, "ranges", List.of(Map.of("quote", quote))));
  }

  /** As a page finds them: those of the sentence that somebody looks for. */
  private static List<Integer> wordsOf(Answer transcript) {
    return transcript.objects("turns").stream()
        .flatMap(turn -> objects(turn, "paragraphs"))
        .flatMap(paragraph -> objects(paragraph, "sentences"))
        .filter(sentence -> SENTENCE.equals(sentence.get("text")))
        .map(sentence -> Template.list(sentence.get("words")))
        .map(words -> words.stream().map(Integer.class::cast).toList())
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Map<String, Object>> objects(Map<String, Object> owner, String name) {
    return Template.list(owner.get(name)).stream().map(Template::map);
  }
}

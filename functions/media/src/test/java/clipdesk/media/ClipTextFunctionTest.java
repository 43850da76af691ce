package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.SampleVideos;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subtitles and edit lists of clips. Word {@code n} is spoken from 1 s + n · 500 ms on. */
final class ClipTextFunctionTest extends TranscriptCalls {
  @BeforeEach
  void alignATranscript() {
    putText(TEXT, "*");
    putWords(transcribe(SPOKEN), "\"v1\"");
  }

  @Test
  void subtitlesOfAClipStartWithItsFirstFrame() {
    var clip = clip(range(46, 139));

    var vtt = subtitles(clip, "format", "vtt");

    assertThat(vtt.getBody())
        .isEqualTo(
            """
            WEBVTT

            NOTE clip %s of %s, en, revision 2, upload

            00:00:00.120 --> 00:00:03.720
            <v Ana Sample>The council did not sign the treaty.
            """
                .formatted(clip, SampleVideos.ID));
    assertThat(header(vtt, "Content-Type")).isEqualTo("text/vtt;charset=utf-8");
    assertThat(header(vtt, "Content-Language")).isEqualTo("en");
    assertThat(header(vtt, "Cache-Control")).isEqualTo("no-store");
    assertThat(subtitles(clip, "format", "srt").getBody())
        .contains("00:00:00,120 --> 00:00:03,720");
    assertThat(subtitles(clip, "format", "txt").getBody())
        .isEqualTo(
            "[00:00:00] Ana Sample, Council Spokesperson\n\nThe council did not sign the"
                + " treaty.\n\n");
    assertThat(json(subtitles(clip)))
        .containsEntry("clipId", clip)
        .containsEntry("revision", 2)
        .containsEntry("language", "en");
    assertThat(subtitles(clip).getBody()).contains("council").doesNotContain("Smyth", "Good");
  }

  @Test
  void correctionReachesTheSubtitlesOfOldClips() {
    var clip = clip(range(46, 139));
    putText(TEXT.replace("treaty.", "Treaty!"), "\"v2\"");

    assertThat(subtitles(clip, "format", "vtt").getBody()).contains("sign the Treaty!");
    assertThat(subtitles(clip, "format", "vtt", "revision", "2").getBody())
        .contains("sign the treaty.");
  }

  @Test
  void subtitlesThatFitNothingAreNotAcceptable() {
    var clip = clip(range(46, 139));

    assertThat(problem(subtitles(clip, "revision", "1"))).isEqualTo("not-acceptable");
    assertThat(subtitles(clip, "revision", "9").getBody()).contains("unknown-revision");
    assertThat(problem(subtitles(clip, "language", "fr"))).isEqualTo("not-found");
    assertThat(problem(subtitles(clip, "language", "FR"))).isEqualTo("validation");
    assertThat(problem(subtitles(clip, "format", "doc"))).isEqualTo("validation");
    assertThat(problem(subtitles("0".repeat(40)))).isEqualTo("not-found");
    assertThat(problem(subtitles("rubbish"))).isEqualTo("not-found");
    assertThat(problem(get("/v1/clips/" + clip + "/subtitles"))).isEqualTo("unauthenticated");
  }

  @Test
  void clipOfAReplacedMasterKeepsTheSubtitlesOfItsOwnSound() {
    var clip = clip(range(46, 139));
    replaceTheMaster();
    assertThat(subtitles(clip).getStatusCode()).isEqualTo(200);

    putText(TEXT + "More.\n", "\"v2\"");

    assertThat(problem(subtitles(clip))).isEqualTo("not-acceptable");
    assertThat(subtitles(clip, "revision", "2").getStatusCode()).isEqualTo(200);
  }

  @Test
  void whatGoesWithAClipIsAsVisibleAsItsVideo() {
    var clip = clip(range(46, 139));
    videos.put(SampleVideos.with(Map.of("embargoUntil", EMBARGO.toString())));

    assertThat(problem(subtitles(clip))).isEqualTo("embargoed");
    assertThat(problem(list("edl", clip))).isEqualTo("embargoed");
    var path = "/v1/clips/" + clip + "/subtitles";
    assertThat(call(editor("GET", path)).getStatusCode()).isEqualTo(200);

    videos.put(SampleVideos.with(Map.of("withdrawn", withdrawn())));
    assertThat(problem(subtitles(clip))).isEqualTo("withdrawn");
    assertThat(call(editor("GET", path)).getStatusCode()).isEqualTo(410);
  }

  @Test
  void clipsAreAnEditListWithTheMastersTimecode() {
    var quote =
        clip("{\"quote\":{\"language\":\"en\",\"revision\":2,\"fromWord\":2,\"toWord\":9}}");
    var labelled = clip("{\"in\":{\"frame\":800},\"out\":{\"frame\":810},\"label\":\"the end\"}");

    var edl = list("edl", quote, labelled);

    assertThat(header(edl, "Content-Type")).isEqualTo("text/plain;charset=utf-8");
    assertThat(edl.getBody())
        .startsWith("TITLE: Press conference, Defence Ministers\r\nFCM: NON-DROP FRAME\r\n")
        .contains(
            "001  AX       AA/V  C        10:00:01:21 10:00:05:14 01:00:00:00 01:00:03:18\r\n",
            "* FROM CLIP NAME: 2026-02-12_defmin_press-conference-defence-ministers_hd-1080p25.mp4",
            "002  AX       AA/V  C        10:00:32:00 10:00:32:10 01:00:03:18 01:00:04:03\r\n",
            "* COMMENT: the end\r\n");
    assertThat(list("csv", quote, labelled).getBody())
        .contains(
            ",Ana Sample,,The council did not sign the treaty.,25/1,10:00:01:21,10:00:05:14,93\r\n",
            ",the end,,,,25/1,10:00:32:00,10:00:32:10,10\r\n");
    assertThat(list("fcpxml", quote).getBody())
        .contains("<fcpxml version=\"1.10\">", "<note>The council did not sign the treaty.</note>");
    assertThat(json(list("otio", quote))).containsEntry("OTIO_SCHEMA", "Timeline.1");
  }

  @Test
  void whatIsSaidInAClipOfFramesIsInItsRow() {
    var clip = clip(range(138, 215));

    assertThat(list("csv", clip).getBody())
        .contains(",Jon Smyth,WXYZ,Will it sign the treaty tomorrow?,25/1,");
  }

  @Test
  void clipsOfTwoRatesAreNoList() {
    var row = Json.object(SampleVideos.with("fifty", "2026-02-12", Map.of()).json());
    row.put("frameRate", Map.of("num", 50, "den", 1));
    videos.put(Video.read(Json.text(row)));
    var one = clip(range(0, 5));
    var body = clipBody(range(0, 5)).replace(SampleVideos.ID, "fifty");
    var other = (String) clips(post("/v1/clips", "ann", body)).getFirst().get("clipId");

    assertThat(list("edl", one).getStatusCode()).isEqualTo(200);
    assertThat(list("edl", other).getStatusCode()).isEqualTo(200);
    assertThat(list("edl", one, other).getBody()).contains("mixed-rates");
  }

  @Test
  void listOfAReplacedMasterIsRefused() {
    var clip = clip(range(0, 5));
    replaceTheMaster();

    assertThat(list("edl", clip).getBody()).contains("master-replaced");
  }

  @Test
  void listWorksWithoutATranscriptAndWithoutATimecode() {
    var row = Json.object(SampleVideos.with("silent", "2026-02-12", Map.of()).json());
    row.remove("startTimecode");
    videos.put(Video.read(Json.text(row)));
    var body = clipBody(range(25, 50)).replace(SampleVideos.ID, "silent");
    var clip = (String) clips(post("/v1/clips", "ann", body)).getFirst().get("clipId");

    assertThat(list("edl", clip).getBody())
        .contains("00:00:01:00 00:00:02:00", "THE MASTER HAS NO TIMECODE");
    assertThat(list("csv", clip).getBody()).contains(",,,,25/1,00:00:01:00,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "edl | '' | wrong-size",
        "edl | rubbish | malformed",
        "edl | 0,0 | malformed",
        "doc | ID | unknown-value",
        "'' | ID | unknown-value",
        "EDL | ID | unknown-value"
      })
  void badListIsRefused(String format, String clips, String code) {
    var answer = list(format, clips.replace("ID", clip(range(0, 5))));

    assertThat(problem(answer)).isEqualTo("validation");
    assertThat(error(answer)).isEqualTo(code);
  }

  @Test
  void listHasOneToTwentyClipsAndAForm() {
    var clip = clip(range(0, 5));
    assertThat(list("edl", String.join(",", Collections.nCopies(20, clip))).getStatusCode())
        .isEqualTo(200);
    assertThat(error(list("edl", String.join(",", Collections.nCopies(21, clip)))))
        .isEqualTo("wrong-size");
    assertThat(problem(list("edl", clip, "0".repeat(40)))).isEqualTo("not-found");
    var without = GatewayCalls.call("GET", "/v1/edit-lists").query("clips", clip).signedIn("ann");
    assertThat(error(call(without))).isEqualTo("missing");
    assertThat(problem(get("/v1/edit-lists"))).isEqualTo("unauthenticated");
  }

  private void replaceTheMaster() {
    var row = Json.object(SampleVideos.released().json());
    row.put("masterVersion", "0".repeat(16));
    videos.put(Video.read(Json.text(row)));
  }

  private static Map<String, Object> withdrawn() {
    return Map.of("at", "2026-02-12T14:00:00.000Z", "reason", "x");
  }

  private String clip(String range) {
    return (String) clips(cut("ann", range)).getFirst().get("clipId");
  }

  private APIGatewayProxyResponseEvent subtitles(String clip, String... query) {
    var call = GatewayCalls.call("GET", "/v1/clips/" + clip + "/subtitles").signedIn("ann");
    for (var i = 0; i < query.length; i += 2) {
      call.query(query[i], query[i + 1]);
    }
    return call(call);
  }

  private APIGatewayProxyResponseEvent list(String format, String... clips) {
    return call(
        GatewayCalls.call("GET", "/v1/edit-lists")
            .query("format", format)
            .query("clips", String.join(",", clips))
            .signedIn("ann"));
  }
}

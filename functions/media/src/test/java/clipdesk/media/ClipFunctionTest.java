package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.media.catalogue.SampleVideos;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clips, through the real entry class. */
final class ClipFunctionTest extends MediaFunctionCalls {
  @Test
  void oneRangeIsAcceptedAtItsOwnAddress() {
    var answer = cut("ann", range(25, 50));
    assertThat(answer.getStatusCode()).isEqualTo(202);
    assertThat(header(answer, "Retry-After")).isEqualTo("2");
    var clip = clips(answer).getFirst();
    assertThat(header(answer, "Location"))
        .isEqualTo("https://api.clipdesk.example/v1/clips/" + clip.get("clipId"));
    assertThat(clip)
        .containsEntry("status", "queued")
        .containsEntry("tracks", List.of("a1", "a2", "v1"))
        .containsEntry(
            "range",
            Map.of(
                "in", Map.of("ms", 1000, "frame", 25),
                "out", Map.of("ms", 2000, "frame", 50),
                "frameRate", Map.of("num", 25, "den", 1),
                "frames", 25,
                "durationMs", 1000));
    var polled = call(GatewayCalls.call("GET", "/v1/clips/" + clip.get("clipId")).signedIn("bob"));
    assertThat(json(polled)).containsEntry("clipId", clip.get("clipId"));
    assertThat(header(polled, "Retry-After")).isEqualTo("2");
  }

  @Test
  void aRangeInMillisecondsAndInFramesIsTheSameClip() {
    var clips =
        clips(
            cut(
                "ann",
                range(25, 50),
                "{\"in\":{\"ms\":1000},\"out\":{\"ms\":2000},\"label\":\"x\"}"));
    assertThat(clips).hasSize(1);
  }

  @Test
  void severalRangesAreAskedForTogetherAndListedNewestFirst() {
    var first = clips(cut("ann", range(0, 1))).getFirst().get("clipId");
    clock.pass(Duration.ofSeconds(1));
    var answer = cut("ann", range(1, 2), range(2, 3));
    assertThat(header(answer, "Location")).contains("/v1/clips?ids=").contains(",");
    var mine = items(call(GatewayCalls.call("GET", "/v1/me/clips").signedIn("ann")));
    assertThat(mine).hasSize(3);
    assertThat(mine.getLast())
        .containsEntry("clipId", first)
        .containsEntry("askedAt", "2026-02-12T15:00:00.000Z");
    assertThat(items(call(GatewayCalls.call("GET", "/v1/me/clips").signedIn("bob")))).isEmpty();
    var listed =
        call(
            GatewayCalls.call("GET", "/v1/clips")
                .query("ids", first + "," + "0".repeat(40) + ",rubbish")
                .signedIn("bob"));
    assertThat(clips(listed)).extracting(it -> it.get("clipId")).containsExactly(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"in\":{\"frame\":-1},\"out\":{\"frame\":5}} | range-invalid | before-start",
        "{\"in\":{\"ms\":-9223372036854775808},\"out\":{\"ms\":5000}} | range-invalid |"
            + " before-start",
        "{\"in\":{\"frame\":5},\"out\":{\"frame\":5}} | range-invalid | empty",
        "{\"in\":{\"frame\":6},\"out\":{\"frame\":5}} | range-invalid | reversed",
        "{\"in\":{\"frame\":999},\"out\":{\"frame\":1001}} | range-invalid | after-end",
        "{\"in\":{\"ms\":0},\"out\":{\"ms\":9223372036854775807}} | range-invalid | after-end",
        "{\"in\":{\"frame\":1,\"ms\":40},\"out\":{\"frame\":5}} | validation |"
            + " exactly-one-position",
        "{\"in\":{},\"out\":{\"frame\":5}} | validation | exactly-one-position",
        "{\"in\":{\"frame\":\"NaN\"},\"out\":{\"frame\":5}} | validation | wrong-type",
        "{\"in\":{\"frame\":1.5},\"out\":{\"frame\":5}} | validation | wrong-type",
        "{\"in\":{\"ms\":1e3},\"out\":{\"frame\":5}} | validation | wrong-type",
        "{\"in\":{\"frame\":1},\"out\":{\"frame\":5},\"from\":1} | validation | unknown-field",
        "{\"in\":{\"frame\":1}} | validation | missing",
        "7 | validation | wrong-type"
      })
  void aBadRangeRefusesTheWholeRequest(String range, String problem, String code) {
    var answer = cut("ann", range(0, 1), range);
    assertThat(problem(answer)).isEqualTo(problem);
    assertThat(answer.getBody()).contains("\"code\":\"" + code + "\"", "/ranges/1");
    assertThat(items(call(GatewayCalls.call("GET", "/v1/me/clips").signedIn("ann")))).isEmpty();
  }

  @Test
  void notANumberIsNoJson() {
    assertThat(problem(cut("ann", "{\"in\":{\"frame\":NaN},\"out\":{\"frame\":5}}")))
        .isEqualTo("bad-request");
  }

  @Test
  void fiftyOneRangesAreTooMany() {
    var ranges = new String[51];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = range(i, i + 1);
    }
    var answer = cut("ann", ranges);
    assertThat(problem(answer)).isEqualTo("validation");
    assertThat(answer.getBody()).contains("\"pointer\":\"/ranges\"", "wrong-size");
  }

  @Test
  void aClipMayBeAsLongAsTheLimitAndNotAFrameLonger() {
    assertThat(cut("ann", range(0, 750)).getStatusCode()).isEqualTo(202);
    var answer = cut("ann", range(0, 751));
    assertThat(problem(answer)).isEqualTo("range-too-long");
    assertThat(json(answer)).containsEntry("maxMs", 30_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"tracks\":[\"v1\",\"a9\"] | unknown-track | /tracks/1",
        "\"tracks\":[] | wrong-size | /tracks",
        "\"tracks\":[\"a1\"] | unknown-track | /tracks",
        "\"profile\":\"fast\" | unknown-profile | /profile",
        "\"handlesMs\":10001 | out-of-range | /handlesMs",
        "\"trakcs\":[\"v1\"] | unknown-field | /trakcs"
      })
  void aBadMemberIsNamed(String member, String code, String pointer) {
    var answer =
        post(
            "/v1/clips",
            "ann",
            "{\"videoId\":\"%s\",\"ranges\":[%s],%s}"
                .formatted(SampleVideos.ID, range(0, 5), member));
    assertThat(problem(answer)).isEqualTo("validation");
    assertThat(answer.getBody()).contains("\"code\":\"" + code + "\"", "\"" + pointer + "\"");
  }

  @Test
  void clipsNeedAnAccount() {
    assertThat(problem(call(GatewayCalls.call("POST", "/v1/clips").json("{}"))))
        .isEqualTo("unauthenticated");
    assertThat(problem(get("/v1/clips/" + CLIP))).isEqualTo("unauthenticated");
    assertThat(problem(call(GatewayCalls.call("GET", "/v1/clips/" + CLIP).signedIn("ann"))))
        .isEqualTo("not-found");
    assertThat(problem(call(GatewayCalls.call("GET", "/v1/clips/rubbish").signedIn("ann"))))
        .isEqualTo("not-found");
    assertThat(problem(call(GatewayCalls.call("GET", "/v1/clips").signedIn("ann"))))
        .isEqualTo("validation");
  }

  @Test
  void editorsCutThroughAnEmbargo() {
    videos.put(SampleVideos.with(Map.of("embargoUntil", EMBARGO.toString())));
    assertThat(problem(cut("ann", range(0, 25)))).isEqualTo("embargoed");
    var request = editor("POST", "/v1/clips").json(clipBody(range(0, 25)));
    assertThat(call(request).getStatusCode()).isEqualTo(202);
  }
}

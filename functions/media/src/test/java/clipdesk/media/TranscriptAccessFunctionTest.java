package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.media.catalogue.SampleVideos;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may bring and read a transcript, and when. */
final class TranscriptAccessFunctionTest extends TranscriptCalls {
  @Test
  void embargoHoldsToTheMillisecond() {
    putText(TEXT, "*");
    videos.put(SampleVideos.with(Map.of("embargoUntil", EMBARGO.toString())));
    var left = Duration.between(clock.instant(), EMBARGO);

    clock.pass(left.minusMillis(1));
    assertThat(problem(read())).isEqualTo("embargoed");
    assertThat(problem(get(VIDEO + "/exchanges"))).isEqualTo("embargoed");
    assertThat(look().getStatusCode()).isEqualTo(200);
    clock.pass(Duration.ofMillis(1));
    assertThat(read().getStatusCode()).isEqualTo(200);
  }

  @Test
  void whatMayNotBeSeenIsNotRead() {
    putText(TEXT, "*");
    var hidden = Map.<String, Object>of("embargoUntil", EMBARGO.toString(), "announce", false);
    videos.put(SampleVideos.with(hidden));
    assertThat(problem(read())).isEqualTo("not-found");
    videos.put(SampleVideos.with(Map.of("legalBlock", true)));
    assertThat(problem(read())).isEqualTo("legal-block");
    videos.put(SampleVideos.with(Map.of("withdrawn", Map.of("at", "2026-02-12T14:00:00Z"))));
    assertThat(problem(read())).isEqualTo("withdrawn");
    assertThat(problem(get(VIDEO + "/exchanges"))).isEqualTo("withdrawn");
  }

  @Test
  void withoutARecogniserNoWordsAreAskedFor() {
    putText(TEXT, "*");
    var ask = editor("POST", EDIT + "/recognition").query("language", "en");

    assertThat(problem(call(ask))).isEqualTo("unavailable");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /transcript",
    "PUT, /transcript",
    "DELETE, /transcript",
    "PUT, /transcript/edits",
    "POST, /transcript/recognition",
    "PUT, /words"
  })
  void onlyEditorsBringTexts(String method, String path) {
    var url = VIDEO.replace("/v1/", "/v1/editor/") + path;
    var type = path.equals("/transcript") ? "text/plain" : "application/json";
    var call = GatewayCalls.call(method, url).query("language", "en").header("If-None-Match", "*");
    if (method.equals("PUT")) {
      call.body(type, "{\"edits\":[]}");
    }

    assertThat(problem(call(call))).isEqualTo("unauthenticated");
    assertThat(problem(call(call.signedIn("ann")))).isEqualTo("forbidden");
  }
}

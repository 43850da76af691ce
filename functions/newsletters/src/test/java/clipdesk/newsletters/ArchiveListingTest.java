package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An editor takes a newsletter back and lists it again. */
final class ArchiveListingTest extends ArchiveCalls {
  @Test
  void editorTakesANewsletterBackAndListsItAgain() {
    sent(FIRST, "One");

    var taken = listing(FIRST, false, "\"v2\"");

    assertThat(taken.getStatusCode()).isEqualTo(200);
    assertThat(header(taken, "ETag")).isEqualTo("\"v3\"");
    assertThat(Json.object(taken.getBody())).containsEntry("listed", false);
    assertThat(problem(get("/v1/newsletters/" + FIRST, Map.of()))).isEqualTo("410 withdrawn");
    assertThat(get("/v1/newsletters/" + FIRST, Map.of()).getBody())
        .contains("\"withdrawnAt\":\"2026-02-12T15:01:00.000Z\"");
    assertThat(items(get("/v1/newsletters", Map.of()))).isEmpty();
    assertThat(get("/v1/newsletters/feed.atom", Map.of()).getBody()).doesNotContain("<entry>");

    assertThat(listing(FIRST, true, "\"v3\"").getStatusCode()).isEqualTo(200);
    assertThat(items(get("/v1/newsletters", Map.of()))).hasSize(1);
  }

  @Test
  void listingIsForEditorsWithTheirEntityTag() {
    sent(FIRST, "One");
    var put =
        GatewayCalls.call("PUT", "/v1/editor/campaigns/" + FIRST + "/archive")
            .json("{\"listed\":false}");

    assertThat(problem(call(put.signedIn("ada")))).isEqualTo("403 forbidden");
    assertThat(problem(call(put.signedIn("eve", Map.of("cognito:groups", "[editors]")))))
        .isEqualTo("428 precondition-required");
    assertThat(problem(listing(FIRST, false, "\"v1\""))).isEqualTo("412 precondition-failed");
    assertThat(problem(listing(THIRD, false, "\"v1\""))).isEqualTo("404 not-found");
    var wrong =
        GatewayCalls.call("PUT", "/v1/editor/campaigns/" + FIRST + "/archive")
            .signedIn("eve", Map.of("cognito:groups", "[editors]"))
            .header("If-Match", "\"v2\"")
            .json("{\"listed\":\"no\"}");
    assertThat(problem(call(wrong))).isEqualTo("422 validation");
  }

  @Test
  void browserIsToldInWordsWhatIsNotThere() {
    sent(FIRST, "One");
    listing(FIRST, false, "\"v2\"");

    var gone = page("/v1/newsletters/" + THIRD, "uk");
    var withdrawn = page("/v1/newsletters/" + FIRST, "uk");

    assertThat(gone.getStatusCode()).isEqualTo(404);
    assertThat(gone.getBody()).contains("Такої розсилки немає");
    assertThat(withdrawn.getStatusCode()).isEqualTo(410);
    assertThat(withdrawn.getBody()).contains("відкликано").doesNotContain("One");
    assertThat(header(withdrawn, "Cache-Control")).isEqualTo("no-store");
  }
}

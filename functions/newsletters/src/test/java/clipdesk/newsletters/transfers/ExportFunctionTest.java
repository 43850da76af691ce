package clipdesk.newsletters.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What goes out says what is known, and changes nothing when it comes back. */
final class ExportFunctionTest extends TransferCalls {
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
}

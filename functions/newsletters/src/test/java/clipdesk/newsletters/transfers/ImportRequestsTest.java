package clipdesk.newsletters.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.newsletters.lists.RecordedListWork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for is what is done, once, of the file that was seen. */
final class ImportRequestsTest extends TransferCalls {
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

  /** The process that asked for it may be gone before anybody is told. */
  @Test
  void importThatNobodyWasToldOfIsTakenUpAndOneThatIsBegunIsNot() throws IOException {
    var id = put("refuse", "new@press.example,uk," + PROOF);
    var work = context.getBean(RecordedListWork.class);
    apply(id);
    work.taken();
    assertThat(read(id)).containsEntry("state", "applying");
    var later = work.later().getFirst().json();

    assertThat(world.failures(later)).isEmpty();
    world.work();

    assertThat(read(id)).containsEntry("state", "applied");
    var records = subscribers.consents().size();
    assertThat(world.failures(later)).as("once more").isEmpty();
    assertThat(work.taken()).isEmpty();
    assertThat(subscribers.consents()).hasSize(records);
  }

  /** Simulated world 412,663. */
  @Test
  void importThatIsTakenUpAndThenKilledGoesOnWithItsWord() throws IOException {
    var id = put("refuse", "new@press.example,uk," + PROOF);
    var work = context.getBean(RecordedListWork.class);
    apply(id);
    work.taken();
    var words = new ArrayDeque<>(List.of(work.later().getFirst().json()));

    imports.stopAfter(1);
    while (!words.isEmpty()) {
      var word = words.remove();
      if (!world.failures(word).isEmpty()) {
        words.add(word);
      }
      work.taken().forEach(it -> words.add(it.json()));
    }

    assertThat(read(id)).containsEntry("state", "applied");
  }

  @Test
  void wordOfAnImportThatWasNotAskedForInTheEndDoesNothing() throws IOException {
    var id = put("refuse", "new@press.example,uk," + PROOF);
    var takeUp = message(id).replace("\"way\":\"import\"", "\"way\":\"take-up\"");

    assertThat(world.failures(takeUp)).isEmpty();

    assertThat(read(id)).containsEntry("state", "checked");
    assertThat(subscribers.find(new EmailAddress("new@press.example"))).isEmpty();
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
}

package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.journeys.demo.SyntheticMaster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Words that the emulator's recogniser hears: asked for, told of by its event, aligned with the
 * text; or refused, where it knows no fixture for the sound.
 */
final class RecognitionJourneyIT {
  private static final Stack STACK = Stack.deployed();
  private static final String VIDEO = Person.unique("heard");
  private static final String EDIT = "/v1/editor/videos/" + VIDEO + "/transcript";
  private static final String TEXT = "Ana Sample, Spokesperson\nWe may sign the treaty tomorrow.\n";
  private static final Duration SOON = Duration.ofSeconds(60);

  private static Person editor;
  private static String master;

  @BeforeAll
  static void uploadAVideo() {
    Emulated.only(STACK, "a real recogniser hears no words in tones");
    var upload = new Upload(STACK, VIDEO);
    upload.master(SyntheticMaster.SHORT.in(Path.of("target/masters")));
    var description = upload.description();
    description.put("languages", List.of("en", "fr"));
    assertThat(upload.describe(description)).containsEntry("result", "accepted");
    Listening.awaited(STACK, VIDEO);
    editor = Editors.join(STACK, "en");
    for (var language : List.of("en", "fr")) {
      var put =
          editor
              .api()
              .with("If-None-Match", "*")
              .send("PUT", EDIT + "?language=" + language, "text/plain", TEXT);
      assertThat(put.status()).isEqualTo(202);
    }
    var read = Api.of(STACK).get("/v1/videos/" + VIDEO + "/transcript").expect(200);
    master = (String) read.json().get("masterVersion");
  }

  @Test
  void whyThereAreNoWordsIsToldToEditors() {
    ask("fr");
    var refused = awaited("fr", it -> it.get("refused").toString().contains("no sound"));
    assertThat(refused).containsEntry("state", "text-only");
    assertThat(refused.get("refused").toString()).contains("recognition-failed");
  }

  @Test
  void wordsOfTheSoundAlignTheText() {
    give("sound/%s/%s/a1.m4a".formatted(VIDEO, master), "We may sign the treaty tomorrow");
    ask("en");
    ask("en");

    awaited("en", it -> "aligned".equals(it.get("state")));

    var read = Api.of(STACK).get("/v1/videos/" + VIDEO + "/transcript?format=vtt").expect(200);
    assertThat(read.text()).contains("en, revision 2, fixture").contains("We may sign the treaty");
  }

  private static void ask(String language) {
    editor.api().post(EDIT + "/recognition?language=" + language, Map.of()).expect(202);
  }

  private static Map<String, Object> awaited(
      String language, Predicate<Map<String, Object>> expected) {
    return Eventually.within(
        SOON,
        "what became of the words",
        () ->
            Optional.of(editor.api().get(EDIT + "?language=" + language).expect(200).json())
                .filter(expected));
  }

  /** Tells the emulator what is said in a sound. */
  private static void give(String key, String spoken) {
    try (var s3 = STACK.s3()) {
      s3.putObject(
          put -> put.bucket(STACK.output("TranscriptsBucket")).key(key + ".words.json"),
          RequestBody.fromString(HeardWords.transcribe(spoken)));
    }
  }
}

package clipdesk.transcript.testing;

import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.heard.HeardReader;
import clipdesk.transcript.language.Words;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.RevisionMaker;
import clipdesk.transcript.revision.VideoFacts;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.FrameClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A talk that nobody gave, in which every word is spoken for 400 ms, one a half second. */
public final class SampleTalk {
  public static final String TEXT =
      """
      Ana Sample, Council Spokesperson
      Good morning. The council met today and it did not sign the treaty.

      Jon Smyth, WXYZ
      Will it sign the treaty tomorrow?

      Ana Sample, Council Spokesperson
      It may. [laughs] We shall see <soon> & well.

      Max Muster, Moderator
      The next question comes from Eva.

      Eva Example, North Post
      What does it cost?

      Ana Sample, Council Spokesperson
      Nothing at all.
      """;

  public static final VideoFacts VIDEO =
      new VideoFacts("talk-1", "9f2c11d0a4be7710", 60_000, new FrameClock(25, 1, 1_500));

  private static final int EACH_MS = 500;
  private static final int SPOKEN_MS = 400;

  private SampleTalk() {}

  public static RevisionMaker.Made make(
      String text, Optional<Heard> heard, Optional<Revision> before, Edit... edits) {
    return make(text, heard, Optional.<Activity>empty(), before, List.of(edits));
  }

  /** With a sound that was listened to. */
  public static RevisionMaker.Made of(String text, Optional<Heard> heard, Activity sound) {
    return make(text, heard, Optional.of(sound), Optional.empty(), List.of());
  }

  private static RevisionMaker.Made make(
      String text,
      Optional<Heard> heard,
      Optional<Activity> sound,
      Optional<Revision> before,
      List<Edit> edits) {
    var input =
        new RevisionMaker.Input(VIDEO, OfficialText.of(text), "en", List.of(), edits, heard, sound);
    return RevisionMaker.make(input, before);
  }

  /** With its words heard. */
  public static Revision aligned() {
    return make(TEXT, Optional.of(heard(spoken())), Optional.empty()).revision().orElseThrow();
  }

  /** What is said of it: no labels, no notes. */
  public static String spoken() {
    return "Good morning The council met today and it did not sign the treaty Will it sign the"
        + " treaty tomorrow It may We shall see soon well The next question comes from Eva What"
        + " does it cost Nothing at all";
  }

  /** Words as Amazon Transcribe gives them. */
  public static Heard heard(String spoken) {
    return HeardReader.read(transcribe(spoken).getBytes(StandardCharsets.UTF_8), 60_000);
  }

  public static String transcribe(String spoken) {
    var items = new StringBuilder();
    var ms = 1_000;
    for (var word : Words.cut(spoken, 0, spoken.length())) {
      items
          .append(items.isEmpty() ? "" : ",")
          .append(
              ("{\"type\":\"pronunciation\",\"start_time\":\"%d.%03d\",\"end_time\":\"%d.%03d\","
                      + "\"alternatives\":[{\"confidence\":\"0.99\",\"content\":\"%s\"}]}")
                  .formatted(
                      ms / 1_000,
                      ms % 1_000,
                      (ms + SPOKEN_MS) / 1_000,
                      (ms + SPOKEN_MS) % 1_000,
                      word.of(spoken)));
      ms += EACH_MS;
    }
    return "{\"jobName\":\"j\",\"results\":{\"items\":[" + items + "]},\"status\":\"COMPLETED\"}";
  }
}

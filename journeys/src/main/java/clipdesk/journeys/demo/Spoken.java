package clipdesk.journeys.demo;

import clipdesk.journeys.Answer;
import clipdesk.journeys.Api;
import clipdesk.journeys.Clips;
import clipdesk.journeys.Eventually;
import clipdesk.journeys.Person;
import clipdesk.journeys.Stack;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A press conference that nobody gave: the time of its every word is known. */
final class Spoken {
  /** It takes seconds, half a minute at most, where the machine has nothing else to do. */
  private static final Duration SOON = Duration.ofSeconds(90);

  private static final int FIRST_MS = 2_000;
  private static final int EACH_MS = 400;
  private static final int SPOKEN_MS = 320;

  /** With an opening that names nobody, as such texts have. */
  private static final String TEXT =
      """
      Good afternoon to everybody, and thank you for coming.

      Jon Smyth, North Post
      Minister, will you sign the treaty this year?

      Ana Sample, Council Spokesperson
      The council has not voted. It will sign the treaty when all members have voted.
      """;

  private static final String SENTENCE = "It will sign the treaty when all members have voted.";

  private final Api anonymous;
  private final Person editor;
  private final String videoId;

  Spoken(Stack stack, Person editor, String videoId) {
    this.anonymous = Api.of(stack);
    this.editor = editor;
    this.videoId = videoId;
  }

  /** What was read out of the text, in words. */
  String paste() {
    var report = editor("If-None-Match", "*", "transcript", "text/plain; charset=utf-8", TEXT);
    var counts = (Map<?, ?>) ((Map<?, ?>) report.json().get("report")).get("counts");
    return "%s words, %s speakers, %s turn that names nobody"
        .formatted(counts.get("words"), counts.get("speakers"), counts.get("unlabelled"));
  }

  /** As Amazon Transcribe gives them. */
  Answer bringWords() {
    return editor("If-Match", "\"v1\"", "words", "application/json", heard());
  }

  private Answer editor(String condition, String value, String what, String type, String content) {
    return editor
        .api()
        .with(condition, value)
        .send("PUT", "/v1/editor/videos/" + videoId + "/" + what + "?language=en", type, content)
        .expect(202);
  }

  /**
   * Looks for the sentence as somebody does who remembers half of it.
   *
   * @return its frames, half-open
   * @throws AssertionError if it is not found soon, or is another sentence or elsewhere
   */
  long[] find() {
    var question = URLEncoder.encode("\"all members\" sign -peace", StandardCharsets.UTF_8);
    var path = "/v1/search/spoken?q=" + question + "&speaker=sample&video=" + videoId;
    var hit =
        Eventually.within(
            SOON,
            "the sentence",
            () ->
                anonymous.get(path).expect(200).objects("items").stream()
                    .filter(it -> "aligned".equals(it.get("timing")))
                    .findFirst());
    var sentence = (Map<?, ?>) hit.get("sentence");
    var frames = new long[] {frame(sentence, "in"), frame(sentence, "out")};
    var before = spoken().substring(0, spoken().indexOf(SENTENCE));
    var inMs = FIRST_MS + words(before).size() * EACH_MS;
    if (!sentence.get("text").equals(SENTENCE)
        || ((Number) ((Map<?, ?>) sentence.get("in")).get("ms")).intValue() != inMs) {
      throw new AssertionError("Found elsewhere than at %d ms: %s".formatted(inMs, sentence));
    }
    return frames;
  }

  /**
   * Reads the subtitles of the sentence's clip, which is the same whoever asks for its frames.
   *
   * @throws AssertionError if they hold anything else, or begin later
   */
  String subtitles(Person journalist, Clips clips, long[] frames) {
    var clip = clips.request(frames).objects("clips").getFirst().get("clipId");
    var vtt =
        journalist.api().get("/v1/clips/" + clip + "/subtitles?format=vtt").expect(200).text();
    var cues = vtt.substring(vtt.indexOf("00:"));
    var shown = cues.replaceAll("(?m)^\\d.*-->.*$|<[^>]+>", "").replaceAll("\\s+", " ").strip();
    if (!shown.equals(SENTENCE) || !cues.startsWith("00:00:00.0")) {
      throw new AssertionError("Other subtitles than of the sentence: " + vtt);
    }
    return shown;
  }

  private static long frame(Map<?, ?> sentence, String edge) {
    return ((Number) ((Map<?, ?>) sentence.get(edge)).get("frame")).longValue();
  }

  private static String heard() {
    var items = new ArrayList<String>();
    var ms = FIRST_MS;
    for (var word : words(spoken())) {
      items.add(
          ("{\"type\":\"pronunciation\",\"start_time\":\"%s\",\"end_time\":\"%s\","
                  + "\"alternatives\":[{\"confidence\":\"0.99\",\"content\":\"%s\"}]}")
              .formatted(seconds(ms), seconds(ms + SPOKEN_MS), word));
      ms += EACH_MS;
    }
    return "{\"results\":{\"items\":[%s]},\"status\":\"COMPLETED\"}"
        .formatted(String.join(",", items));
  }

  /** Without the labels. */
  private static String spoken() {
    return TEXT.replaceAll("(?m)^\\w+ \\w+, .*$", "");
  }

  private static List<String> words(String text) {
    return List.of(text.replaceAll("\\W+", " ").strip().split(" ", -1));
  }

  private static String seconds(int ms) {
    return String.format(Locale.ROOT, "%.3f", ms / 1_000.0);
  }
}

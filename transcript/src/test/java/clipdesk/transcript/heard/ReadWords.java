package clipdesk.transcript.heard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.transcript.refusals.MalformedInputException;
import java.util.stream.Collectors;

/** Files of words, read as of a sound of a minute, and what came of it in a line. */
final class ReadWords {
  static final int DURATION = 60_000;

  static final String TRANSCRIBE =
      """
      {"jobName":"j","status":"COMPLETED","results":{"transcripts":[{"transcript":"Good morning."}],
       "speaker_labels":{"segments":[]},"audio_segments":[{"id":0,"items":[0,1]}],
       "items":[
        {"id":0,"type":"pronunciation","start_time":"0.04","end_time":"0.41","speaker_label":"spk_0",
         "alternatives":[{"confidence":"0.998","content":"Good"}]},
        {"id":1,"type":"pronunciation","start_time":"0.41","end_time":"0.9",
         "alternatives":[{"confidence":"0.9","content":"morning"}]},
        {"id":2,"type":"punctuation","alternatives":[{"confidence":"0.0","content":"."}]}]}}
      """;

  private ReadWords() {}

  static Heard read(String text) {
    return HeardReader.read(text.getBytes(UTF_8), DURATION);
  }

  static MalformedInputException malformed(String text) {
    return catchThrowableOfType(MalformedInputException.class, () -> read(text));
  }

  static String dump(Heard heard) {
    return heard.words().stream()
        .map(it -> it.text() + " " + it.inMs() + "-" + it.outMs())
        .collect(Collectors.joining(" | "));
  }
}

package clipdesk.transcript.revision;

import clipdesk.transcript.cues.CueMaker;
import clipdesk.transcript.cues.SubtitleCue;
import clipdesk.transcript.cues.SubtitleWriter;
import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.Turn;
import clipdesk.transcript.text.Blanks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A transcript as files for people: subtitles, and a text to read. */
public final class TranscriptText {
  private TranscriptText() {}

  /**
   * WebVTT; of a part only its words, at the times of the whole.
   *
   * @throws IllegalArgumentException unless the times fit subtitles
   */
  public static String vtt(Revision revision, Window window) {
    var cues = cues(revision, window);
    var note =
        "%s, %s, revision %d, %s"
            .formatted(
                revision.video().videoId(),
                revision.language(),
                revision.number(),
                revision.source().orElseThrow());
    return SubtitleWriter.vtt(cues, note);
  }

  /** SRT; as above. */
  public static String srt(Revision revision, Window window) {
    return SubtitleWriter.srt(cues(revision, window));
  }

  /** The turns, each under who speaks and when; without what stands around the speech. */
  public static String txt(Revision revision, Window window) {
    var official = revision.script().official().text();
    return txt(revision, window, sentence -> Blanks.oneLine(sentence.span().of(official)));
  }

  static String txt(Revision revision, Window window, Function<Sentence, String> shown) {
    var text = new StringBuilder();
    var speakers = new HashMap<String, Speaker>();
    revision.script().speakers().forEach(it -> speakers.put(it.id(), it));
    for (var turn : revision.script().turns()) {
      if (window.holdsOne(revision.times(), turn.fromWord(), turn.toWord())) {
        text.append(heading(revision, turn, speakers)).append("\n\n");
        for (var paragraph : turn.paragraphs()) {
          text.append(paragraph(revision, window, paragraph, shown));
        }
      }
    }
    return text.toString();
  }

  private static List<SubtitleCue> cues(Revision revision, Window window) {
    if (!revision.timing().fitsSubtitles()) {
      throw new IllegalArgumentException("No subtitles of " + revision.timing().label() + " times");
    }
    var times = window.only(revision.times());
    return CueMaker.make(revision.script(), times, revision.video().frames().frameMs())
        .cues()
        .stream()
        .map(
            it ->
                new SubtitleCue(
                    window.clampedIn(it.inMs()),
                    window.clampedOut(it.outMs()),
                    it.lines(),
                    it.speaker(),
                    it.speakerChanges()))
        .filter(it -> it.inMs() < it.outMs())
        .toList();
  }

  private static String heading(Revision revision, Turn turn, Map<String, Speaker> speakers) {
    var moments = new Moments(revision);
    var at =
        moments
            .spoken(turn.fromWord(), turn.toWord())
            .map(it -> "[%s] ".formatted(clock(moments.inMs(it))))
            .orElse("");
    return (at + turn.speaker().map(speakers::get).map(TranscriptText::named).orElse("")).strip();
  }

  private static String named(Speaker speaker) {
    var named = new StringBuilder(speaker.shown());
    speaker
        .role()
        .filter(it -> speaker.name().isPresent())
        .ifPresent(it -> named.append(", " + it));
    speaker
        .outlet()
        .filter(it -> speaker.name().isPresent() || speaker.role().isPresent())
        .ifPresent(it -> named.append(" (" + it + ")"));
    return Blanks.oneLine(named.toString());
  }

  private static String paragraph(
      Revision revision, Window window, Paragraph paragraph, Function<Sentence, String> shown) {
    var text = revision.script().official().text();
    if (paragraph.kind() != Paragraph.Kind.SPEECH) {
      return window.part().isPresent() ? "" : Blanks.oneLine(paragraph.span().of(text)) + "\n\n";
    }
    var sentences =
        paragraph.sentences().stream()
            .filter(it -> window.holds(revision.times(), it))
            .map(shown)
            .toList();
    return sentences.isEmpty() ? "" : String.join(" ", sentences) + "\n\n";
  }

  private static String clock(int ms) {
    return "%02d:%02d:%02d".formatted(ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60);
  }
}

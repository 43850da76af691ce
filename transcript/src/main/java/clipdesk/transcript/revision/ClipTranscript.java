package clipdesk.transcript.revision;

import clipdesk.transcript.cues.CueMaker;
import clipdesk.transcript.cues.Ellipsis;
import clipdesk.transcript.cues.SubtitleCue;
import clipdesk.transcript.cues.SubtitleWriter;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.ScriptPart;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.text.Blanks;
import clipdesk.transcript.timing.FrameClock;
import clipdesk.transcript.timing.WordTimes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said in a clip: the words whose middle lies in its frames, with its first frame at zero,
 * and nothing of their neighbours. Words keep the numbers that they have in the revision.
 */
public final class ClipTranscript {
  private final String clipId;
  private final Script whole;
  private final WordRange words;
  private final Revision clip;

  private ClipTranscript(String clipId, Script whole, WordRange words, Revision clip) {
    this.clipId = clipId;
    this.whole = whole;
    this.words = words;
    this.clip = clip;
  }

  /**
   * @param in the clip's first frame
   * @param out the frame after its last
   * @throws IllegalArgumentException unless the times fit subtitles
   */
  public static ClipTranscript of(String clipId, Revision revision, long in, long out) {
    if (!revision.timing().fitsSubtitles()) {
      throw new IllegalArgumentException("No subtitles of " + revision.timing().label() + " times");
    }
    var frames = revision.video().frames();
    var words = inside(revision.times(), Window.of(frames.ms(in), frames.ms(out)));
    var video =
        new VideoFacts(
            revision.video().videoId(),
            revision.video().masterVersion(),
            frames.ms(out) - frames.ms(in),
            new FrameClock(frames.num(), frames.den(), out - in));
    var times = moved(revision.times(), frames.ms(in), video.durationMs());
    var clip =
        new Revision(
            video,
            revision.number(),
            revision.aligner(),
            revision.timing(),
            revision.source(),
            revision.biasMs(),
            revision.sharePerMille(),
            ScriptPart.of(revision.script(), words),
            times,
            List.of(),
            RevisionMap.NONE);
    return new ClipTranscript(clipId, revision.script(), words, clip);
  }

  private static WordRange inside(WordTimes times, Window window) {
    var from = 0;
    while (from < times.size() && !window.holds(times, from)) {
      from++;
    }
    var to = times.size();
    while (to > from && !window.holds(times, to - 1)) {
      to--;
    }
    return new WordRange(from, to);
  }

  private static WordTimes moved(WordTimes times, int byMs, int lengthMs) {
    var moved = new WordTimes(times.size());
    for (var word = 0; word < times.size(); word++) {
      if (times.hasTime(word)) {
        var in = Math.clamp(times.in(word) - byMs, 0, lengthMs);
        var out = Math.clamp(times.out(word) - byMs, 0, lengthMs);
        moved.set(word, times.how(word), in, out, times.uncertainty(word));
      } else {
        moved.clear(word, times.how(word));
      }
    }
    return moved;
  }

  public String vtt() {
    var note =
        "clip %s of %s, %s, revision %d, %s"
            .formatted(
                clipId,
                clip.video().videoId(),
                clip.language(),
                clip.number(),
                clip.source().orElseThrow());
    return SubtitleWriter.vtt(cues(), note);
  }

  public String srt() {
    return SubtitleWriter.srt(cues());
  }

  /** As the transcript, with the clip's id. */
  public String json() {
    return TranscriptJson.ofClip(clipId, clip);
  }

  /** The turns, each under who speaks and when. */
  public String txt() {
    var sentences = whole.turns().stream().flatMap(it -> it.sentences().stream()).toList();
    var starts = sentences.stream().map(Sentence::fromWord).collect(Collectors.toSet());
    var ends = sentences.stream().map(Sentence::toWord).collect(Collectors.toSet());
    return TranscriptText.txt(
        clip,
        Window.WHOLE,
        sentence -> {
          var text = Blanks.oneLine(sentence.span().of(whole.official().text()));
          var begun = starts.contains(sentence.fromWord()) ? text : Ellipsis.before(text);
          return ends.contains(sentence.toWord()) ? begun : Ellipsis.behind(begun);
        });
  }

  /** What is said, without who says it. */
  public String words() {
    return ScriptPart.text(clip.script(), words);
  }

  /** Who says most of it, if somebody is named; of several the one who speaks first. */
  public Optional<Speaker> speaker() {
    var best = Optional.<Speaker>empty();
    var most = 0;
    for (var speaker : clip.script().speakers()) {
      var said = wordsOf(speaker);
      if (said > most) {
        most = said;
        best = Optional.of(speaker);
      }
    }
    return best;
  }

  private int wordsOf(Speaker speaker) {
    return clip.script().turns().stream()
        .filter(it -> it.speaker().equals(Optional.of(speaker.id())))
        .mapToInt(it -> it.toWord() - it.fromWord())
        .sum();
  }

  private List<SubtitleCue> cues() {
    var end = clip.video().durationMs();
    return CueMaker.make(whole, clip.times(), words, clip.video().frames().frameMs())
        .cues()
        .stream()
        .map(
            it ->
                new SubtitleCue(
                    Math.min(it.inMs(), end),
                    Math.min(it.outMs(), end),
                    it.lines(),
                    it.speaker(),
                    it.speakerChanges()))
        .filter(it -> it.inMs() < it.outMs())
        .toList();
  }
}

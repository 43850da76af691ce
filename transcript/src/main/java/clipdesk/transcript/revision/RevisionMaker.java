package clipdesk.transcript.revision;

import clipdesk.transcript.align.Agreement;
import clipdesk.transcript.align.Aligner;
import clipdesk.transcript.align.Alignment;
import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.parse.ScriptParser;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.KnownSpeaker;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.timing.Activity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From what is known of a video to its next revision: nothing else goes in, not even the hour. */
public final class RevisionMaker {
  private static final int PER_MILLE = 1_000;

  private RevisionMaker() {}

  /**
   * What goes in.
   *
   * @param catalogue the video's speakers as the catalogue names them
   * @param heard words of the sound of this master, if somebody heard them
   * @param activity of that sound, if it was measured; not used where it contradicts the words
   */
  public record Input(
      VideoFacts video,
      OfficialText text,
      String language,
      List<KnownSpeaker> catalogue,
      List<Edit> edits,
      Optional<Heard> heard,
      Optional<Activity> activity) {
    public Input {
      catalogue = List.copyOf(catalogue);
      edits = List.copyOf(edits);
    }

    /** As if nobody had heard anything. */
    public Input withoutSound() {
      return new Input(video, text, language, catalogue, edits, Optional.empty(), Optional.empty());
    }
  }

  /**
   * What comes of it.
   *
   * @param revision absent if the words are those of another text, and the one before stays
   * @param sharePerMille of the words that were heard in runs, also of the wrong text
   * @param findings of text and times, in the order of lines
   */
  public record Made(
      Script script, Optional<Revision> revision, int sharePerMille, List<Finding> findings) {
    public Made {
      findings = List.copyOf(findings);
    }

    public boolean isMismatch() {
      return revision.isEmpty();
    }
  }

  /**
   * @param before the revision that readers have now
   * @throws clipdesk.transcript.refusals.UnsupportedInputException {@code too-many-words}
   */
  public static Made make(Input input, Optional<Revision> before) {
    var script =
        ScriptParser.parse(input.text(), input.language(), input.catalogue(), input.edits());
    var durationMs = input.video().durationMs();
    var sound = input.heard().flatMap(it -> input.activity().filter(a -> Agreement.holds(it, a)));
    var aligned =
        input
            .heard()
            .map(it -> Aligner.align(script, it, sound, durationMs))
            .orElseGet(() -> Aligner.estimate(script, durationMs));
    var share = (int) Math.round(aligned.share() * PER_MILLE);
    if (aligned.state() == Alignment.State.MISMATCH) {
      return new Made(script, Optional.empty(), share, script.findings());
    }
    var map = before.map(it -> RevisionMap.between(it.script(), script)).orElse(RevisionMap.NONE);
    var revision =
        new Revision(
            input.video(),
            before.map(Revision::number).orElse(0) + 1,
            Aligner.version(sound),
            timing(input.heard()),
            input.heard().map(Heard::source),
            aligned.biasMs(),
            share,
            script,
            aligned.times(),
            aligned.pauses(),
            map);
    var findings = new ArrayList<>(script.findings());
    findings.addAll(TimingFindings.of(revision, input.edits()));
    findings.sort(Comparator.comparingInt(Finding::line));
    return new Made(script, Optional.of(revision), share, findings);
  }

  private static Timing timing(Optional<Heard> heard) {
    return heard
        .map(it -> it.form().hasWordTimes() ? Timing.ALIGNED : Timing.CUES)
        .orElse(Timing.ESTIMATED);
  }
}

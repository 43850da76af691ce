package clipdesk.transcript.revision;

import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.parse.Findings;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.Finding.Code;
import clipdesk.transcript.script.Finding.Done;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.List;
import java.util.Optional;

/** What an editor should see of the times: where text and sound do not go together. */
final class TimingFindings {
  /** Fewer words than this may be missing anywhere: nobody is bothered with them. */
  private static final int LEAST_RUN = 3;

  /** Of the letters of a sentence; with less it is said to be unsure. */
  private static final double LEAST_CERTAIN = 0.5;

  private static final int DOUBTFUL_PER_MILLE = 550;

  /** Nobody speaks faster, so a text that needs more is longer than its sound. */
  private static final int MOST_LETTERS_A_SECOND = 30;

  private final Script script;
  private final WordTimes times;
  private final Findings findings;

  private TimingFindings(Revision revision, List<Edit> edits) {
    this.script = revision.script();
    this.times = revision.times();
    this.findings = new Findings(script.official(), Edit.accepted(edits));
  }

  static List<Finding> of(Revision revision, List<Edit> edits) {
    var found = new TimingFindings(revision, edits);
    if (revision.timing() == Timing.ALIGNED) {
      found.unheard();
      found.unsure(revision.sharePerMille());
    }
    found.tooLong(revision.video().durationMs());
    return found.findings.inOrder(
        found.script.turns().stream().map(it -> found.lineOf(it.sentences().getFirst())).toList());
  }

  private void unheard() {
    var unspoken = script.unspoken();
    for (var word = 0; word < times.size(); ) {
      var from = word;
      while (word < times.size() && times.how(word) == How.U) {
        word++;
      }
      var first = from;
      if (word - from >= LEAST_RUN && unspoken.stream().noneMatch(it -> it.holds(first))) {
        var run = new WordRange(from, word);
        findings.add(Code.UNHEARD_WORDS, lineOf(from), text(run), Optional.empty(), run);
      }
      word = Math.max(word, from + 1);
    }
  }

  private void unsure(int sharePerMille) {
    if (sharePerMille < DOUBTFUL_PER_MILLE) {
      findings.add(Code.UNSURE_WORDS, Done.TAKEN_ALL_THE_SAME, lineOf(0), Optional.empty());
      return;
    }
    for (var turn : script.turns()) {
      for (var sentence : turn.sentences()) {
        if (sentence.toWord() - sentence.fromWord() >= LEAST_RUN && isUnsure(sentence)) {
          // An editor reads the whole line, and says when the first word of the sentence begins.
          var line = lineOf(sentence);
          var words = new WordRange(sentence.fromWord(), sentence.toWord());
          var excerpt = script.official().line(line);
          findings.add(Code.UNSURE_WORDS, line, excerpt, Optional.empty(), words);
        }
      }
    }
  }

  private boolean isUnsure(Sentence sentence) {
    var letters = 0;
    var certain = 0;
    var unspoken = 0;
    for (var word = sentence.fromWord(); word < sentence.toWord(); word++) {
      var length = script.words().get(word).length();
      letters += length;
      certain += times.how(word).isCertain() ? length : 0;
      unspoken += times.how(word) == How.U ? length : 0;
    }
    return unspoken < letters && certain < LEAST_CERTAIN * (letters - unspoken);
  }

  private void tooLong(int durationMs) {
    long letters = script.words().stream().mapToInt(it -> it.length()).sum();
    if (letters * 1_000 > (long) MOST_LETTERS_A_SECOND * durationMs && !script.turns().isEmpty()) {
      findings.add(Code.TEXT_LONGER_THAN_SOUND, lineOf(0), Optional.empty());
    }
  }

  private int lineOf(int word) {
    return findings.lineAt(script.words().get(word).start());
  }

  private int lineOf(Sentence sentence) {
    return findings.lineAt(sentence.span().start());
  }

  private String text(WordRange run) {
    var start = script.words().get(run.from()).start();
    return script.official().text().substring(start, script.words().get(run.to() - 1).end());
  }
}

package clipdesk.transcript.parse;

import clipdesk.transcript.language.Folding;
import clipdesk.transcript.script.Finding.Code;
import clipdesk.transcript.script.Finding.Done;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.text.Span;
import java.util.List;
import java.util.Optional;

/** What an editor should know of the labels, as they were read. */
final class LabelNotes {
  /** Who asks says who asks at once. */
  private static final int WORDS_OF_INTRODUCTION = 12;

  private final OfficialText official;
  private final Findings findings;
  private final Cast cast;

  LabelNotes(OfficialText official, Findings findings, Cast cast) {
    this.official = official;
    this.findings = findings;
    this.cast = cast;
  }

  void note(LabelLines.Decided decided, List<SpokenTurn> turns, List<Span> words) {
    for (var label : decided.labels()) {
      noteTraits(label);
    }
    noteGaps(decided.labels());
    decided
        .doubtful()
        .forEach(it -> findings.add(Code.DOUBTFUL_LABEL, it.line(), Optional.empty()));
    for (var turn : turns) {
      turn.label().ifPresent(label -> noteOtherName(label, turn, words));
    }
  }

  private void noteTraits(LabelLine label) {
    var line = label.line();
    if (label.label().has(Label.Trait.SPACING)) {
      findings.add(Code.LABEL_SPACING, line, Optional.empty());
    }
    if (label.label().has(Label.Trait.TWO_COMMAS)) {
      findings.add(Code.LABEL_TWO_COMMAS, line, label.label().outlet());
    }
    if (label.label().has(Label.Trait.DOUBTFUL_OUTLET)) {
      findings.add(Code.DOUBTFUL_OUTLET, line, label.label().outlet());
    }
    if (label.label().has(Label.Trait.ROLE_BEFORE_NAME)) {
      findings.add(Code.DOUBTFUL_LABEL, Done.READ_AS_LABEL, line, label.label().name());
    }
  }

  /** A blank line is missing where most labels on a line of their own have one. */
  private void noteGaps(List<LabelLine> labels) {
    var own = labels.stream().filter(it -> it.form().isOwnLine()).toList();
    var without = own.stream().filter(it -> !isBeforeBlank(it)).toList();
    if (without.size() * 2 < own.size()) {
      without.forEach(it -> findings.add(Code.LABEL_WITHOUT_GAP, it.line(), Optional.empty()));
    }
  }

  private boolean isBeforeBlank(LabelLine label) {
    var next = label.line() + 1;
    return next >= official.lines().size() || official.lines().get(next).length() == 0;
  }

  /** "Jon Smythe, WXYZ" in the first words of a turn that is labelled "Jon Smyth". */
  private void noteOtherName(LabelLine label, SpokenTurn turn, List<Span> words) {
    var member = cast.of(label);
    if (member.name().isEmpty() || member.outlet().isEmpty()) {
      return;
    }
    var name = member.name().get();
    var size = name.inOrder().size();
    var last = Math.min(turn.toWord(), turn.fromWord() + WORDS_OF_INTRODUCTION) - size;
    for (var from = turn.fromWord(); size > 1 && from <= last; from++) {
      var said =
          new Span(words.get(from).start(), words.get(from + size - 1).end()).of(official.text());
      if (isOtherSpelling(name, said)) {
        member.isAlsoSaid(said);
        findings.add(Code.NAME_SAID_OTHERWISE, label.line(), Optional.of(said));
      }
    }
  }

  private static boolean isOtherSpelling(Name name, String said) {
    var other = Name.of(said);
    return Character.isUpperCase(said.codePointAt(0))
        && !name.isSamePerson(other)
        && name.inOrder().size() == other.inOrder().size()
        && name.isNearly(other)
        && name.inOrder().stream().anyMatch(Folding.phrase(said)::contains);
  }
}

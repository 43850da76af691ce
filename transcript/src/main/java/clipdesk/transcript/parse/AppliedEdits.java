package clipdesk.transcript.parse;

import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.edits.Naming;
import clipdesk.transcript.edits.Op;
import clipdesk.transcript.language.Folding;
import clipdesk.transcript.script.Finding.Code;
import clipdesk.transcript.script.Pin;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Applies what an editor decided to a fresh reading; what finds its place no more is reported. */
final class AppliedEdits {
  /** Whether a label means somebody whom another one names. */
  private static final Set<Code> SETTLED_BY_MERGE =
      Set.of(Code.LABEL_SPELLING, Code.LABEL_SHORTENED, Code.LABEL_SPACING, Code.NAME_ORDER);

  /** What somebody is called. */
  private static final Set<Code> SETTLED_BY_RENAME =
      Set.of(
          Code.NAME_SAID_OTHERWISE,
          Code.DOUBTFUL_LABEL,
          Code.DOUBTFUL_OUTLET,
          Code.LABEL_TWO_COMMAS,
          Code.NAME_ORDER);

  private final OfficialText official;
  private final Findings findings;
  private final Cast cast;
  private final List<Span> words;
  private final Map<SpokenTurn, Member> assigned = new HashMap<>();
  private final TreeMap<Integer, Pin> pins = new TreeMap<>();
  private final TreeSet<Integer> silent = new TreeSet<>();
  private SpokenWords spoken = SpokenWords.NONE;

  AppliedEdits(OfficialText official, Findings findings, Cast cast, List<Span> words) {
    this.official = official;
    this.findings = findings;
    this.cast = cast;
    this.words = words;
  }

  void apply(List<Edit> edits, List<SpokenTurn> turns) {
    if (!edits.isEmpty()) {
      spoken = SpokenWords.of(official.text(), words);
    }
    for (var edit : edits) {
      switch (edit) {
        case Edit.LineIs _, Edit.Accept _ -> {}
        case Edit.Merge it -> {
          if (!Parted.takesBack(it, edits)) {
            merge(it);
          }
        }
        case Edit.Part it -> {
          // Its label was kept apart when the cast was made.
          if (labelled(it.label()).isEmpty()) {
            lost(it.label(), Op.PART);
          }
        }
        case Edit.Rename it -> rename(it);
        case Edit.Assign it -> assign(it, turns);
        case Edit.Spoken it -> speak(it);
        case Edit.PinWord it ->
            spoken
                .find(it.words())
                .ifPresentOrElse(
                    run -> pins.put(run.from(), new Pin(run.from(), it.inMs())),
                    () -> lost(it.words().text(), Op.PIN));
      }
    }
  }

  /** Who is meant where nobody is named: most likely the one with an office who talks most. */
  Optional<Member> suggestion(List<SpokenTurn> turns) {
    var said = new LinkedHashMap<Member, Integer>();
    for (var turn : turns) {
      memberOf(turn)
          .filter(it -> it.role().isPresent())
          .ifPresent(it -> said.merge(it, turn.toWord() - turn.fromWord(), Integer::sum));
    }
    return said.entrySet().stream()
        .reduce((one, two) -> two.getValue() > one.getValue() ? two : one)
        .map(Map.Entry::getKey);
  }

  /** Who speaks in a turn: whom an editor says, else whom the label means. */
  Optional<Member> memberOf(SpokenTurn turn) {
    return Optional.ofNullable(assigned.get(turn)).or(() -> turn.label().map(cast::of));
  }

  List<Pin> pins() {
    return List.copyOf(pins.values());
  }

  List<WordRange> unspoken() {
    var ranges = new ArrayList<WordRange>();
    for (var word : silent) {
      if (!ranges.isEmpty() && ranges.getLast().to() == word) {
        ranges.set(ranges.size() - 1, new WordRange(ranges.getLast().from(), word + 1));
      } else {
        ranges.add(new WordRange(word, word + 1));
      }
    }
    return ranges;
  }

  private void merge(Edit.Merge edit) {
    var one = labelled(edit.label());
    var into = labelled(edit.into());
    if (one.isEmpty() || into.isEmpty()) {
      lost(edit.label(), Op.MERGE);
      return;
    }
    findings.settle(SETTLED_BY_MERGE, one.get().labels(edit.label(), official.text()));
    if (one.get() != into.get()) {
      cast.merge(into.get(), one.get());
    }
  }

  private void rename(Edit.Rename edit) {
    labelled(edit.label())
        .ifPresentOrElse(it -> rename(it, edit.speaker()), () -> lost(edit.label(), Op.RENAME));
  }

  private void rename(Member member, Naming naming) {
    findings.settle(SETTLED_BY_RENAME, member.labels());
    member.rename(naming.name(), naming.role(), naming.outlet());
  }

  private void assign(Edit.Assign edit, List<SpokenTurn> turns) {
    var wanted = SpokenWords.keys(edit.turn().text());
    var turn =
        turns.stream()
            .filter(it -> spoken.standsAt(it.fromWord(), wanted))
            .skip(edit.turn().nth())
            .findFirst();
    turn.ifPresentOrElse(
        it -> assigned.put(it, named(edit.speaker())), () -> lost(edit.turn().text(), Op.ASSIGN));
  }

  private Member named(Naming naming) {
    return labelled(naming.name()).orElseGet(() -> cast.add(naming));
  }

  private void speak(Edit.Spoken edit) {
    var run = spoken.find(edit.words());
    if (run.isEmpty()) {
      lost(edit.words().text(), edit.spoken() ? Op.SPOKEN : Op.NOT_SPOKEN);
      return;
    }
    for (var word = run.get().from(); word < run.get().to(); word++) {
      if (edit.spoken()) {
        silent.remove(word);
      } else {
        silent.add(word);
      }
    }
  }

  private Optional<Member> labelled(String label) {
    var wanted = Folding.phrase(label);
    return cast.members().stream().filter(it -> it.isCalled(wanted, official.text())).findFirst();
  }

  private void lost(String words, Op what) {
    findings.add(Code.EDIT_LOST, 0, words, Optional.of(what.label()));
  }
}

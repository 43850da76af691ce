package clipdesk.transcript.parse;

import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.language.Roles;
import clipdesk.transcript.refusals.UnsupportedInputException;
import clipdesk.transcript.script.Finding.Code;
import clipdesk.transcript.script.KnownSpeaker;
import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.Turn;
import clipdesk.transcript.text.OfficialText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an official text: labels, then who they mean, then what each of them says. */
public final class ScriptParser {
  private final OfficialText official;
  private final Findings findings;
  private final EditedLines told;
  private final Cast cast;

  private ScriptParser(OfficialText official, List<Edit> edits) {
    this.official = official;
    this.findings = new Findings(official, Edit.accepted(edits));
    this.told = EditedLines.of(official, edits, findings);
    this.cast = new Cast(findings);
  }

  /**
   * @param language the text is said to be in, as a primary subtag: {@code en}, {@code fr}, {@code
   *     uk}; others are read by the same rules
   * @param catalogue the video's speakers as the catalogue names them
   * @throws UnsupportedInputException {@code too-many-words}
   */
  public static Script parse(
      OfficialText official, String language, List<KnownSpeaker> catalogue, List<Edit> edits) {
    return new ScriptParser(official, edits).parse(language, catalogue, edits);
  }

  private Script parse(String language, List<KnownSpeaker> catalogue, List<Edit> edits) {
    var roles =
        Roles.with(catalogue.stream().map(KnownSpeaker::role).flatMap(Optional::stream).toList());
    var shapes = new LineShapes(official, new LabelReader(roles));
    var decided = new LabelLines(official, shapes, told.kinds()).decide();
    var parted = Parted.of(edits, decided.labels(), official.text());
    cast.fill(decided.labels(), catalogue, parted);
    var regions = new Regions(official, told.kinds(), language);
    var cut = regions.cut(decided.labels());
    if (regions.isOtherLanguage()) {
      findings.add(Code.OTHER_LANGUAGE, firstLine(), Optional.of(regions.language()));
    }

    var passages = new Passages(official.text());
    var spoken = new ArrayList<SpokenTurn>();
    var unspoken = new ArrayList<Paragraph>(cut.before());
    for (var region : cut.turns()) {
      var paragraphs = region.read(passages);
      if (paragraphs.stream().allMatch(it -> it.sentences().isEmpty())) {
        var label = region.label().orElseThrow();
        findings.add(Code.LABEL_WITHOUT_TEXT, label.line(), Optional.empty());
        unspoken.add(Paragraph.unspoken(Paragraph.Kind.REMARK, label.at()));
        unspoken.addAll(paragraphs);
      } else {
        spoken.add(new SpokenTurn(region.label(), paragraphs));
      }
    }
    unspoken.addAll(cut.after());

    new LabelNotes(official, findings, cast).note(decided, spoken, passages.words());
    var applied = new AppliedEdits(official, findings, cast, passages.words());
    applied.apply(edits, spoken);
    cast.note();
    var speakers = cast.speakers();
    new TextNotes(official, findings, passages.words()).note(spoken);
    var turns = turns(spoken, applied, speakers);
    return new Script(
        official,
        language,
        List.copyOf(speakers.values()),
        turns,
        unspoken,
        passages.words(),
        applied.unspoken(),
        applied.pins(),
        findings.inOrder(spoken.stream().map(this::lineOf).toList()));
  }

  private List<Turn> turns(
      List<SpokenTurn> spoken, AppliedEdits applied, Map<Member, Speaker> speakers) {
    var likely = applied.suggestion(spoken).map(speakers::get);
    var turns = new ArrayList<Turn>();
    for (var turn : spoken) {
      var speaker = applied.memberOf(turn).map(it -> speakers.get(it).id());
      var suggested = likely.filter(_ -> speaker.isEmpty());
      if (speaker.isEmpty()) {
        findings.add(Code.UNLABELLED_TURN, lineOf(turn), suggested.map(Speaker::shown));
      }
      var label = turn.label().map(LabelLine::at);
      turns.add(new Turn(label, speaker, suggested.map(Speaker::id), turn.paragraphs()));
    }
    return turns;
  }

  private int lineOf(SpokenTurn turn) {
    return turn.label()
        .map(LabelLine::line)
        .orElseGet(() -> findings.lineAt(turn.paragraphs().getFirst().span().start()));
  }

  private int firstLine() {
    var line = 0;
    while (official.lines().get(line).length() == 0) {
      line++;
    }
    return line;
  }
}

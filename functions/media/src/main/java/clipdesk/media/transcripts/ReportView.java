package clipdesk.media.transcripts;

import clipdesk.common.json.Json;
import clipdesk.transcript.edits.Anchor;
import clipdesk.transcript.edits.Op;
import clipdesk.transcript.parse.Answers;
import clipdesk.transcript.parse.EditPlaces;
import clipdesk.transcript.revision.Moments;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.RevisionMaker;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.Finding.Code;
import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Turn;
import clipdesk.transcript.timing.How;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was read out of a text and what is doubtful about it, as editors get it. */
final class ReportView {
  private ReportView() {}

  static Map<String, Object> of(EditTranscript.Outcome outcome) {
    var view = new LinkedHashMap<String, Object>();
    view.put("videoId", outcome.key().videoId());
    view.put("language", outcome.key().language());
    view.put("state", outcome.state().progress().label());
    outcome.state().current().ifPresent(it -> view.put("revision", it.number()));
    outcome
        .state()
        .words()
        .ifPresent(it -> view.put("words", Map.of("masterVersion", it.masterVersion())));
    view.put("edits", outcome.state().edits());
    view.put("refused", refused(outcome.state()));
    outcome.made().ifPresent(it -> view.put("report", report(it)));
    return view;
  }

  private static List<Map<String, Object>> refused(TranscriptState state) {
    return new TreeMap<>(state.seen())
        .entrySet().stream()
            .filter(it -> it.getValue().isBad())
            .map(it -> refusal(it.getKey(), it.getValue()))
            .toList();
  }

  private static Map<String, Object> refusal(Brought kind, Seen seen) {
    var view = new LinkedHashMap<String, Object>();
    view.put("kind", kind.label());
    view.put("at", Json.instant(seen.until()));
    view.putAll(seen.refused().orElseThrow().members());
    return view;
  }

  private static Map<String, Object> report(RevisionMaker.Made made) {
    var report = new LinkedHashMap<String, Object>();
    report.put("sharePerMille", made.sharePerMille());
    report.put("counts", counts(made.script(), made.findings()));
    report.put("timing", timing(made));
    var places = new EditPlaces(made.script());
    report.put("findings", made.findings().stream().map(it -> finding(it, places, made)).toList());
    return report;
  }

  private static Map<String, Object> counts(Script script, List<Finding> findings) {
    var counts = new LinkedHashMap<String, Object>();
    var turns = script.turns();
    counts.put("turns", turns.size());
    counts.put("labels", turns.stream().filter(Turn::isLabelled).count());
    counts.put("speakers", script.speakers().size());
    counts.put(
        "outlets",
        script.speakers().stream().flatMap(it -> it.outlet().stream()).distinct().count());
    counts.put("words", script.words().size());
    counts.put(
        "notes",
        turns.stream()
            .flatMap(it -> it.paragraphs().stream())
            .mapToInt(it -> it.notes().size())
            .sum());
    counts.put("unlabelled", turns.stream().filter(it -> !it.isLabelled()).count());
    counts.put(
        "doubtful",
        findings.stream()
            .filter(it -> it.code() == Code.DOUBTFUL_LABEL || it.code() == Code.DOUBTFUL_OUTLET)
            .count());
    counts.put(
        "matter",
        script.matter().stream().filter(it -> it.kind() != Paragraph.Kind.REMARK).count());
    return counts;
  }

  private static Map<String, Object> timing(RevisionMaker.Made made) {
    var counts = new int[How.values().length];
    made.revision()
        .ifPresent(
            revision -> {
              for (var word = 0; word < revision.times().size(); word++) {
                counts[revision.times().how(word).ordinal()]++;
              }
            });
    var timing = new LinkedHashMap<String, Object>();
    timing.put("heard", counts[How.A.ordinal()]);
    timing.put("changed", counts[How.F.ordinal()]);
    timing.put("placed", counts[How.I.ordinal()]);
    timing.put("unheard", counts[How.U.ordinal()]);
    timing.put("pinned", counts[How.P.ordinal()]);
    timing.put("estimated", counts[How.E.ordinal()]);
    timing.put("untimed", counts[How.N.ordinal()]);
    return timing;
  }

  private static Map<String, Object> finding(
      Finding finding, EditPlaces places, RevisionMaker.Made made) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", finding.id());
    view.put("code", finding.code().code());
    view.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    view.put("done", finding.done().label());
    view.put("could", Answers.to(finding).stream().map(Op::label).toList());
    view.put("line", finding.line());
    finding.turn().ifPresent(it -> view.put("turn", it));
    view.put("excerpt", finding.excerpt());
    finding.suggestion().ifPresent(it -> view.put("suggestion", it));
    view.put("names", names(places.of(finding)));
    made.revision().flatMap(it -> at(finding, places, it)).ifPresent(it -> view.put("at", it));
    return view;
  }

  /** A correction that is lost is about no place. */
  private static Optional<Map<String, Object>> at(
      Finding finding, EditPlaces places, Revision revision) {
    if (finding.code() == Code.EDIT_LOST) {
      return Optional.empty();
    }
    var ms = new Moments(revision).listenFromMs(places.spoken(finding));
    return ms.stream().boxed().findFirst().map(it -> moment(revision, it));
  }

  private static Map<String, Object> moment(Revision revision, int ms) {
    return Map.of("ms", ms, "frame", revision.video().frames().shownAt(ms));
  }

  private static Map<String, Object> names(EditPlaces.Names names) {
    var view = new LinkedHashMap<String, Object>();
    names.turn().ifPresent(it -> view.put("turn", anchor(it)));
    names.line().ifPresent(it -> view.put("line", anchor(it)));
    names.words().ifPresent(it -> view.put("words", anchor(it)));
    names.label().ifPresent(it -> view.put("label", it));
    return view;
  }

  private static Map<String, Object> anchor(Anchor it) {
    return Map.of("text", it.text(), "nth", it.nth());
  }
}

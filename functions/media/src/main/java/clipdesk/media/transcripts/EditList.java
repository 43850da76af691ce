package clipdesk.media.transcripts;

import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.transcript.edits.Anchor;
import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.edits.LineKind;
import clipdesk.transcript.edits.Naming;
import clipdesk.transcript.edits.Op;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Corrections as editors send them. */
final class EditList {
  private static final int MAX_ANCHOR = 1_000;
  private static final int MAX_NAME = 200;
  private static final int MAX_NTH = 60_000;
  private static final int MAX_MS = 360_000_000;
  private static final Naming NOBODY = new Naming("?", Optional.empty(), Optional.empty());

  private EditList() {}

  /**
   * @param body {@code {"edits": […]}}, which it may be that of a state
   * @throws clipdesk.common.problem.ProblemException if a rule is broken
   */
  static List<Edit> read(RequestBody body) {
    var edits =
        body.optionalObjects("edits", Edit.MOST).stream()
            .map(EditList::edit)
            .flatMap(Optional::stream)
            .toList();
    body.finish();
    return edits;
  }

  /** The corrections as they were sent, once they are read. */
  @SuppressWarnings("unchecked") // JSON objects have text as keys
  static List<Map<String, Object>> members(String body) {
    return Json.object(body).get("edits") instanceof List<?> edits
        ? edits.stream().map(it -> (Map<String, Object>) it).toList()
        : List.of();
  }

  static List<Edit> read(List<Map<String, Object>> edits) {
    return read(RequestBody.parse(Json.text(Map.of("edits", edits))));
  }

  private static Optional<Edit> edit(RequestBody edit) {
    var op = Op.of(edit.text("op", 1, MAX_NAME));
    if (op.isEmpty() && !edit.refused("op")) {
      edit.refuse("op", "unknown-value", "Must be one of the corrections there are");
    }
    return op.map(it -> edit(it, edit));
  }

  private static Edit edit(Op op, RequestBody edit) {
    return switch (op) {
      case ASSIGN -> new Edit.Assign(anchor(edit, "turn"), naming(edit));
      case RENAME -> new Edit.Rename(edit.text("label", 1, MAX_NAME), naming(edit));
      case MERGE -> new Edit.Merge(edit.text("label", 1, MAX_NAME), edit.text("into", 1, MAX_NAME));
      case PART -> new Edit.Part(edit.text("label", 1, MAX_NAME));
      case LABEL -> new Edit.LineIs(anchor(edit, "line"), kind(edit));
      case NOT_SPOKEN, SPOKEN -> new Edit.Spoken(anchor(edit, "words"), op == Op.SPOKEN);
      case PIN -> new Edit.PinWord(anchor(edit, "words"), ms(edit));
      case ACCEPT -> new Edit.Accept(edit.text("finding", 1, MAX_NAME));
    };
  }

  private static Anchor anchor(RequestBody edit, String name) {
    var anchor = edit.object(name);
    var text = anchor.lines("text", 1, MAX_ANCHOR);
    var nth = (int) anchor.number("nth", 0, MAX_NTH).orElse(0);
    // One that was refused stands for none: nobody comes to use it.
    return new Anchor(text.isBlank() ? "?" : text, nth);
  }

  private static Naming naming(RequestBody edit) {
    var speaker = edit.object("speaker");
    var name = speaker.text("name", 1, MAX_NAME);
    var role = speaker.optionalText("role", 1, MAX_NAME);
    var outlet = speaker.optionalText("outlet", 1, MAX_NAME);
    return name.isEmpty() ? NOBODY : new Naming(name, role, outlet);
  }

  private static LineKind kind(RequestBody edit) {
    var kind = edit.text("kind", 1, MAX_NAME);
    return Stream.of(LineKind.values())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(kind))
        .findFirst()
        .orElseGet(
            () -> {
              if (!edit.refused("kind")) {
                edit.refuse("kind", "unknown-value", "Must be label, text, remark or matter");
              }
              return LineKind.TEXT;
            });
  }

  private static int ms(RequestBody edit) {
    var ms = edit.number("inMs", 0, MAX_MS);
    if (ms.isEmpty() && !edit.refused("inMs")) {
      edit.refuse("inMs", "missing", "Must be there");
    }
    return (int) ms.orElse(0);
  }
}

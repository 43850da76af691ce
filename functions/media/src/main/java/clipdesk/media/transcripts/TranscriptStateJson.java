package clipdesk.media.transcripts;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import clipdesk.media.transcripts.TranscriptState.Kept;
import clipdesk.media.transcripts.TranscriptState.Progress;
import clipdesk.media.transcripts.TranscriptState.Words;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** {@code state.json}. */
final class TranscriptStateJson {
  private TranscriptStateJson() {}

  static String write(TranscriptState state) {
    var members = new LinkedHashMap<String, Object>();
    members.put("schema", 1);
    members.put("version", state.version());
    members.put("progress", state.progress().label());
    state.text().ifPresent(it -> members.put("text", it));
    state
        .words()
        .ifPresent(
            it ->
                members.put(
                    "words",
                    Map.of(
                        "name", it.name(),
                        "masterVersion", it.masterVersion(),
                        "source", it.source())));
    members.put("edits", state.edits());
    members.put(
        "revisions",
        state.revisions().stream()
            .map(it -> Map.<String, Object>of("number", it.number(), "name", it.name()))
            .toList());
    members.put("last", state.last());
    var looked = new LinkedHashMap<String, Object>();
    new TreeMap<>(state.seen()).forEach((kind, it) -> looked.put(kind.label(), it.members()));
    members.put("seen", looked);
    state.laidOn().ifPresent(it -> members.put("laidOn", it));
    return Json.text(members);
  }

  /**
   * @throws UnreadableException if it is none
   */
  static TranscriptState read(String text) {
    var members = Members.read(text);
    members.requireVersion("schema", 1);
    return new TranscriptState(
        members.number("version", 1),
        members.text("progress", Progress::of),
        members.optionalText("text"),
        members
            .optionalObject("words")
            .map(
                it ->
                    new Words(
                        it.filledText("name"),
                        it.filledText("masterVersion"),
                        it.optionalText("source").orElse(Words.UPLOAD))),
        members.objects("edits").stream().map(Members::all).toList(),
        members.objects("revisions").stream()
            .map(it -> new Kept((int) it.number("number", 1), it.filledText("name")))
            .toList(),
        (int) members.number("last", 0),
        members.optionalObject("seen").map(TranscriptStateJson::seen).orElse(Map.of()),
        members.optionalText("laidOn"));
  }

  private static Map<Brought, Seen> seen(Members members) {
    var seen = new EnumMap<Brought, Seen>(Brought.class);
    for (var kind : Brought.values()) {
      members.optionalObject(kind.label()).ifPresent(it -> seen.put(kind, Seen.of(it)));
    }
    return seen;
  }
}

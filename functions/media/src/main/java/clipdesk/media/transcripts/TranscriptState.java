package clipdesk.media.transcripts;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What counts of a transcript: the inputs of now, and the revisions that were made of them.
 *
 * @param version of this state, from 1; editors name it in {@code If-Match}
 * @param text names the official text, as it was uploaded
 * @param words what was heard, if somebody brought it
 * @param edits corrections, as they were sent
 * @param revisions from the first to the one that readers have; names of what is kept
 * @param last number of the last revision that ever was: none is given twice
 * @param seen how far what was brought has been looked at, by its kind
 */
public record TranscriptState(
    long version,
    Progress progress,
    Optional<String> text,
    Optional<Words> words,
    List<Map<String, Object>> edits,
    List<Kept> revisions,
    int last,
    Map<Brought, Seen> seen) {
  /** Where it stands. */
  public enum Progress {
    /** There is no text: never, or not any more. */
    WAITING_TEXT("waiting-text"),
    TEXT_ONLY("text-only"),
    ALIGNED("aligned"),
    /** The words are those of another text: the revision before stays. */
    MISMATCH("mismatch");

    private final String label;

    Progress(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    private static Optional<Progress> of(String label) {
      for (var progress : values()) {
        if (progress.label.equals(label)) {
          return Optional.of(progress);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Words that were heard.
   *
   * @param name of what is kept
   * @param masterVersion whose sound they are of
   */
  public record Words(String name, String masterVersion) {}

  /** A revision and the name of what is kept of it. */
  public record Kept(int number, String name) {}

  static final TranscriptState NONE =
      new TranscriptState(
          0,
          Progress.WAITING_TEXT,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          0,
          Map.of());

  public TranscriptState {
    requireNonNull(progress);
    requireNonNull(text);
    requireNonNull(words);
    edits = List.copyOf(edits);
    revisions = List.copyOf(revisions);
    seen = Map.copyOf(seen);
  }

  /** Whether there is anything of it to be told of. */
  boolean exists() {
    return text.isPresent() || words.isPresent() || seen.values().stream().anyMatch(Seen::isBad);
  }

  public Optional<Kept> current() {
    return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getLast());
  }

  Optional<Kept> revision(int number) {
    return revisions.stream().filter(it -> it.number() == number).findFirst();
  }

  /** Whether a revision of this name still counts. */
  public boolean names(String revision) {
    return revisions.stream().anyMatch(it -> it.name().equals(revision));
  }

  /** With a text instead, before anything was made of it. */
  TranscriptState withText(String name, Seen now) {
    return next(Optional.of(name), words, edits, with(Brought.TEXT, now));
  }

  /** With words instead. */
  TranscriptState withWords(Words heard, Seen now) {
    return next(text, Optional.of(heard), edits, with(Brought.WORDS, now));
  }

  /** With all corrections instead. */
  TranscriptState withEdits(List<Map<String, Object>> corrections) {
    return next(text, words, corrections, seen);
  }

  /** With nothing new but that something was looked at and could not be taken. */
  TranscriptState withRefused(Brought kind, Seen now) {
    return next(text, words, edits, with(kind, now));
  }

  /** As it is, by the same number, if only how far was looked is another. */
  TranscriptState seenAs(TranscriptState other) {
    return new TranscriptState(version, progress, text, words, edits, revisions, last, other.seen);
  }

  private TranscriptState next(
      Optional<String> newText,
      Optional<Words> newWords,
      List<Map<String, Object>> newEdits,
      Map<Brought, Seen> newSeen) {
    return new TranscriptState(
        version + 1, progress, newText, newWords, newEdits, revisions, last, newSeen);
  }

  private Map<Brought, Seen> with(Brought kind, Seen now) {
    var all = new EnumMap<Brought, Seen>(Brought.class);
    all.putAll(seen);
    all.put(kind, now);
    return all;
  }

  /** Whether the inputs are the same. */
  boolean sameInputs(TranscriptState other) {
    return text.equals(other.text) && words.equals(other.words) && edits.equals(other.edits);
  }

  /** With the revision that came of it. */
  TranscriptState made(Progress now, Kept revision) {
    var all = new ArrayList<>(revisions);
    all.add(revision);
    return new TranscriptState(version, now, text, words, edits, all, revision.number(), seen);
  }

  /** With nothing new for readers. */
  TranscriptState without(Progress now) {
    return new TranscriptState(version, now, text, words, edits, revisions, last, seen);
  }

  /** With nothing at all any more; files from before stay looked at. */
  TranscriptState deleted(Seen now) {
    return new TranscriptState(
        version + 1,
        Progress.WAITING_TEXT,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        last,
        Map.of(Brought.TEXT, now, Brought.WORDS, now));
  }

  String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("schema", 1);
    members.put("version", version);
    members.put("progress", progress.label());
    text.ifPresent(it -> members.put("text", it));
    words.ifPresent(
        it -> members.put("words", Map.of("name", it.name(), "masterVersion", it.masterVersion())));
    members.put("edits", edits);
    members.put(
        "revisions",
        revisions.stream()
            .map(it -> Map.<String, Object>of("number", it.number(), "name", it.name()))
            .toList());
    members.put("last", last);
    var looked = new LinkedHashMap<String, Object>();
    new TreeMap<>(seen).forEach((kind, it) -> looked.put(kind.label(), it.members()));
    members.put("seen", looked);
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
            .map(it -> new Words(it.filledText("name"), it.filledText("masterVersion"))),
        members.objects("edits").stream().map(Members::all).toList(),
        members.objects("revisions").stream()
            .map(it -> new Kept((int) it.number("number", 1), it.filledText("name")))
            .toList(),
        (int) members.number("last", 0),
        members.optionalObject("seen").map(TranscriptState::seen).orElse(Map.of()));
  }

  private static Map<Brought, Seen> seen(Members members) {
    var seen = new EnumMap<Brought, Seen>(Brought.class);
    for (var kind : Brought.values()) {
      members.optionalObject(kind.label()).ifPresent(it -> seen.put(kind, Seen.of(it)));
    }
    return seen;
  }
}

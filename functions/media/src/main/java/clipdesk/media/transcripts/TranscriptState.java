package clipdesk.media.transcripts;

import static java.util.Objects.requireNonNull;

import clipdesk.contracts.catalogue.Video;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param laidOn the {@link Ground#mark} of what these inputs were laid on last, whatever came of
 *     it; states that were written before this was noted do not say it
 */
public record TranscriptState(
    long version,
    Progress progress,
    Optional<String> text,
    Optional<Words> words,
    List<Map<String, Object>> edits,
    List<Kept> revisions,
    int last,
    Map<Brought, Seen> seen,
    Optional<String> laidOn) {
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

    static Optional<Progress> of(String label) {
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
   * @param source what heard them, as readers are told
   */
  public record Words(String name, String masterVersion, String source) {
    static final String UPLOAD = "upload";
    static final String MASTER = "master";

    /** Whether they stand inside the master as texts: nobody said that they are of this text. */
    boolean areOfMaster() {
      return source.equals(MASTER);
    }
  }

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
          Map.of(),
          Optional.empty());

  public TranscriptState {
    requireNonNull(progress);
    requireNonNull(text);
    requireNonNull(words);
    edits = List.copyOf(edits);
    revisions = List.copyOf(revisions);
    seen = Map.copyOf(seen);
    requireNonNull(laidOn);
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

  /** The revision of this name, if it still counts. */
  public Optional<Kept> named(String revision) {
    return revisions.stream().filter(it -> it.name().equals(revision)).findFirst();
  }

  /** With a text instead, before anything was made of it. */
  TranscriptState withText(String name, Seen now) {
    return next(Optional.of(name), words, edits, with(Brought.TEXT, now));
  }

  /** With words instead, of this kind. */
  TranscriptState withWords(Words heard, Brought kind, Seen now) {
    return next(text, Optional.of(heard), edits, with(kind, now));
  }

  /** With all corrections instead. */
  TranscriptState withEdits(List<Map<String, Object>> corrections) {
    return next(text, words, corrections, seen);
  }

  /** With nothing new but that something was looked at and could not be taken. */
  TranscriptState withRefused(Brought kind, Seen now) {
    return next(text, words, edits, with(kind, now));
  }

  /** Whether there are words of a video's master, whoever brought them. */
  boolean hasWords(Video video) {
    return words.filter(it -> it.masterVersion().equals(video.masterVersion())).isPresent();
  }

  /** Whether nobody brought words of a video's master, and none that were asked for failed. */
  boolean lacksWords(Video video) {
    var failed = Optional.ofNullable(seen.get(Brought.RECOGNITION)).filter(Seen::isBad);
    return !(hasWords(video) && words.filter(Words::areOfMaster).isEmpty())
        && failed.filter(it -> it.version().equals(Optional.of(video.masterVersion()))).isEmpty();
  }

  /** As if something of this kind had never been looked at. */
  TranscriptState forgetting(Brought kind) {
    var left = new EnumMap<Brought, Seen>(Brought.class);
    left.putAll(seen);
    left.remove(kind);
    return next(text, words, edits, left);
  }

  /** Laid on what has this mark. */
  TranscriptState laidOn(Optional<String> mark) {
    return new TranscriptState(version, progress, text, words, edits, revisions, last, seen, mark);
  }

  /** As it is, by the same number, if only what was looked at is another. */
  TranscriptState lookedAtAs(TranscriptState other) {
    return new TranscriptState(
        version, progress, text, words, edits, revisions, last, other.seen, other.laidOn);
  }

  private TranscriptState next(
      Optional<String> newText,
      Optional<Words> newWords,
      List<Map<String, Object>> newEdits,
      Map<Brought, Seen> newSeen) {
    return new TranscriptState(
        version + 1, progress, newText, newWords, newEdits, revisions, last, newSeen, laidOn);
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
    return new TranscriptState(
        version, now, text, words, edits, all, revision.number(), seen, laidOn);
  }

  /** With nothing new for readers. */
  TranscriptState without(Progress now) {
    return new TranscriptState(version, now, text, words, edits, revisions, last, seen, laidOn);
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
        Map.of(Brought.TEXT, now, Brought.WORDS, now, Brought.TRACK, now),
        Optional.empty());
  }

  String json() {
    return TranscriptStateJson.write(this);
  }

  /**
   * @throws clipdesk.common.json.UnreadableException if it is none
   */
  static TranscriptState read(String text) {
    return TranscriptStateJson.read(text);
  }
}

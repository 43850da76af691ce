package clipdesk.newsletters.imports;

import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A list that an editor brings.
 *
 * @param version goes up with every change of the state and is the entity tag
 * @param revision goes up with every change at all
 * @param file which version of the upload it is about
 * @param checked how far the dry run is, and what it found
 * @param applied how far it is done
 * @param judged where {@code applied} will be after the page that is being done
 * @param problems the first of them
 */
public record SubscriberImport(
    String id,
    Wish wish,
    State state,
    long version,
    long revision,
    Instant createdAt,
    Optional<String> file,
    Progress checked,
    Progress applied,
    Optional<Progress> judged,
    Optional<Refusal> refusal,
    List<Problem> problems) {
  /** Lines that do nothing, of which an editor is told. */
  static final int MOST_PROBLEMS = 1000;

  public SubscriberImport {
    problems = List.copyOf(problems);
  }

  static SubscriberImport begun(String id, Wish wish, Instant now) {
    return new SubscriberImport(
        id,
        wish,
        State.WAITING,
        /* version= */ 1,
        /* revision= */ 1,
        now,
        Optional.empty(),
        Progress.NONE,
        Progress.NONE,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  boolean is(State other) {
    return state == other;
  }

  /** Whether a file that is put now is looked at. */
  boolean takesFiles() {
    return !is(State.APPLYING) && !is(State.APPLIED);
  }

  /** A file was put: the dry run begins anew. */
  SubscriberImport checking(String put) {
    return new SubscriberImport(
        id,
        wish,
        State.CHECKING,
        version + 1,
        revision + 1,
        createdAt,
        Optional.of(put),
        Progress.NONE,
        Progress.NONE,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** A page more was looked at. */
  SubscriberImport checked(List<Judged> page) {
    var told = page.stream().filter(it -> it.verdict().told()).map(Judged::problem);
    var all = Stream.concat(problems.stream(), told).limit(MOST_PROBLEMS).toList();
    return with(state, version, checked.plus(page), applied, Optional.empty(), refusal, all);
  }

  SubscriberImport refused(Refusal why) {
    return with(
        State.REFUSED, version + 1, checked, applied, Optional.empty(), Optional.of(why), problems);
  }

  SubscriberImport in(State next) {
    return with(next, version + 1, checked, applied, judged, refusal, problems);
  }

  /** A page is about to be done, which will come to this. */
  SubscriberImport doing(List<Judged> page) {
    return with(
        state, version, checked, applied, Optional.of(applied.plus(page)), refusal, problems);
  }

  /** The page is done. */
  SubscriberImport done() {
    return with(
        state, version, checked, judged.orElse(applied), Optional.empty(), refusal, problems);
  }

  private SubscriberImport with(
      State to,
      long tag,
      Progress seen,
      Progress did,
      Optional<Progress> doing,
      Optional<Refusal> why,
      List<Problem> found) {
    return new SubscriberImport(
        id, wish, to, tag, revision + 1, createdAt, file, seen, did, doing, why, found);
  }

  /**
   * What an editor asks for.
   *
   * @param topics of lines that name none
   * @param language of lines that name none
   * @param ask whether people without proof of consent are asked by mail
   * @param by the editor's account
   * @param bodyHash of the request: the same key with another one is a mistake
   */
  public record Wish(
      List<String> topics, Language language, boolean ask, String by, String bodyHash) {
    public Wish {
      topics = List.copyOf(topics);
    }
  }

  /** Why a file is refused as a whole, and where. */
  public record Refusal(String code, long line) {}

  /**
   * A line that does nothing; it names nobody.
   *
   * @param column whose cell it is; empty of the line as a whole
   * @param code why, for programs
   */
  public record Problem(long line, Verdict verdict, String column, String code) {}

  /** From waiting on; a file that is put once more is checked once more, until it is applied. */
  public enum State {
    WAITING,
    CHECKING,
    CHECKED,
    REFUSED,
    APPLYING,
    APPLIED;

    /** As it is written. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<State> of(String text) {
      return List.of(values()).stream().filter(it -> it.text().equals(text)).findFirst();
    }
  }
}

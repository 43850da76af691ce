package clipdesk.newsletters.exports;

import clipdesk.newsletters.subscriptions.Subscriber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A list that an editor asked for.
 *
 * @param revision goes up with every change
 * @param upload what the file is written under until it is complete
 * @param parts of the file that are written, in order
 * @param place where the next part begins
 * @param lines of people that are written
 */
public record SubscriberExport(
    String id,
    String topic,
    String by,
    Instant createdAt,
    State state,
    long revision,
    Optional<String> upload,
    List<String> parts,
    Place place,
    long lines) {
  public SubscriberExport {
    parts = List.copyOf(parts);
  }

  static SubscriberExport begun(String id, String topic, String by, Instant now) {
    return new SubscriberExport(
        id,
        topic,
        by,
        now,
        State.RUNNING,
        /* revision= */ 1,
        Optional.empty(),
        List.of(),
        Place.FIRST,
        /* lines= */ 0);
  }

  boolean is(State other) {
    return state == other;
  }

  SubscriberExport under(String name) {
    return with(state, Optional.of(name), parts, place, lines);
  }

  /** A part more, up to there. */
  SubscriberExport written(String part, Place next, long more) {
    var all = new ArrayList<>(parts);
    all.add(part);
    return with(state, upload, all, next, lines + more);
  }

  SubscriberExport in(State next) {
    return with(next, upload, parts, place, lines);
  }

  private SubscriberExport with(
      State to, Optional<String> name, List<String> written, Place next, long count) {
    return new SubscriberExport(
        id, topic, by, createdAt, to, revision + 1, name, written, next, count);
  }

  /** How far it is. */
  public enum State {
    RUNNING,
    DONE,
    /** Nothing went on for so long that what was written is gone. */
    FAILED;

    /** As it is written. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<State> of(String text) {
      return List.of(values()).stream().filter(it -> it.text().equals(text)).findFirst();
    }
  }

  /**
   * Somewhere on a roll.
   *
   * @param bucket empty behind the last one
   * @param after the last that was written of it
   */
  public record Place(Optional<String> bucket, Optional<String> after) {
    static final Place FIRST =
        new Place(Optional.of(Subscriber.buckets().getFirst()), Optional.empty());

    Place next(Optional<String> last) {
      return last.isPresent()
          ? new Place(bucket, last)
          : new Place(bucket.flatMap(Subscriber::bucketAfter), Optional.empty());
    }

    boolean end() {
      return bucket.isEmpty();
    }
  }
}

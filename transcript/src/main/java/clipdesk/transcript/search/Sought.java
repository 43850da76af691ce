package clipdesk.transcript.search;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What passages are looked for.
 *
 * @param speaker all words of it stand in one's name, role or id
 * @param outlet all words of it stand in that of the speaker
 * @param from first date
 * @param to last date
 */
public record Sought(
    Asked asked,
    Optional<String> language,
    Optional<String> speaker,
    Optional<String> outlet,
    Optional<String> event,
    Optional<String> videoId,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Order order) {
  /** Which passages come first. */
  public enum Order {
    NEWEST,
    BEST
  }

  /** All that answers, newest first. */
  public static Sought of(Asked asked) {
    var any = Optional.<String>empty();
    return new Sought(
        asked, any, any, any, any, any, Optional.empty(), Optional.empty(), Order.NEWEST);
  }

  /** A passage that was found, and the name of the revision it is of. */
  public record Found(Place place, String revisionName) {}

  /**
   * From where on, how many, and of what not.
   *
   * @param after the last of the page before
   */
  public record Page(Optional<Place> after, int limit, Set<Closed> without) {
    public Page {
      without = Set.copyOf(without);
    }
  }

  /**
   * What is not looked into.
   *
   * @param language the transcript of the video in this one, all of them if absent
   */
  public record Closed(String videoId, Optional<String> language) {}
}

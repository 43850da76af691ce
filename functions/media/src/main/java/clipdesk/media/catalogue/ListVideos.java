package clipdesk.media.catalogue;

import clipdesk.common.paging.Cursors;
import clipdesk.contracts.catalogue.Video;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of the catalogue, newest first. */
@Singleton
final class ListVideos {
  /** How long a public answer may be kept, unless an embargo ends before. */
  static final Duration MAX_AGE = Duration.ofSeconds(60);

  private final Videos videos;
  private final Cursors cursors;
  private final InstantSource clock;

  ListVideos(Videos videos, Cursors cursors, InstantSource clock) {
    this.videos = videos;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** A video and what it is at the instant of the answer. */
  record Listed(Video video, Release release) {}

  /**
   * @param nextCursor empty at the end of the list
   * @param goodFor until an embargo ends, a minute at most
   */
  record Listing(List<Listed> videos, Optional<String> nextCursor, Duration goodFor) {}

  /**
   * What everybody may see. A page may have fewer videos than asked for and still not be the last.
   *
   * @param cursor as {@link Listing#nextCursor} gave it, for the same filter
   */
  Listing announced(Videos.Filter filter, int limit, Optional<String> cursor) {
    var all = list("/v1/videos", filter, limit, cursor);
    var announced = all.videos().stream().filter(listed -> listed.release().announced()).toList();
    return new Listing(announced, all.nextCursor(), all.goodFor());
  }

  /** Every video in any state, for editors. */
  Listing all(int limit, Optional<String> cursor) {
    return list("/v1/editor/videos", Videos.Filter.NONE, limit, cursor);
  }

  private Listing list(String path, Videos.Filter filter, int limit, Optional<String> cursor) {
    var scope = path + "?" + filter;
    var now = clock.instant();
    var after = cursor.map(it -> cursors.decode(scope, it)).orElse(Map.of());
    var page = videos.list(filter, limit, after);
    return new Listing(
        page.videos().stream().map(it -> new Listed(it, Release.of(it, now))).toList(),
        page.lastKey().isEmpty()
            ? Optional.empty()
            : Optional.of(cursors.encode(scope, page.lastKey())),
        page.videos().stream()
            .map(it -> goodFor(it, now))
            .min(Duration::compareTo)
            .orElse(MAX_AGE));
  }

  /** How long an answer about a video stays true, in so far as a clock can tell. */
  static Duration goodFor(Video video, Instant now) {
    return video
        .description()
        .restrictions()
        .embargoEnd()
        .filter(now::isBefore)
        .map(until -> Duration.between(now, until))
        .filter(left -> left.compareTo(MAX_AGE) < 0)
        .orElse(MAX_AGE);
  }
}

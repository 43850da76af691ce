package clipdesk.media.catalogue;

import clipdesk.contracts.catalogue.Video;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The programme: what the newest videos that everybody may know of were recorded at. */
@Singleton
final class ListEvents {
  private static final int MAX_EVENTS = 50;
  private static final int MAX_VIDEOS = 500;

  private final Videos videos;
  private final InstantSource clock;

  ListEvents(Videos videos, InstantSource clock) {
    this.videos = videos;
    this.clock = clock;
  }

  /**
   * @param newest the video whose words for the event and its place are told
   * @param from day of its first video among those looked at
   * @param to day of its last
   */
  record Event(Video newest, LocalDate from, LocalDate to) {
    private Event since(Video older) {
      return new Event(newest, older.description().date(), to);
    }
  }

  /**
   * @param events by their last day, the newest first
   * @param goodFor until an embargo ends, a minute at most
   */
  record Programme(List<Event> events, Duration goodFor) {}

  /** At most fifty events of the newest five hundred videos. */
  Programme programme() {
    var now = clock.instant();
    var events = new LinkedHashMap<String, Event>();
    var goodFor = ListVideos.MAX_AGE;
    int announced = 0;
    Map<String, String> after = Map.of();
    do {
      var page = videos.list(Videos.Filter.NONE, MAX_VIDEOS, after);
      for (var video : page.videos()) {
        // What nobody may know of yet makes the answer another one when its embargo ends.
        goodFor = min(goodFor, ListVideos.goodFor(video, now));
        if (announced < MAX_VIDEOS && Release.of(video, now).announced()) {
          announced++;
          var date = video.description().date();
          events.merge(
              video.description().event().id(),
              new Event(video, date, date),
              (known, older) -> known.since(older.newest()));
        }
      }
      after = page.lastKey();
    } while (announced < MAX_VIDEOS && !after.isEmpty());
    return new Programme(events.values().stream().limit(MAX_EVENTS).toList(), goodFor);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

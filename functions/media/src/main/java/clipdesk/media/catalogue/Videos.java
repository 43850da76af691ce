package clipdesk.media.catalogue;

import clipdesk.contracts.catalogue.Video;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue's rows. */
public interface Videos {
  /** Empty also for a video whose row cannot be read. */
  Optional<Video> find(String videoId);

  /**
   * Newest first, without rows that cannot be read; {@code after} is the last key of the page
   * before.
   */
  Page list(Filter filter, int limit, Map<String, String> after);

  /**
   * @param event only this event's videos
   * @param from first date
   * @param to last date
   */
  record Filter(Optional<String> event, Optional<LocalDate> from, Optional<LocalDate> to) {
    public static final Filter NONE =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Videos and where the page ended; an empty key is the end of the list. */
  record Page(List<Video> videos, Map<String, String> lastKey) {}
}

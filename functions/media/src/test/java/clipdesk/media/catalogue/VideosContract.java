package clipdesk.media.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.VideoRows.LostLeaseException;
import clipdesk.media.catalogue.Videos.Filter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every catalogue does, read and written. */
abstract class VideosContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final Instant UNTIL = NOW.plusSeconds(10);

  private final String event = "event-" + UUID.randomUUID();

  abstract Videos videos();

  abstract VideoRows rows();

  @Test
  void aVideoComesBackAsItWasPut() {
    var video = put("2026-01-01");
    assertThat(videos().find(video.videoId())).contains(video);
    assertThat(videos().find("another")).isEmpty();
  }

  @Test
  void aListIsNewestFirstAndPaged() {
    var oldest = put("2026-01-01");
    var newest = put("2026-03-01");
    var middle = put("2026-02-01");
    var first = videos().list(filter(null, null), 2, Map.of());
    assertThat(first.videos()).containsExactly(newest, middle);
    assertThat(videos().list(filter(null, null), 2, first.lastKey()).videos())
        .containsExactly(oldest);
  }

  @Test
  void datesBoundAListOnBothSidesInclusively() {
    put("2026-01-31");
    var first = put("2026-02-01");
    var last = put("2026-02-28");
    put("2026-03-01");
    assertThat(videos().list(filter("2026-02-01", "2026-02-28"), 10, Map.of()).videos())
        .containsExactly(last, first);
  }

  @Test
  void allVideosAreInTheListWithoutAFilter() {
    var video = put("9999-12-31");
    assertThat(videos().list(Filter.NONE, 100, Map.of()).videos()).contains(video);
  }

  @Test
  void aLeaseKeepsOthersOutUntilItRunsOutOrIsGivenBack() {
    var id = id();
    assertThat(rows().lease(id, "one", NOW, UNTIL)).isTrue();
    assertThat(rows().lease(id, "two", UNTIL, UNTIL.plusSeconds(10))).isFalse();
    assertThat(rows().lease(id, "two", UNTIL.plusMillis(1), UNTIL.plusSeconds(10))).isTrue();
    rows().release(id, "one");
    assertThat(rows().lease(id, "three", UNTIL, UNTIL)).isFalse();
    rows().release(id, "two");
    assertThat(rows().lease(id, "three", UNTIL, UNTIL)).isTrue();
  }

  @Test
  void aLeaseAloneIsNoVideo() {
    var id = id();
    rows().lease(id, "one", NOW, UNTIL);
    assertThat(videos().find(id)).isEmpty();
    rows().release(id, "one");
    assertThat(videos().find(id)).isEmpty();
  }

  @Test
  void onlyTheOwnerOfTheLeaseWrites() {
    var video = video(id(), "2026-01-01");
    assertThatThrownBy(() -> rows().put(video, "v1", "nobody"))
        .isInstanceOf(LostLeaseException.class);
    rows().lease(video.videoId(), "one", NOW, UNTIL);
    rows().lease(video.videoId(), "two", UNTIL.plusSeconds(1), UNTIL.plusSeconds(10));
    assertThatThrownBy(() -> rows().put(video, "v1", "one")).isInstanceOf(LostLeaseException.class);
    assertThat(videos().find(video.videoId())).isEmpty();
  }

  private Video put(String date) {
    var video = video(id(), date);
    rows().lease(video.videoId(), "me", NOW, UNTIL);
    rows().put(video, "v1", "me");
    rows().release(video.videoId(), "me");
    return video;
  }

  private Video video(String id, String date) {
    var texts = Map.of("en", "E", "fr", "F", "uk", "U");
    return SampleVideos.with(
        id, date, Map.of("event", Map.of("id", event, "name", texts), "speakers", List.of()));
  }

  private Filter filter(String from, String to) {
    return new Filter(
        Optional.of(event),
        Optional.ofNullable(from).map(LocalDate::parse),
        Optional.ofNullable(to).map(LocalDate::parse));
  }

  private static String id() {
    return "video-" + UUID.randomUUID();
  }
}

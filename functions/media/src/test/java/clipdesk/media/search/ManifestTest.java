package clipdesk.media.search;

import static clipdesk.media.search.IndexFilesContract.MANIFEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.UnreadableException;
import clipdesk.media.transcripts.TranscriptKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void manifestIsReadAsItWasWritten() {
    assertThat(Manifest.read(MANIFEST.json())).isEqualTo(MANIFEST);
  }

  @Test
  void whatNoShardConsistsOfIsDropped() {
    var next = MANIFEST.with(List.of(), NOW);

    assertThat(next.dropped())
        .extracting(Manifest.Dropped::name)
        .containsExactlyInAnyOrder("2f-_1.cfs", "entries-1", "0f-segments_1", "1f-_0.cfs");
    assertThat(next.with(MANIFEST.shards(), NOW).dropped())
        .as("needed again")
        .extracting(Manifest.Dropped::name)
        .containsExactly("2f-_1.cfs");
  }

  @Test
  void whatWasDroppedLongAgoIsForgotten() {
    assertThat(MANIFEST.withoutDroppedBefore(NOW.minus(Duration.ofDays(1))).dropped()).hasSize(1);
    assertThat(MANIFEST.withoutDroppedBefore(NOW.minusMillis(1)).dropped()).isEmpty();
  }

  @Test
  void entriesAreReadAsTheyWereWritten() {
    var date = LocalDate.parse("2026-02-12");
    var key = new TranscriptKey("video-1", "en");
    var entries =
        Entries.NONE
            .with(key, new Entries.Entry(date, "0f"))
            .with(new TranscriptKey("video-10", "fr"), new Entries.Entry(date.plusDays(1), "1f"));

    assertThat(Entries.read(entries.json())).isEqualTo(entries);
    assertThat(entries.ofVideo("video-1")).containsExactly(key);
    assertThat(entries.oldest()).isEqualTo(date);
    assertThat(entries.newest()).isEqualTo(date.plusDays(1));
    assertThat(entries.without(key).of(key)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"schema\":2,\"shards\":[],\"dropped\":[]}",
        "{\"schema\":1,\"shards\":[{\"id\":\"a\"}],\"dropped\":[]}",
        "{\"schema\":1,\"entries\":{\"a/en\":\"yesterday 0f\"}}",
        "{\"schema\":1,\"entries\":{\"a/en\":\"2026-02-12\"}}"
      })
  void whatWasNotWrittenHereIsUnreadable(String text) {
    assertThatThrownBy(() -> Manifest.read(text)).isInstanceOf(UnreadableException.class);
    assertThatThrownBy(() -> Entries.read(text)).isInstanceOf(UnreadableException.class);
  }
}

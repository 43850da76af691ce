package clipdesk.media.transcripts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.SampleVideos;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class BroughtFilesContract {
  final String videoId = "video-" + UUID.randomUUID().toString().substring(0, 8);
  final String text = "masters/%s/transcripts/en.txt".formatted(videoId);
  final String words = "words/%s/en".formatted(videoId);
  final Video video = SampleVideos.with(Map.of("videoId", videoId));

  abstract BroughtFiles files();

  abstract void put(String key, String content);

  abstract void delete(String key);

  @Test
  void filesAreListedByKindAndLanguageAndReadByteByByte() {
    put(text, "Добрий день.");
    put(words, "{}");
    put("masters/%s/transcripts/fr.docx".formatted(videoId), "PK");
    put("masters/%s/master.mp4".formatted(videoId), "no text");
    put("masters/%s/transcripts/en.pdf".formatted(videoId), "no text");
    put("masters/%s/transcripts/old/en.txt".formatted(videoId), "no text");
    put("masters/%s-2/transcripts/en.txt".formatted(videoId), "of another video");
    put("texts/%s/%s/uk.vtt".formatted(videoId, video.masterVersion()), "WEBVTT");
    put("texts/%s/0123/uk.vtt".formatted(videoId), "of a master before");

    assertThat(files().list(video))
        .extracting(it -> it.kind() + " " + it.language() + " " + it.sizeBytes())
        .containsExactlyInAnyOrder("TEXT en 22", "TEXT fr 2", "WORDS en 2", "TRACK uk 6");
    assertThat(files().list(video))
        .filteredOn(it -> it.kind() != Brought.WORDS)
        .extracting(it -> new String(files().read(it).orElseThrow(), UTF_8))
        .containsExactlyInAnyOrder("Добрий день.", "PK", "WEBVTT");
    assertThat(files().list(video)).allSatisfy(it -> assertThat(it.modified().getNano()).isZero());
  }

  @Test
  void whatIsNoLongerWhatWasListedIsNotRead() {
    put(text, "one");
    var listed = files().list(video).getFirst();

    put(text, "two");
    assertThat(files().read(listed)).isEmpty();
    assertThat(files().list(video).getFirst().version()).isNotEqualTo(listed.version());
    delete(text);
    assertThat(files().read(listed)).isEmpty();
    assertThat(files().list(video)).isEmpty();
  }
}

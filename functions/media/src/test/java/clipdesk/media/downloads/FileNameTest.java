package clipdesk.media.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.catalogue.Video;
import clipdesk.media.clips.ClipFiles.ClipFile;
import clipdesk.media.clips.InMemoryClipFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FileNameTest {
  private static final Video VIDEO = SampleVideos.released();

  @Test
  void aClipIsNamedByDateEventTitlePlaceLengthAndSound() {
    assertThat(clipName("", "10:00:03:12", Language.EN))
        .isEqualTo("2026-02-12_defmin_press-conference-defence-ministers_10-00-03-12_30s_EN.mp4");
  }

  @Test
  void withoutTimecodeTheTimeInTheVideoIsTaken() {
    assertThat(clipName("", "", Language.EN)).contains("_00-00-03_30s_");
  }

  @Test
  void theLabelStandsBeforeTheTime() {
    assertThat(clipName("Arctic / Északi!", "", Language.EN)).contains("_arctic-eszaki_00-00-03_");
  }

  @Test
  void theLocalisedNameKeepsItsScript() {
    assertThat(clipName("", "", Language.UK)).contains("_пресконференція-міністри-оборони_");
    assertThat(clipName("", "", Language.FR)).contains("_conférence-de-presse-ministres");
  }

  @Test
  void aWholeFileIsNamedByItsRendition() {
    var name = FileName.ofRendition(VIDEO, VIDEO.renditions().getFirst(), Language.EN);
    assertThat(name.text(1))
        .isEqualTo("2026-02-12_defmin_press-conference-defence-ministers_hd-1080p25.mp4");
    assertThat(name.text(2)).endsWith("_hd-1080p25-2.mp4");
  }

  @Test
  void noNameIsLongerThanAHundredAndTwentyCharacters() {
    var video =
        SampleVideos.with(
            Map.of(
                "title",
                Map.of("en", "word ".repeat(60), "fr", "m".repeat(300), "uk", "с".repeat(300)),
                "event",
                Map.of("id", "e".repeat(64), "name", Map.of())));
    for (var language : Language.values()) {
      var name = FileName.ofClip(video, clip("l".repeat(60), "10:00:03:12"), language).text(12);
      assertThat(name).hasSizeLessThanOrEqualTo(120).endsWith("_10-00-03-12_30s_EN-12.mp4");
    }
  }

  @Test
  void anInterpretationSaysThatItIsOne() {
    var clip = clip("", "");
    var interpreted =
        new ClipFile(
            clip.videoId(),
            clip.range(),
            clip.inMs(),
            480,
            List.of("a2", "v1"),
            "",
            "",
            clip.key(),
            clip.versionId(),
            clip.etag(),
            clip.sizeBytes());
    assertThat(FileName.ofClip(VIDEO, interpreted, Language.EN).text(1))
        .endsWith("_480ms_FR-interpretation.mp4");
  }

  private static String clipName(String label, String timecode, Language language) {
    return FileName.ofClip(VIDEO, clip(label, timecode), language).text(1);
  }

  private static ClipFile clip(String label, String timecode) {
    var files = new InMemoryClipFiles();
    files.put("c1", SampleVideos.ID, label, timecode);
    return files.find("ann", "c1").orElseThrow();
  }
}

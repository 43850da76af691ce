package clipdesk.media.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import clipdesk.contracts.catalogue.Localised;
import clipdesk.contracts.catalogue.Named;
import clipdesk.contracts.catalogue.Rendition;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.contracts.catalogue.VideoDescription;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.clips.ClipFiles.ClipFile;
import clipdesk.media.clips.InMemoryClipFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "a.MOV, .mov",
    "a.mkv, .mkv",
    "a.ts, .ts",
    "a.M2TS, .m2ts",
    "a.mxf, .mxf",
    "a.exe, .mp4"
  })
  void aWholeFileKeepsTheEndOfItsName(String file, String extension) {
    var stored = new StoredObject("masters/v/" + file, "version", "etag", 1);
    var rendition = new Rendition("hd", stored, 1, Optional.empty());
    assertThat(FileName.ofRendition(VIDEO, rendition, Language.EN).text(1))
        .endsWith("_hd" + extension);
  }

  @Test
  void noNameIsLongerThanAHundredAndTwentyCharacters() {
    var video =
        SampleVideos.with(
            Map.of(
                "title",
                Map.of("en", "word ".repeat(60), "fr", "m".repeat(300), "uk", "с".repeat(300)),
                "event",
                Map.of("id", "e".repeat(64), "name", Map.of("en", "E", "fr", "F", "uk", "U"))));
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
            Optional.empty(),
            Optional.empty(),
            clip.key(),
            clip.versionId(),
            clip.etag(),
            clip.sizeBytes());
    assertThat(FileName.ofClip(VIDEO, interpreted, Language.EN).text(1))
        .endsWith("_480ms_FR-interpretation.mp4");
  }

  /** Whatever a master, its description or a person says. */
  @Test
  void noTextThatAnybodyWroteLeavesTheAlphabet() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      var video = hostile(random);
      var clip = clip(text(random), text(random));
      assertThat(FileName.ofClip(video, clip, Language.EN).text(1 + i % 3))
          .as("seed 7, name %d", i)
          .matches("[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
          .endsWith(".mp4");
      assertThat(FileName.ofRendition(video, video.renditions().getFirst(), Language.EN).text(1))
          .matches("[A-Za-z0-9][A-Za-z0-9._-]{0,119}");
      for (var language : List.of(Language.FR, Language.UK)) {
        var name = FileName.ofClip(video, clip, language).text(1);
        assertThat(name).matches("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,119}");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name)).isTrue();
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
      }
    }
  }

  @Test
  void languageOfATrackIsNamedByItsLettersOnly() {
    var track = new Track.Sound("a1", "aac", "EN\"; FILENAME=\"../x\r\n", Optional.empty());
    var video = with(VIDEO.description(), track, VIDEO.renditions().getFirst());
    assertThat(FileName.ofClip(video, clip("", ""), Language.EN).text(1))
        .endsWith("_30s_EN-FILENAME-X.mp4");
  }

  private static Video hostile(Random random) {
    var told = VIDEO.description();
    var title = new Localised(texts(random));
    var description =
        new VideoDescription(
            told.videoId(),
            title,
            told.description(),
            new Named(text(random), title),
            told.date(),
            told.place(),
            told.speakers(),
            told.languages(),
            told.terms(),
            told.restrictions(),
            told.files());
    var file = new StoredObject(text(random), "version", "etag", 1);
    return with(
        description,
        new Track.Sound("a1", "aac", text(random), Optional.of(text(random))),
        new Rendition(text(random), file, 1, Optional.empty()));
  }

  private static Map<Language, String> texts(Random random) {
    return Stream.of(Language.values())
        .collect(Collectors.toMap(Function.identity(), _ -> text(random)));
  }

  private static Video with(VideoDescription description, Track track, Rendition rendition) {
    return new Video(
        description,
        VIDEO.frames(),
        VIDEO.frameRate(),
        VIDEO.durationMs(),
        VIDEO.startTimecode(),
        List.of(track),
        VIDEO.master(),
        VIDEO.masterVersion(),
        List.of(rendition),
        VIDEO.assets());
  }

  /** Up to 80 characters of what hurts in names, headers and paths, and of any script. */
  private static String text(Random random) {
    var text = new StringBuilder();
    for (int length = random.nextInt(80); length > 0; length--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append("\"';=/\\%*.- \r\n\t\0\u202e\u2028".charAt(random.nextInt(17)));
        case 1 -> text.append((char) ('a' + random.nextInt(26)));
        case 2 -> text.append((char) random.nextInt(0x10000));
        default -> text.appendCodePoint(random.nextInt(0x110000));
      }
    }
    return text.toString();
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

package clipdesk.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.Golden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VideoTest {
  private static final StoredObject MASTER = stored("master.mp4", 5_540_000_000L);
  private static final StoredObject WEB = stored("renditions/web.mp4", 310_000_000L);
  private static final Track PICTURE = new Track.Picture("v1", "h264", new Size(1920, 1080));
  private static final Rendition HD =
      new Rendition("hd", MASTER, 20_400_000, Optional.of(new Size(1920, 1080)));

  private static final Video VIDEO =
      new Video(
          SampleDescriptions.WHOLE,
          1000,
          new Rate(30_000, 1001),
          33_367,
          Optional.of("10:00:00:00"),
          List.of(
              PICTURE,
              new Track.Sound("a1", "aac", "en", Optional.of("original")),
              new Track.Sound("a2", "pcm", "und", Optional.empty()),
              new Track.Text("s1", "tx3g", "uk")),
          new Video.Master(MASTER, Optional.of("ab".repeat(32))),
          "9f2c11d0a4be7710",
          List.of(HD, new Rendition("web", WEB, 700_000, Optional.empty())),
          Map.of(
              "subtitles-uk", stored("subtitles/uk.vtt", 500),
              "poster", stored("poster.jpg", 1000)));

  private static final Video LEAST =
      new Video(
          SampleDescriptions.LEAST,
          1,
          new Rate(25, 1),
          40,
          Optional.empty(),
          List.of(PICTURE),
          new Video.Master(MASTER, Optional.empty()),
          "9f2c11d0a4be7710",
          List.of(HD),
          Map.of());

  static Stream<Arguments> videos() {
    return Stream.of(Arguments.of("video.json", VIDEO), Arguments.of("video-least.json", LEAST));
  }

  @ParameterizedTest
  @MethodSource("videos")
  void rowIsWrittenAndReadAsCommitted(String file, Video video) {
    var golden = Golden.of(VideoTest.class, file);

    assertThat(video.json()).isEqualTo(golden.written());
    assertThat(Video.read(golden.text())).isEqualTo(video);
    assertThat(Video.read(video.json())).isEqualTo(video);
  }

  @Test
  void textsAreInEveryClipAndNeedNotBeAskedFor() {
    assertThat(VIDEO.cuttableTracks()).containsExactly("v1", "a1", "a2");
  }

  @Test
  void assetsAreFoundByTheirNames() {
    assertThat(VIDEO.asset("poster")).contains(stored("poster.jpg", 1000));
    assertThat(VIDEO.asset("preview")).contains(WEB);
    assertThat(VIDEO.asset("subtitles-en")).isEmpty();
    assertThat(LEAST.asset("preview")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "frames":1000            | "frames":0                   | frames
          "frames":1000            | "frames":1.5                 | frames
          "frames":1000,           | ''                           | frames
          "frames":1000            | "v":2,"frames":1000          | v
          "num":30000              | "num":0                      | frameRate/num
          "den":1001               | "den":0                      | frameRate/den
          "den":1001               | "den":1099511627777          | frameRate/den
          "durationMs":33367       | "durationMs":-1              | durationMs
          "startTimecode":"10      | "startTimecode":7,"s":"10    | startTimecode
          "tracks":[               | "tracks":{},"t":[            | tracks
          "tracks":[               | "tracks":[{},                | tracks/0/id
          "kind":"text"            | "kind":"smell"               | tracks/3/kind
          "width":1920             | "width":"wide"               | tracks/0/width
          "role":"original"},{"id" | "role":1},{"id"              | tracks/1/role
          "language":"uk"          | "language":null              | tracks/3/language
          "master":{"key":"        | "master":{"key":"","k":"     | master/key
          "masterVersion":"9f      | "masterVersion":"","m":"9f   | masterVersion
          "renditions":[{"key":"   | "renditions":[{"key":1,"k":" | renditions/0/key
          "name":"hd","bitrate"    | "name":"","bitrate"          | renditions/0/name
          "bitrate":700000         | "bitrate":-1                 | renditions/1/bitrate
          "bitrate":700000         | "bitrate":1,"width":1        | renditions/1/height
          "assets":{"poster":{     | "assets":{"poster":1,"p":{   | assets/poster
          "assets":{               | "a":{                        | assets
          "description":{"schema"  | "description":1,"d":{"schema" | description
          "legalBlock":true        | "legalBlock":1               | description/legalBlock
          """)
  void badRowSaysWhichMemberIsWrong(String good, String bad, String member) {
    var text = VIDEO.json();
    assertThat(text).contains(good);

    assertThatThrownBy(() -> Video.read(text.replace(good, bad)))
        .isInstanceOfSatisfying(
            UnreadableException.class, it -> assertThat(it.member()).isEqualTo(member));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{}{}"})
  void whatIsNoObjectIsNoRow(String text) {
    assertThatThrownBy(() -> Video.read(text)).isInstanceOf(UnreadableException.class);
  }

  @Test
  void whatNobodyAsksForIsPassedOver() {
    var text = VIDEO.json().replace("\"frames\":", "\"mood\":\"good\",\"frames\":");
    assertThat(Video.read(text)).isEqualTo(VIDEO);
  }

  private static StoredObject stored(String file, long sizeBytes) {
    return new StoredObject(
        "masters/2026-02-12-ministers-presser/" + file,
        "version-of-" + file,
        "\"e7b1-661\"",
        sizeBytes);
  }
}

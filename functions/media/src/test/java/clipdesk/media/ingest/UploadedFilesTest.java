package clipdesk.media.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clipdesk.contracts.catalogue.Rendition;
import clipdesk.contracts.catalogue.Size;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the files beside a description have to be, and what is told of them. */
final class UploadedFilesTest extends IngestCalls {
  @Test
  void aRenditionTellsTheSizeOfItsPictureWhereItHasOne() throws IOException {
    uploads.put(ID, "web.mp4", new TinyMaster().video(EVEN).bytes());
    uploads.put(ID, "sound.mp4", new TinyMaster().audio(900).bytes());
    uploads.put(ID, "notes.txt", "no film at all".getBytes(UTF_8));
    uploads.put(ID, "broken.mp4", new byte[] {0, 0, 0, 8, 'm', 'o', 'o', 'v'});
    uploads.put(ID, "empty.mp4", new byte[0]);
    var names = List.of("master", "web", "sound", "notes", "broken", "empty");
    var files =
        List.of("master.mp4", "web.mp4", "sound.mp4", "notes.txt", "broken.mp4", "empty.mp4");
    var described =
        with(
            "renditions",
            IntStream.range(0, 6)
                .mapToObj(i -> Map.of("name", names.get(i), "file", files.get(i)))
                .toList());
    described.put("preview", "web");
    assertThat(ingest(described)).isEmpty();

    assertThat(videos.find(ID).orElseThrow().renditions())
        .extracting(Rendition::name, Rendition::picture)
        .containsExactly(
            tuple("master", Optional.of(new Size(64, 36))),
            tuple("web", Optional.of(new Size(64, 36))),
            tuple("sound", Optional.empty()),
            tuple("notes", Optional.empty()),
            tuple("broken", Optional.empty()),
            tuple("empty", Optional.empty()));
  }

  @Test
  void aHashIsOnlyShownIfTheStoreConfirmsIt() throws IOException {
    var declared = with("master", Map.of("file", "master.mp4", "sha256", "ab".repeat(32)));
    assertThat(ingest(declared)).isEmpty();
    assertThat(videos.find(ID).orElseThrow().master().sha256()).isEmpty();
    assertThat(uploads.report(ID).get("warnings").toString())
        .contains("pointer=/master/sha256, code=not-verified");

    uploads.hash(ID, "master.mp4", "ab".repeat(32));
    assertThat(ingest(declared)).isEmpty();
    assertThat(videos.find(ID).orElseThrow().master().sha256()).contains("ab".repeat(32));
    assertThat(uploads.report(ID)).doesNotContainKey("warnings");

    uploads.hash(ID, "master.mp4", "cd".repeat(32));
    assertThat(ingest(declared)).containsExactly("/master/sha256 mismatch");
  }

  @Test
  void everyNamedFileMustBeThere() throws IOException {
    var broken = with("master", Map.of("file", "no-such.mp4"));
    broken.put(
        "renditions",
        List.of(
            Map.of("name", "hd", "file", "master.mp4"),
            Map.of("name", "web", "file", "renditions/web.mp4")));
    assertThat(ingest(broken))
        .containsExactly("/master/file no-such-file", "/renditions/1/file no-such-file");
  }

  @Test
  void aTrackThatTheMasterDoesNotHaveIsRefused() throws IOException {
    var audio = Map.of("index", 2, "language", "en", "role", "original");
    assertThat(ingest(with("audio", List.of(audio))))
        .containsExactly("/audio/0/index no-such-track");
  }

  @Test
  void aMasterWithoutSoundIsFine() throws IOException {
    uploads.put(ID, "master.mp4", new TinyMaster().video(EVEN).bytes());
    assertThat(ingest(with("audio", List.of()))).isEmpty();
    assertThat(videos.find(ID).orElseThrow().cuttableTracks()).containsExactly("v1");
  }

  @Test
  void aMasterInMatroskaIsFine() throws IOException {
    uploads.put(ID, "master.mp4", TinyMatroska.of(60));
    assertThat(ingest(with("audio", List.of()))).isEmpty();
    assertThat(videos.find(ID).orElseThrow().frames()).isEqualTo(60);
  }

  @Test
  void aMasterWithoutAPictureIsRefused() throws IOException {
    assertMaster(new TinyMaster().audio(900).bytes(), "no-video");
  }

  @Test
  void aMasterOfVariableFrameRateIsRefused() throws IOException {
    var uneven = EVEN.clone();
    uneven[250] = 1001;
    assertMaster(new TinyMaster().video(uneven).bytes(), "variable-frame-rate");
  }

  @Test
  void aTruncatedMasterIsRefused() throws IOException {
    var whole = new TinyMaster().video(EVEN).audio(900).bytes();
    assertMaster(Arrays.copyOf(whole, whole.length / 2), "incomplete");
    assertMaster(Arrays.copyOf(whole, whole.length - 1), "incomplete");
  }

  @Test
  void aMasterThatIsNoVideoIsRefused() throws IOException {
    assertMaster("This is not a video, whatever its name says.".getBytes(UTF_8), "not-mp4");
  }

  private void assertMaster(byte[] master, String code) throws IOException {
    uploads.put(ID, "master.mp4", master);
    assertThat(ingest(description())).containsExactly("/master/file " + code);
    assertThat(videos.find(ID)).isEmpty();
  }
}

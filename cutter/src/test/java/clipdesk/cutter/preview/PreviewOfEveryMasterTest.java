package clipdesk.cutter.preview;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.TrackInfo;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.testmedia.DecodedFile;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of master that a catalogue may have. */
final class PreviewOfEveryMasterTest extends MadePreviews {
  private static final int SECONDS = 3;

  /** Shifts that are looked at, in samples. */
  private static final int REACH = 1200;

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_NONE,
      names = {
        // No MP4 or MOV, several edits or a changing rate: the catalogue has no such masters.
        ".*_IN_MXF",
        ".*TRANSPORT_STREAM.*",
        ".*_IN_MATROSKA",
        "ODD_SIZE",
        ".*VARIABLE_FRAME_RATE",
        "SEVERAL_EDITS",
        // For the benchmark.
        "RARE_.*"
      })
  void masterOfTheCatalogueGetsAPreviewThatPassesItsCheck(MasterType type) throws IOException {
    var master = Masters.ofSeconds(SECONDS).get(type);

    var made = make(master);

    var index = index(master);
    assertThat(made.frames()).isEqualTo(index.frames());
    assertThat(made.hasSound()).isEqualTo(type.soundTracks() > 0);
    assertPlain();
    var shown = DecodedFile.of(preview(), made.hasSound() ? 1 : 0);
    assertThat(shown.complaints()).isEmpty();
    assertThat(shown.frames()).hasSize(Math.toIntExact(index.frames()));
    if (made.hasSound()) {
      var source = DecodedFile.of(master, 1);
      assertThat(shift(shown, source)).as("samples that the sound is late").isZero();
      assertThat(shown.sounds().getFirst().channels()).isEqualTo(2);
    }
  }

  /** Where the preview's sound is most like the master's. */
  private static int shift(DecodedFile preview, DecodedFile master) {
    var sound = preview.sounds().getFirst();
    var source = master.sounds().getFirst();
    int rate = sound.sampleRate();
    assertThat(source.sampleRate()).isEqualTo(rate);
    long start = master.frames().getFirst().micros() * rate / 1_000_000;
    int best = Integer.MIN_VALUE;
    double least = Double.POSITIVE_INFINITY;
    for (int shift = -REACH; shift <= REACH; shift++) {
      double sum = 0;
      for (int i = rate; i < rate + 2000; i++) {
        double difference = sound.at(i + shift, 0) - source.at(start + i, 0);
        sum += difference * difference;
      }
      if (sum < least) {
        least = sum;
        best = shift;
      }
    }
    return best;
  }

  private void assertPlain() throws IOException {
    var bytes = Files.readAllBytes(preview());
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text.indexOf("moov")).isPositive().isLessThan(text.indexOf("mdat"));
    assertThat(text.substring(0, text.indexOf("mdat"))).doesNotContain("elst").contains("avc1");
    var video = index(preview()).tracks().getFirst();
    assertThat(video.codec()).isEqualTo("h264");
    var sync = syncSamples(index(preview()));
    assertThat(sync.getFirst()).isZero();
    for (int i = 1; i < sync.size(); i++) {
      assertThat(sync.get(i) - sync.get(i - 1)).isLessThanOrEqualTo(12);
    }
  }

  private static List<Integer> syncSamples(MasterIndex index) throws IOException {
    var samples = index.video().samples();
    var window = samples.window(0, samples.count());
    List<Integer> sync = new ArrayList<>();
    for (int i = 0; i < window.end(); i++) {
      if (window.isSync(i)) {
        sync.add(i);
      }
    }
    return sync;
  }

  @Test
  void firstOfSeveralSoundTracksIsHeard() throws IOException {
    make(Masters.ofSeconds(SECONDS).get(MasterType.FOUR_SOUND_TRACKS));

    assertThat(index(preview()).tracks())
        .extracting(TrackInfo::language)
        .containsExactly("und", "eng");
  }

  @Test
  void masterWhoseRateChangesIsRefused() {
    assertRefused(
        Masters.ofSeconds(SECONDS).get(MasterType.VARIABLE_FRAME_RATE), FallbackReason.TIMELINE);
  }
}

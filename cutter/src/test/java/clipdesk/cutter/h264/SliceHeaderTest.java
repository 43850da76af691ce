package clipdesk.cutter.h264;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.index.Mp4Index;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.mp4.MovieReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceHeaderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bframes=3:weightp=2",
        "cabac=0:bframes=5:b-pyramid=normal:ref=6:weightb=1",
        "open-gop=1:b-pyramid=normal:bframes=7:ref=16",
        "slices=4:cabac=0",
        "tff=1:bframes=3",
        "deblock=-2,3:constrained-intra=1:bframes=0",
      })
  void headerThatIsWrittenAsParsedGivesTheSameSlice(String x264) throws IOException {
    var file = folder.resolve("master.mp4");
    TestMaster.write(file, x264, 60);
    try (var master = FileSource.open(file)) {
      var reader = new CachedReader(master);
      var track = Mp4Index.of(MovieReader.read(reader), reader).video();
      var configuration = AvcConfiguration.parse(track.description().config("avcC").orElseThrow());
      var sets = configuration.parameterSets();
      var samples = track.samples().window(0, 60);
      int slices = 0;
      for (int i = 0; i < samples.end(); i++) {
        var sample =
            AccessUnit.parse(
                reader.read(samples.offset(i), samples.size(i)), configuration.lengthBytes());
        for (var unit : sample.units()) {
          if (unit.isSlice()) {
            var slice = Slice.parse(sample, unit, sets);
            var pps = sets.pps(slice.header().ppsId());
            assertThat(slice.under(slice.header(), sets.spsOf(pps), pps))
                .isEqualTo(sample.copyOf(unit));
            slices++;
          }
        }
      }
      assertThat(slices).isGreaterThanOrEqualTo(60);
    }
  }
}

package clipdesk.cutter.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.FrameRange;
import clipdesk.cutter.MasterIndexReader;
import clipdesk.cutter.ProgressListener;
import clipdesk.cutter.Reencoder;
import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.io.CopyingSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.io.MemorySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidecarIndexTest {
  private static final Reencoder NONE =
      (job, master, sink, listener) -> {
        throw new AssertionError("The smart path gave up");
      };

  @TempDir Path folder;
  private Path file;
  private byte[] written;

  @BeforeEach
  void writeIndex() throws IOException {
    file = folder.resolve("master.mp4");
    TestMaster.write(file, "bframes=3:b-pyramid=normal", 700);
    var bytes = new ByteArrayOutputStream();
    try (var master = FileSource.open(file)) {
      SidecarIndex.write(MasterIndexReader.read(master), bytes);
    }
    written = bytes.toByteArray();
  }

  @Test
  void windowsOfTheIndexAreThoseOfTheMaster() throws IOException {
    try (var master = FileSource.open(file);
        var sidecar = new MemorySource(written, "index")) {
      var own = (Mp4Index) MasterIndexReader.read(master);
      var opened = (Mp4Index) SidecarIndex.open(sidecar, master);
      assertThat(opened.tracks()).isEqualTo(own.tracks());
      assertThat(opened.frames()).isEqualTo(own.frames());
      assertThat(opened.durationMs()).isEqualTo(own.durationMs());
      var random = new Random(5);
      for (int t = 0; t < 2; t++) {
        var wanted = own.movie().tracks().get(t).samples();
        var found = opened.movie().tracks().get(t).samples();
        for (int round = 0; round < 50; round++) {
          int first = random.nextInt(wanted.count());
          int end = first + random.nextInt(wanted.count() - first + 1);
          var a = wanted.window(first, end);
          var b = found.window(first, end);
          for (int i = first; i < end; i++) {
            assertThat(b.offset(i)).isEqualTo(a.offset(i));
            assertThat(b.size(i)).isEqualTo(a.size(i));
            assertThat(b.dts(i)).isEqualTo(a.dts(i));
            assertThat(b.pts(i)).isEqualTo(a.pts(i));
            assertThat(b.duration(i)).isEqualTo(a.duration(i));
            assertThat(b.isSync(i)).isEqualTo(a.isSync(i));
          }
          long time = random.nextLong(wanted.durationTicks() + 1000);
          assertThat(found.firstNotBefore(time)).isEqualTo(wanted.firstNotBefore(time));
          assertThat(found.syncAtOrBefore(first)).isEqualTo(wanted.syncAtOrBefore(first));
        }
      }
    }
  }

  @Test
  void clipsByTheIndexAreThoseByTheMaster() throws IOException {
    try (var master = FileSource.open(file);
        var sidecar = new MemorySource(written, "index")) {
      var request = CutRequest.of(new FrameRange(40, 333)).withMethod(MethodChoice.SMART_ONLY);
      var cutter = new ClipCutter(NONE);
      var byMaster = new CopyingSink(master);
      cutter.cut(request, master, byMaster, ProgressListener.NONE);
      var byIndex = new CopyingSink(master);
      var index = SidecarIndex.open(sidecar, master);
      cutter.cut(request, index, master, byIndex, ProgressListener.NONE);
      assertThat(byIndex.published()).isEqualTo(byMaster.published());
    }
  }

  @Test
  void indexOfAnotherMasterIsStale() throws IOException {
    try (var sidecar = new MemorySource(written, "index");
        var other = new MemorySource(Files.readAllBytes(file), "another version")) {
      assertThatThrownBy(() -> SidecarIndex.open(sidecar, other))
          .isInstanceOf(StaleIndexException.class)
          .hasMessageContaining("another version");
    }
  }

  @Test
  void cutOffIndexIsStale() throws IOException {
    try (var master = FileSource.open(file);
        var sidecar = new MemorySource(Arrays.copyOf(written, written.length - 1), "index")) {
      assertThatThrownBy(() -> SidecarIndex.open(sidecar, master))
          .isInstanceOf(StaleIndexException.class);
    }
  }
}

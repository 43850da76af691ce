package clipdesk.cutter.index;

import static clipdesk.cutter.index.SidecarWriter.FOOTER_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.CopyingSink;
import clipdesk.cutter.io.CountingSource;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.reencode.Reencoder;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.ProgressListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidecarIndexTest {
  private static final Reencoder NONE =
      (job, master, sink, listener) -> {
        throw new AssertionError("The smart path gave up");
      };

  @TempDir static Path folder;
  private static Path file;
  private static byte[] written;

  @BeforeAll
  static void writeIndex() throws IOException {
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
      var own = MasterIndexReader.read(master);
      var opened = SidecarIndex.open(sidecar, master);
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
  void indexWithAnyWrongByteOfItsHeaderIsStale() throws IOException {
    int header = header();
    try (var master = FileSource.open(file)) {
      for (int at = header; at < written.length; at++) {
        byte[] damaged = written.clone();
        damaged[at] ^= 0x10;
        assertThatThrownBy(() -> SidecarIndex.open(new MemorySource(damaged, "index"), master))
            .as("byte %d", at)
            .isInstanceOf(StaleIndexException.class);
      }
    }
  }

  @Test
  void blockWithAWrongByteNeverGivesOtherNumbers() throws IOException {
    try (var master = FileSource.open(file)) {
      var index = MasterIndexReader.read(master);
      byte[] block = SampleBlock.encode(index.video().samples().window(0, 40));
      var right = SampleBlock.decode(block, 0, block.length, 40, false);
      int refused = 0;
      for (int at = 0; at < block.length; at++) {
        byte[] damaged = block.clone();
        damaged[at] ^= 0x10;
        try {
          var columns = SampleBlock.decode(damaged, 0, damaged.length, 40, false);
          assertThat(columns).usingRecursiveComparison().isEqualTo(right);
        } catch (StaleIndexException stale) {
          refused++;
        }
      }
      // Compressed data ends with bits that mean nothing.
      assertThat(refused).isBetween(block.length - 2, block.length);
    }
  }

  @Test
  void cutByAnIndexWithDamagedBlocksReadsTheMastersOwn() throws IOException {
    var range = new FrameRange(40, 690);
    byte[] damaged = written.clone();
    damaged[header() - 30] ^= 0x10;
    try (var master = FileSource.open(file)) {
      var request = CutRequest.of(range).withMethod(MethodChoice.SMART_ONLY);
      var cutter = new ClipCutter(NONE);
      var byMaster = new CopyingSink(master);
      cutter.cut(request, master, byMaster, ProgressListener.NONE);
      var byIndex = new CopyingSink(master);
      var index = SidecarIndex.open(new MemorySource(damaged, "index"), master);
      cutter.cut(request, index, master, byIndex, ProgressListener.NONE);
      assertThat(byIndex.published()).isEqualTo(byMaster.published());
    }
  }

  @Test
  void headerThatCountsMoreThanItHoldsIsStale() throws IOException {
    var random = new Random(6);
    int header = header();
    try (var master = FileSource.open(file)) {
      for (int round = 0; round < 2000; round++) {
        byte[] damaged = written.clone();
        damaged[header + random.nextInt(written.length - FOOTER_BYTES - header)] =
            (byte) random.nextInt();
        openForged(SidecarFile.withRightChecksum(damaged), master);
      }
    }
  }

  /** Found by fuzzing: the offset of the sound's sample entry, one byte behind its format. */
  @Test
  void descriptionThatEndsInsideItsEntryIsStale() throws IOException {
    byte[] damaged = written.clone();
    int format = new String(written, StandardCharsets.ISO_8859_1).lastIndexOf("\0\4mp4a");
    assertThat(damaged[format + 7]).isEqualTo((byte) 16);
    damaged[format + 7] = 0x7f;
    byte[] index = SidecarFile.withRightChecksum(damaged);
    try (var master = FileSource.open(file)) {
      assertThatThrownBy(() -> SidecarIndex.open(new MemorySource(index, "index"), master))
          .isInstanceOf(StaleIndexException.class);
    }
  }

  /** As the middle of a clip and its edges are looked up side by side. */
  @Test
  void stretchesThatAreAskedForInTurnAreReadOnceEach() throws IOException {
    try (var master = FileSource.open(file);
        var sidecar = new CountingSource(new MemorySource(written, "index"))) {
      var samples = SidecarIndex.open(sidecar, master).movie().tracks().getLast().samples();
      long before = sidecar.reads();

      for (int turn = 0; turn < 3; turn++) {
        samples.window(0, 1);
        samples.window(samples.count() - 1, samples.count());
      }

      assertThat(sidecar.reads() - before).isEqualTo(2);
    }
  }

  /** Where the header starts; the last block of the sound lies in front of it. */
  private static int header() {
    return (int) ByteBuffer.wrap(written).getLong(written.length - FOOTER_BYTES);
  }

  /** Whoever can put the checksum right gets a typed refusal or an index, nothing else. */
  private static void openForged(byte[] index, FileSource master) throws IOException {
    try {
      SidecarIndex.open(new MemorySource(index, "index"), master);
    } catch (StaleIndexException | MalformedMasterException | UnsupportedMasterException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
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

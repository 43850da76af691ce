package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.fuzzing.HostileCut;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CopyingSink;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.reencode.Reencoder;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import clipdesk.cutter.report.ProgressListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMasterTest {
  private static final Reencoder NONE =
      (job, master, sink, listener) -> {
        throw new AssertionError("not asked for");
      };

  private static byte[] good;

  @BeforeAll
  static void makeMaster(@TempDir Path folder) throws IOException {
    var file = folder.resolve("good.mp4");
    TestMaster.write(file, "open-gop=1:bframes=3", 75);
    good = Files.readAllBytes(file);
  }

  /** Cuts a damaged master; true if a clip came out. Anything but a clear error fails the test. */
  private static boolean cuts(byte[] master) throws IOException {
    return cuts(new MemorySource(master, "damaged"));
  }

  private static boolean cuts(ByteSource master) throws IOException {
    var request =
        new CutRequest(
            new FrameRange(10, 60),
            java.util.Set.of(),
            Duration.ofSeconds(20),
            MethodChoice.SMART_ONLY,
            true);
    var sink = new CopyingSink(master);
    try {
      new ClipCutter(NONE).cut(request, master, sink, ProgressListener.NONE);
      return true;
    } catch (MalformedMasterException
        | UnsupportedMasterException
        | RangeOutsideMasterException
        | VerificationFailedException refused) {
      assertThat(sink.published()).isEmpty();
      return false;
    }
  }

  private static int find(byte[] bytes, String type) {
    return find(bytes, type, 0);
  }

  private static int find(byte[] bytes, String type, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(type, from);
  }

  @Test
  void undamagedMasterIsCut() throws IOException {
    assertThat(cuts(good.clone())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stts", "ctts", "stss", "stsc", "stsz", "stco", "elst"})
  @Timeout(2)
  void countsBeyondTheBoxAreRefused(String type) throws IOException {
    byte[] bytes = good.clone();
    int countAt = find(bytes, type) + (type.equals("stsz") ? 12 : 8);
    ByteBuffer.wrap(bytes).putInt(countAt, Integer.MAX_VALUE);
    assertThatThrownBy(() -> MasterIndexReader.read(new MemorySource(bytes, "lying")))
        .isInstanceOfAny(MalformedMasterException.class, UnsupportedMasterException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, Integer.MIN_VALUE, -1})
  @Timeout(10)
  void boxSizesThatLieEndInAClearError(int size) throws IOException {
    for (var type : new String[] {"moov", "trak", "mdia", "minf", "stbl", "stsd", "mdat"}) {
      byte[] bytes = good.clone();
      ByteBuffer.wrap(bytes).putInt(find(bytes, type) - 4, size);
      cuts(bytes);
    }
  }

  @Test
  void runsOfATrackWithoutSamplesAreNotReadAsTimes() throws IOException {
    byte[] bytes = good.clone();
    // The sound track's size of all samples, and that there are none.
    int sizes = find(bytes, "stsz", find(bytes, "stsz") + 4);
    ByteBuffer.wrap(bytes).putInt(sizes + 8, 1).putInt(sizes + 12, 0);
    var index = MasterIndexReader.read(new MemorySource(bytes, "no sound"));
    SidecarIndex.write(index, OutputStream.nullOutputStream());
    assertThat(index.frames()).isEqualTo(75);
  }

  @Test
  void durationBeyondAllNumbersIsTheMastersFault() {
    int samples = 3_000_000;
    byte[] bytes = java.util.Arrays.copyOf(good, good.length + samples);
    var box = ByteBuffer.wrap(bytes);
    box.putInt(find(bytes, "edts"), 0x66726565).putInt(find(bytes, "ctts"), 0x66726565);
    box.putInt(find(bytes, "stsz") + 8, 1).putInt(find(bytes, "stsz") + 12, samples);
    box.putInt(find(bytes, "stts") + 12, samples).putInt(find(bytes, "stts") + 16, 0x7fffffff);
    box.putInt(find(bytes, "stsc") + 8, 1).putInt(find(bytes, "stsc") + 16, samples);
    box.putInt(find(bytes, "stco") + 8, 1);
    box.putInt(good.length, samples);
    assertThatThrownBy(() -> MasterIndexReader.read(new MemorySource(bytes, "endless")))
        .isInstanceOf(MalformedMasterException.class)
        .hasMessageContaining("overflow");
  }

  @Test
  void edgesThatAreNotEncodedInTimeAreGivenUp() throws IOException {
    var request =
        new CutRequest(
            new FrameRange(10, 60),
            java.util.Set.of(),
            Duration.ofNanos(1),
            MethodChoice.SMART_ONLY,
            true);
    try (var sink = new CopyingSink(new MemorySource(good, "good"))) {
      var cutter = new ClipCutter(NONE);
      assertThatThrownBy(
              () ->
                  cutter.cut(request, new MemorySource(good, "good"), sink, ProgressListener.NONE))
          .isInstanceOf(UnsupportedMasterException.class)
          .hasMessageContaining("not encoded in time");
      assertThat(sink.published()).isEmpty();
    }
  }

  @Test
  void boxInTheWrongPlaceDoesNotComeIntoTheClip() throws IOException {
    byte[] bytes = good.clone();
    ByteBuffer.wrap(bytes).putInt(find(bytes, "udta"), 0x656c7374);
    var cut = HostileCut.cut(new MemorySource(bytes, "strayed"), new FrameRange(10, 60));
    byte[] clip = cut.orElseThrow().clip();
    int edits = find(clip, "elst");
    int more = find(clip, "elst", find(clip, "elst", edits + 4) + 4);
    assertThat(more).isEqualTo(-1);
  }

  @Test
  void samplesThatTogetherAreLargerThanTheFileAreRefused() {
    byte[] bytes = good.clone();
    ByteBuffer.wrap(bytes).putInt(find(bytes, "stsz") + 8, good.length / 4);
    var box = ByteBuffer.wrap(bytes).position(find(bytes, "stco") + 12);
    int chunks = ByteBuffer.wrap(bytes).getInt(find(bytes, "stco") + 8);
    for (int i = 0; i < chunks; i++) {
      box.putInt(0);
    }
    assertThatThrownBy(() -> MasterIndexReader.read(new MemorySource(bytes, "piled")))
        .isInstanceOf(MalformedMasterException.class)
        .hasMessageContaining("75 samples of %d bytes".formatted(75L * (good.length / 4)));
  }

  @Test
  void errorNamesTheBoxAndItsPlace() {
    byte[] bytes = good.clone();
    int at = find(bytes, "stts");
    ByteBuffer.wrap(bytes).putInt(at + 8, 77_777);
    assertThatThrownBy(() -> MasterIndexReader.read(new MemorySource(bytes, "lying")))
        .isInstanceOf(MalformedMasterException.class)
        .hasMessageContaining("moov/trak/mdia/minf/stbl/stts at byte " + (at - 4))
        .hasMessageContaining("77777 entries");
  }

  @Test
  @Timeout(240)
  void randomDamageOfTheIndexIsNeverACrash() throws IOException {
    var random = new Random(11);
    int moov = find(good, "moov") - 4;
    int length = ByteBuffer.wrap(good).getInt(moov);
    for (int round = 0; round < 150; round++) {
      byte[] bytes = good.clone();
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        bytes[moov + 8 + random.nextInt(length - 8)] = (byte) random.nextInt();
      }
      cuts(bytes);
    }
  }

  @Test
  @Timeout(240)
  void randomDamageOfThePayloadIsNeverACrash() throws IOException {
    var random = new Random(12);
    int mdat = find(good, "mdat") + 4;
    int moov = find(good, "moov") - 4;
    for (int round = 0; round < 40; round++) {
      byte[] bytes = good.clone();
      int end = moov > mdat ? moov : bytes.length;
      for (int i = 0; i < 400; i++) {
        bytes[mdat + random.nextInt(end - mdat)] = (byte) random.nextInt();
      }
      cuts(bytes);
    }
  }

  @Test
  @Timeout(60)
  void truncationAnywhereIsNeverACrash() throws IOException {
    var random = new Random(13);
    for (int round = 0; round < 40; round++) {
      assertThat(cuts(java.util.Arrays.copyOf(good, random.nextInt(good.length)))).isFalse();
    }
  }
}

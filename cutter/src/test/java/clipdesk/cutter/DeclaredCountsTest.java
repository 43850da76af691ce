package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.fuzzing.HostileCut;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.Mp4Index;
import clipdesk.cutter.index.SidecarFile;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.index.StaleIndexException;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.mp4.Edit;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.mp4.TrackKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small files that declare much: work and memory follow the bytes that are there, within two
 * seconds and a small multiple of them ({@link HostileCut#modestCut}).
 */
class DeclaredCountsTest {
  private static final FrameRange RANGE = new FrameRange(12, 36);
  private static final int FAR = 1 << 30;

  private static byte[] good;

  @BeforeAll
  static void makeMaster(@TempDir Path folder) throws IOException {
    var file = folder.resolve("good.mp4");
    TestMaster.write(file, "bframes=2:qp=48", 40);
    good = Files.readAllBytes(file);
  }

  @Test
  void headerLongerThanItsIndexIsNotAllocated() throws IOException {
    byte[] index = SidecarFile.footer(-(long) Integer.MAX_VALUE, Integer.MAX_VALUE);

    assertThatThrownBy(() -> open(index, source(good))).isInstanceOf(StaleIndexException.class);
  }

  /** Every picture is a place to start, none is shown early enough. */
  @Test
  void startOfDecodingIsNotLookedForInAWholeIndex() throws IOException {
    int samples = 100_000;
    var tables = new Forged(samples, 512, FAR, 0);
    byte[] index = index(TrackKind.VIDEO, tables);
    assertThat(index).hasSizeLessThan(samples / 8);

    assertThat(HostileCut.modestCut(source(good), RANGE, master -> open(index, master))).isEmpty();
  }

  /** As above, in the tables of a master; its samples are a byte each, the same in every chunk. */
  @Test
  void startOfDecodingIsNotLookedForInAWholeMaster() throws IOException {
    byte[] master = Arrays.copyOf(good, 110_000);
    int chunks = 4;
    int perChunk = 100_000;
    var box = ByteBuffer.wrap(master);
    put(box, "edts", 0, 0x66726565);
    put(box, "stss", 0, 0x66726565);
    put(box, "stts", 8, 1, chunks * perChunk, 512);
    put(box, "ctts", 8, 1, chunks * perChunk, FAR);
    put(box, "stsz", 8, 1, chunks * perChunk);
    put(box, "stsc", 8, 1, 1, perChunk, 1);
    put(box, "stco", 8, chunks, 0, 0, 0, 0);

    assertThat(HostileCut.modestCut(source(master), RANGE, MasterIndexReader::read)).isEmpty();
  }

  /** A packet for each tick, and each is half the master. */
  @Test
  void soundThatLiesOneOnTheOtherIsNotCopied() throws IOException {
    byte[] wanted = HostileCut.cut(source(good), RANGE).orElseThrow().clip();
    byte[] index = index(TrackKind.AUDIO, new Forged(40_000, 1, 0, good.length / 2));

    var cut = HostileCut.modestCut(source(good), RANGE, master -> open(index, master));

    assertThat(cut.orElseThrow().clip()).isEqualTo(wanted);
  }

  private static MemorySource source(byte[] bytes) {
    return new MemorySource(bytes, "master");
  }

  private static MasterIndex open(byte[] index, ByteSource master) throws IOException {
    return SidecarIndex.open(new MemorySource(index, "index"), master);
  }

  private static int find(String type) {
    return new String(good, StandardCharsets.ISO_8859_1).indexOf(type);
  }

  /** Writes numbers into the first box of a type, so far behind the start of its name. */
  private static void put(ByteBuffer master, String type, int at, int... numbers) {
    int place = find(type) + at;
    for (int i = 0; i < numbers.length; i++) {
      master.putInt(place + 4 * i, numbers[i]);
    }
  }

  /** An index of the good master, with other tables for a kind of track. */
  private static byte[] index(TrackKind kind, SampleTables tables) throws IOException {
    var movie = MasterIndexReader.read(source(good)).movie();
    var tracks =
        movie.tracks().stream()
            .map(track -> track.kind() == kind ? with(track, tables) : track)
            .toList();
    var forged =
        new Movie(movie.fileType(), movie.header(), movie.timescale(), tracks, movie.kept());
    var bytes = new ByteArrayOutputStream();
    SidecarIndex.write(Mp4Index.of(forged, new CachedReader(source(good))), bytes);
    return bytes.toByteArray();
  }

  private static Track with(Track track, SampleTables tables) {
    return new Track(
        track.number(),
        track.kind(),
        track.timescale(),
        track.header(),
        track.languageCode(),
        new Edit(0, 0, 0),
        track.description(),
        track.inTrack(),
        track.inMedia(),
        track.inInformation(),
        track.pcmFrameBytes(),
        track.uniformBytes(),
        tables);
  }

  /** Samples that are all alike, all at the start of the file, all sync samples. */
  private record Forged(int count, int duration, int compositionOffset, int size)
      implements SampleTables {
    @Override
    public SampleWindow window(int first, int end) {
      int length = end - first;
      var dts = new long[length];
      Arrays.setAll(dts, i -> (long) (first + i) * duration);
      var sync = new BitSet();
      sync.set(0, length);
      return new SampleWindow(
          first,
          dts,
          filled(length, compositionOffset),
          filled(length, duration),
          filled(length, size),
          new long[length],
          sync,
          1);
    }

    private static int[] filled(int length, int value) {
      var values = new int[length];
      Arrays.fill(values, value);
      return values;
    }

    @Override
    public int firstNotBefore(long dts) {
      return Math.clamp(Math.ceilDiv(dts, duration), 0, count);
    }

    @Override
    public int syncAtOrBefore(int index) {
      return index;
    }

    @Override
    public boolean everySampleIsSync() {
      return true;
    }

    @Override
    public long durationTicks() {
      return (long) count * duration;
    }

    @Override
    public long constantDuration() {
      return duration;
    }
  }
}

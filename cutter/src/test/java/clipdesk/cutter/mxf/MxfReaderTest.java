package clipdesk.cutter.mxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.mp4.MovieReader;
import clipdesk.cutter.mp4.Timecode;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.mp4.TrackKind;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edit units that FFmpeg wrote, beside the MOV that it took pictures and sound from. */
class MxfReaderTest {
  private static final String PICTURES = "testsrc2=s=160x90:r=30000/1001:d=3";
  private static final String SOUND = "aevalsrc=0.3*sin(2*PI*(300*t+20*t*t)):s=48000:d=3";

  @TempDir static Path folder;

  private static byte[] movie;
  private static byte[] master;

  @BeforeAll
  static void makeBoth() throws IOException {
    movie =
        made(
            "-f lavfi -i %s -f lavfi -i %s -c:v libx264 -preset ultrafast -g 1 -c:a pcm_s16le"
                .formatted(PICTURES, SOUND),
            "movie.mov");
    master =
        made("-i %s -c copy -timecode 00:59:58;02".formatted(folder.resolve("movie.mov")), "m.mxf");
  }

  private static byte[] made(String how, String name) throws IOException {
    var file = folder.resolve(name);
    FfmpegProgram.run(List.of((how + " -fflags +bitexact " + file).split(" ")));
    return Files.readAllBytes(file);
  }

  @Test
  void everySampleIsTheOneThatWasPutIn() throws IOException {
    var wanted = MovieReader.read(reader(movie)).tracks();

    var found = MxfReader.read(reader(master));

    var samples = found.assembly().orElseThrow().apply(source(master));
    var pictures = of(TrackKind.VIDEO, found.movie().tracks());
    assertThat(samples(pictures, samples))
        .usingElementComparator(Arrays::compare)
        .containsExactlyElementsOf(samples(of(TrackKind.VIDEO, wanted), source(movie)));
    // FFmpeg fills the last unit with silence.
    assertThat(joined(samples(of(TrackKind.AUDIO, found.movie().tracks()), samples)))
        .startsWith(joined(samples(of(TrackKind.AUDIO, wanted), source(movie))));
  }

  @Test
  void anyRangeOfBytesIsAPartOfTheWhole() throws IOException {
    var found = MxfReader.read(reader(master));
    var samples = found.assembly().orElseThrow().apply(source(master));
    var pictures = of(TrackKind.VIDEO, found.movie().tracks()).samples().window(0, 90);
    long from = pictures.offset(0);
    byte[] whole = read(samples, from, (int) (pictures.endOffset(89) - from));

    for (int at = 1; at < whole.length; at += 7_001) {
      int length = Math.min(9_991, whole.length - at);
      assertThat(read(samples, from + at, length))
          .isEqualTo(Arrays.copyOfRange(whole, at, at + length));
    }
  }

  @Test
  void soundIsCountedThroughUnitsThatAreNotAsLongAsEachOther() throws IOException {
    var sound = of(TrackKind.AUDIO, MxfReader.read(reader(master)).movie().tracks()).samples();

    var window = sound.window(0, sound.count());
    long end = 0;
    for (int i = 0; i < window.end(); i++) {
      assertThat(window.dts(i)).isEqualTo(end);
      assertThat(sound.firstNotBefore(end)).isEqualTo(i);
      assertThat(sound.firstNotBefore(end + 1)).isEqualTo(i + 1);
      end += window.duration(i);
    }
    assertThat(end).isEqualTo(sound.durationTicks());
    assertThat(window.duration(0)).isNotEqualTo(window.duration(1));
  }

  @Test
  void timecodeIsThatOfTheMaterialPackage() throws IOException {
    assertThat(MxfReader.read(reader(master)).timecode())
        .contains(new Timecode(107_834, 30_000, 1001, 30, true))
        .map(code -> code.label(0))
        .contains("00:59:58;02");
  }

  @Test
  void timesAreKnownWithoutAPicture() throws IOException {
    byte[] lost = master.clone();
    var found = MxfReader.read(reader(master));
    var pictures = of(TrackKind.VIDEO, found.movie().tracks()).samples();
    Arrays.fill(lost, elementAt(30), elementAt(31), (byte) 0);

    var tables = of(TrackKind.VIDEO, MxfReader.read(reader(lost)).movie().tracks()).samples();

    assertThat(tables.times(0, 90).pts(89)).isEqualTo(pictures.window(0, 90).pts(89));
    assertThatThrownBy(() -> tables.window(25, 35))
        .isInstanceOfSatisfying(
            UnsupportedMasterException.class,
            it -> assertThat(it.reason()).isEqualTo(FallbackReason.CONTAINER));
  }

  @Test
  void pixelsHaveTheShapeThatTheContainerSays() throws IOException {
    byte[] wide = master.clone();
    ByteBuffer.wrap(wide).putInt(after(0x320e_0008), 4).putInt(after(0x320e_0008) + 4, 3);

    var description =
        of(TrackKind.VIDEO, MxfReader.read(reader(wide)).movie().tracks()).description();

    assertThat(ByteBuffer.wrap(description.config("pasp").orElseThrow()).getLong())
        .isEqualTo(3L << 32 | 4);
  }

  @Test
  void encryptedEssenceIsCalledSo() {
    byte[] encrypted = master.clone();
    // The twelfth byte of a key of essence: 0x7e stands for a triplet that holds another.
    encrypted[elementAt(0) + 12] = 0x7e;

    assertThatThrownBy(() -> MxfReader.read(reader(encrypted)))
        .isInstanceOfSatisfying(
            UnsupportedMasterException.class,
            it -> assertThat(it.reason()).isEqualTo(FallbackReason.ENCRYPTED));
  }

  @Test
  void fileThatIsStillGrowingIsLeftToWhoReadsItThrough() {
    assertUnsupported(Arrays.copyOf(master, master.length - 1000), "where its partitions are");
  }

  @Test
  void fileOfOneTrackIsOfAnotherPattern() throws IOException {
    var command =
        "-i %s -map 0:v -c:v dnxhd -profile:v dnxhr_sq -pix_fmt yuv422p -vf scale=256:120";
    byte[] atom = made(command.formatted(folder.resolve("movie.mov")) + " -f mxf_opatom", "a.mxf");

    assertUnsupported(atom, "another pattern than OP1a");
  }

  @Test
  void picturesThatReferToOthersAreNotCopied() throws IOException {
    byte[] groups =
        made("-f lavfi -i %s -c:v libx264 -preset ultrafast -g 10".formatted(PICTURES), "g.mxf");
    var tables = of(TrackKind.VIDEO, MxfReader.read(reader(groups)).movie().tracks()).samples();

    assertThatThrownBy(() -> tables.window(0, 5))
        .isInstanceOf(UnsupportedMasterException.class)
        .hasMessageContaining("refer to others");
  }

  private static void assertUnsupported(byte[] file, String why) {
    assertThatThrownBy(() -> MxfReader.read(reader(file)))
        .isInstanceOf(UnsupportedMasterException.class)
        .hasMessageContaining(why);
  }

  /** Behind the first place where four bytes stand. */
  private static int after(int bytes) {
    int at = 0;
    while (ByteBuffer.wrap(master).getInt(at) != bytes) {
      at++;
    }
    return at + 4;
  }

  /** Where the key of a picture starts, the first being 0. */
  private static int elementAt(int picture) {
    long key = 0x0d010301_15010500L;
    int found = -1;
    for (int at = 8; at + 8 <= master.length; at++) {
      if (ByteBuffer.wrap(master).getLong(at) == key && ++found == picture) {
        return at - 8;
      }
    }
    throw new AssertionError("no picture " + picture);
  }

  private static Track of(TrackKind kind, List<Track> tracks) {
    return tracks.stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
  }

  private static List<byte[]> samples(Track track, ByteSource file) throws IOException {
    var window = track.samples().window(0, track.samples().count());
    List<byte[]> samples = new ArrayList<>();
    for (int i = 0; i < window.end(); i++) {
      samples.add(read(file, window.offset(i), window.size(i)));
    }
    return samples;
  }

  private static byte[] joined(List<byte[]> samples) {
    var all = new ByteArrayOutputStream();
    samples.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static byte[] read(ByteSource file, long offset, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    file.read(offset, bytes);
    return bytes.array();
  }

  private static CachedReader reader(byte[] bytes) {
    return new CachedReader(source(bytes));
  }

  private static ByteSource source(byte[] bytes) {
    return new MemorySource(bytes, "master");
  }
}

package clipdesk.cutter.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.testmedia.FfmpegProgram;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Movies in fragments, beside the same movie in one piece. */
final class MovieFragmentsTest {
  private static final int SECONDS = 3;

  @TempDir Path folder;

  private byte[] bytes = {};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+frag_keyframe",
        "+frag_keyframe+empty_moov",
        "+frag_keyframe+empty_moov+default_base_moof",
        "+frag_keyframe+empty_moov+separate_moof",
        "+frag_keyframe+empty_moov+omit_tfhd_offset",
        "+dash+frag_keyframe+global_sidx",
        "+cmaf"
      })
  void samplesAreThoseOfTheMovieInOnePiece(String flags) throws IOException {
    var plain = Masters.ofSeconds(SECONDS).get(MasterType.CLOSED_GOP);
    var whole = MovieReader.read(reader(Files.readAllBytes(plain)));
    var pieces = Files.readAllBytes(fragmented(plain, "-movflags " + flags));

    var movie = MovieReader.read(reader(pieces));

    assertThat(movie.isFragmented()).isTrue();
    for (int t = 0; t < 2; t++) {
      var expected = whole.tracks().get(t).samples();
      var samples = movie.tracks().get(t).samples();
      assertThat(samples.count()).isEqualTo(expected.count());
      var at = samples.window(0, samples.count());
      var is = expected.window(0, expected.count());
      for (int i = 0; i < samples.count(); i++) {
        if (i > 0) {
          // The first packet of sound may last until the picture starts.
          assertThat(at.pts(i) - at.pts(1)).isEqualTo(is.pts(i) - is.pts(1));
        }
        assertThat(at.isSync(i)).isEqualTo(is.isSync(i));
        assertThat(part(pieces, at.offset(i), at.size(i)))
            .isEqualTo(part(Files.readAllBytes(plain), is.offset(i), is.size(i)));
      }
    }
  }

  private static byte[] part(byte[] bytes, long offset, int size) {
    return Arrays.copyOfRange(bytes, (int) offset, (int) offset + size);
  }

  private Path fragmented(Path plain, String more) throws IOException {
    var file = folder.resolve("pieces.mp4");
    FfmpegProgram.run(List.of("-y -i %s -c copy %s %s".formatted(plain, more, file).split(" ")));
    return file;
  }

  @Test
  void recordingThatWasCutOutOfAStreamStartsAtZero() throws IOException {
    var plain = Masters.ofSeconds(SECONDS).get(MasterType.CLOSED_GOP);
    var late = fragmented(plain, "-output_ts_offset 5000 -movflags +cmaf+frag_keyframe -copyts");

    var movie = MovieReader.read(reader(Files.readAllBytes(late)));

    for (var track : movie.tracks()) {
      assertThat(track.samples().window(0, 1).dts(0)).isBetween(0L, track.timescale() / 10);
    }
  }

  @Test
  void gapBetweenFragmentsIsTheLastSamplesTime() throws IOException {
    read();
    long before = video().durationTicks();
    int last = fragmentTimes(1) - 1;

    patch("tfdt", 2, box -> box.putInt(16, box.getInt(16) + 700));

    assertThat(video().window(last, last + 1).duration(last)).isEqualTo(512 + 700);
    assertThat(video().durationTicks()).isEqualTo(before + 700);
  }

  /** How many pictures the first fragment has. */
  private int fragmentTimes(int number) {
    return box("trun", 2 * (number - 1)).getInt(12);
  }

  @Test
  void fragmentsThatOverlapAreNotOrderedHere() throws IOException {
    read();
    patch("tfdt", 2, box -> box.putInt(16, box.getInt(16) - 1));

    assertThatThrownBy(this::video)
        .isInstanceOfSatisfying(
            UnsupportedMasterException.class,
            refused -> assertThat(refused.reason()).isEqualTo(FallbackReason.FRAGMENTED));
  }

  @Test
  void fragmentsWithoutTimesGoOn() throws IOException {
    read();
    long before = video().durationTicks();
    for (int i = 0; i < 4; i++) {
      patch("tfdt", 0, box -> box.put(4, (byte) 'x'));
    }

    assertThat(video().durationTicks()).isEqualTo(before);
  }

  @Test
  void recordingThatBrokeOffEndsWithItsLastWholeSample() throws IOException {
    read();
    int before = video().count();
    bytes = Arrays.copyOf(bytes, bytes.length * 2 / 3);

    assertThat(video().count()).isBetween(10, before - 1);
    var last = video().window(video().count() - 1, video().count());
    assertThat(last.endOffset(last.first())).isLessThanOrEqualTo(bytes.length);
  }

  @Test
  void samplesOutsideTheFileAreRefused() throws IOException {
    read();
    patch("trun", 0, box -> box.putInt(16, Integer.MAX_VALUE));

    assertThatThrownBy(this::video).isInstanceOf(MalformedMasterException.class);
  }

  @Test
  void samplesInFrontOfTheFileAreRefused() throws IOException {
    read();
    patch("trun", 0, box -> box.putInt(16, Integer.MIN_VALUE));

    assertThatThrownBy(this::video).isInstanceOf(MalformedMasterException.class);
  }

  @Test
  void samplesThatNoByteListsAreCounted() throws IOException {
    read();
    patch(
        "trun",
        0,
        box -> {
          box.putInt(8, 1);
          box.putInt(12, Integer.MAX_VALUE);
        });

    assertThatThrownBy(this::video).isInstanceOf(UnsupportedMasterException.class);
  }

  @Test
  void runLongerThanItsBoxIsRefused() throws IOException {
    read();
    patch("trun", 0, box -> box.putInt(12, box.getInt(12) + 1));

    assertThatThrownBy(this::video).isInstanceOf(MalformedMasterException.class);
  }

  @Test
  void encryptedSamplesAreRefusedAsSuch() throws IOException {
    read();
    patch("tfdt", 0, box -> box.put(4, "senc".getBytes(StandardCharsets.US_ASCII)));

    assertThatThrownBy(this::video)
        .isInstanceOfSatisfying(
            UnsupportedMasterException.class,
            refused -> assertThat(refused.reason()).isEqualTo(FallbackReason.ENCRYPTED));
  }

  @Test
  void trackWithoutDefaultsIsRefused() throws IOException {
    read();
    patch("trex", 0, box -> box.put(4, (byte) 'x'));

    assertThatThrownBy(this::video)
        .isInstanceOfSatisfying(
            UnsupportedMasterException.class,
            refused -> assertThat(refused.reason()).isEqualTo(FallbackReason.FRAGMENTED));
  }

  private void read() throws IOException {
    bytes = Files.readAllBytes(Masters.ofSeconds(SECONDS).get(MasterType.FRAGMENTED)).clone();
  }

  private SampleTables video() throws IOException {
    return MovieReader.read(reader(bytes)).tracks().getFirst().samples();
  }

  private static CachedReader reader(byte[] file) {
    return new CachedReader(new MemorySource(file, "test"));
  }

  private interface Patch {
    void apply(ByteBuffer box);
  }

  private void patch(String type, int number, Patch patch) {
    patch.apply(box(type, number));
  }

  /** The n-th box of a type, from its size on. */
  private ByteBuffer box(String type, int number) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(type);
    for (int i = 0; i < number; i++) {
      at = text.indexOf(type, at + 4);
    }
    return ByteBuffer.wrap(bytes, at - 4, bytes.length - at + 4).slice();
  }
}

package clipdesk.cutter.mpeg2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that FFmpeg wrote. */
class CodedPictureTest {
  private static final String MATRIX =
      IntStream.range(0, 64).mapToObj(i -> String.valueOf(16 + i)).collect(Collectors.joining(","));

  @TempDir static Path folder;

  private static List<byte[]> pictures;
  private static CodedPicture entry;

  @BeforeAll
  static void makeOne() throws IOException {
    pictures = made("-vf scale=720:576,setdar=16/9 -bf 2");
    entry = CodedPicture.of(pictures.getFirst());
  }

  /** Frames of a stream, each with what stands in front of it. */
  private static List<byte[]> made(String how) throws IOException {
    return split(stream("mpeg2video", how));
  }

  private static byte[] stream(String format, String how) throws IOException {
    var file = folder.resolve("stream");
    var command = "-f lavfi -i testsrc2=s=160x96:r=25:d=1 %s -f %s %s".formatted(how, format, file);
    FfmpegProgram.run(List.of(command.split(" +")));
    return Files.readAllBytes(file);
  }

  private static List<byte[]> split(byte[] stream) {
    List<byte[]> frames = new ArrayList<>();
    int from = 0;
    boolean inSlices = false;
    for (int at = 0; at + 4 <= stream.length; at++) {
      if (stream[at] == 0 && stream[at + 1] == 0 && stream[at + 2] == 1) {
        int code = stream[at + 3] & 0xff;
        boolean slice = code > 0 && code < 0xb0;
        if (inSlices && !slice) {
          frames.add(Arrays.copyOfRange(stream, from, at));
          from = at;
        }
        inSlices = slice;
      }
    }
    frames.add(Arrays.copyOfRange(stream, from, stream.length));
    return frames;
  }

  @Test
  void entryIsAnIntraPictureBehindASequenceHeader() {
    assertThat(entry.isEntry()).isTrue();
    assertThat(pictures.subList(1, 10)).noneMatch(it -> CodedPicture.of(it).isEntry());
    byte[] bare = pictures.getFirst();
    assertThat(CodedPicture.of(Arrays.copyOfRange(bare, entry.headerAt(), bare.length)).isEntry())
        .isFalse();
  }

  @Test
  void picturesAreCountedInTheirGroupAsTheyAreShown() {
    assertThat(pictures.subList(0, 4))
        .extracting(it -> CodedPicture.of(it).order())
        .containsExactly(0, 3, 1, 2);
    assertThat(pictures.subList(0, 12))
        .extracting(it -> CodedPicture.of(it).startsGroup())
        .startsWith(true, false, false)
        .endsWith(false, true, false);
  }

  @Test
  void sizeAndShapeAreThoseOfTheSequence() {
    var sequence = entry.sequence().orElseThrow();

    assertThat(sequence.width()).isEqualTo(720);
    assertThat(sequence.height()).isEqualTo(576);
    assertThat(sequence.pixel()).containsExactly(64, 45);
    assertThat(sequence.isProgressive()).isTrue();
  }

  @Test
  void matricesMayDifferFromOneHeaderToTheNextAndNothingElse() throws IOException {
    var plain = sequence("");
    var other = sequence("-intra_matrix " + MATRIX + " -inter_matrix " + MATRIX);

    assertThat(other.header()).hasSize(plain.header().length + 128);
    assertThat(other.plainHeader()).isEqualTo(plain.header());
    assertThat(plain.isRepeatedBy(other)).isTrue();
    assertThat(plain.isRepeatedBy(sequence("-vf scale=160:112"))).isFalse();
    assertThat(plain.isRepeatedBy(sequence("-flags +ildct"))).isFalse();
  }

  private static Sequence sequence(String how) throws IOException {
    return CodedPicture.of(made(how).getFirst()).sequence().orElseThrow();
  }

  @Test
  void pictureWithoutSlicesIsMalformed() {
    byte[] headers = Arrays.copyOf(pictures.getFirst(), entry.slicesAt());

    assertThatThrownBy(() -> CodedPicture.of(headers)).isInstanceOf(MalformedMasterException.class);
    assertThat(CodedPicture.of(Arrays.copyOf(pictures.getFirst(), entry.slicesAt() + 4)).order())
        .isZero();
  }

  @Test
  void olderPicturesAreNotTaken() throws IOException {
    byte[] older = split(stream("mpeg1video", "")).getFirst();

    assertThatThrownBy(() -> CodedPicture.of(older))
        .isInstanceOfSatisfying(
            UnsupportedMasterException.class,
            it -> assertThat(it.reason()).isEqualTo(FallbackReason.VIDEO_CODEC));
  }

  @Test
  void encodedPictureStandsUnderTheMastersHeaderAndSaysWhatItsPictureSays() throws IOException {
    byte[] field = made("-vf setfield=tff -flags +ildct+ilme").getFirst();
    var header = CodedPicture.of(field);
    var captions = new byte[] {0, 0, 1, (byte) 0xb2, 'G', 'A', '9', '4'};
    byte[] master =
        joined(
            Arrays.copyOf(field, header.slicesAt()),
            captions,
            Arrays.copyOfRange(field, header.slicesAt(), field.length));
    byte[] encoded = made("-b:v 9M").getFirst();

    var picture = CodedPicture.of(master);
    byte[] sample =
        EdgePicture.of(master, picture).sample(encoded, picture.sequence().orElseThrow());

    var found = CodedPicture.of(sample);
    assertThat(found.sequence().orElseThrow().header())
        .isEqualTo(header.sequence().orElseThrow().header());
    assertThat(found.userData()).containsExactly(captions);
    int at = found.extensionAt() + 3;
    assertThat(sample[at] & 0x81).isEqualTo(0x80);
    assertThat(sample[at + 1] & 0x80).isZero();
    assertThat(Arrays.copyOfRange(sample, found.slicesAt(), sample.length))
        .isEqualTo(
            Arrays.copyOfRange(encoded, CodedPicture.of(encoded).slicesAt(), encoded.length));
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}

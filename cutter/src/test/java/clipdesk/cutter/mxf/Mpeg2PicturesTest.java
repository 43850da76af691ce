package clipdesk.cutter.mxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.mp4.PictureObject;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of twelve pictures that FFmpeg wrote, and what is done about an index that is wrong. */
class Mpeg2PicturesTest {
  private static final int SEQUENCE_CODE = 0x1b3;
  private static final int CODING_EXTENSION = 0x1b58;
  private static final int ENTRIES_TAG = 0x3f0a;

  @TempDir static Path folder;

  private static byte[] master;

  @BeforeAll
  static void makeMaster() throws IOException {
    master = made("-bf 2 -pix_fmt yuv422p");
  }

  private static byte[] made(String how) throws IOException {
    var file = folder.resolve("master.mxf");
    var command =
        "-f lavfi -i testsrc2=s=160x96:r=25:d=2 -c:v mpeg2video -g 12 %s -fflags +bitexact %s"
            .formatted(how, file);
    FfmpegProgram.run(List.of(command.split(" +")));
    return Files.readAllBytes(file);
  }

  private static Track pictures(byte[] file) throws IOException {
    var samples = MxfReader.read(new CachedReader(new MemorySource(file, "master")));
    assertThat(samples.assembly()).isEmpty();
    return samples.movie().tracks().getFirst();
  }

  @Test
  void samplesAreThePicturesAsTheyStandInTheFile() throws IOException {
    var window = pictures(master).samples().window(0, 50);

    for (int i = 0; i < 50; i++) {
      int start = ByteBuffer.wrap(master).getInt((int) window.offset(i));
      assertThat(start).isEqualTo(window.isSync(i) ? SEQUENCE_CODE : 0x100);
    }
    assertThat(IntStream.range(0, 50).filter(window::isSync)).containsExactly(0, 10, 22, 34, 46);
    assertThat(IntStream.range(0, 5).mapToLong(window::pts))
        .containsExactly(1000L, 4000L, 2000L, 3000L, 7000L);
  }

  @Test
  void descriptionSaysTheProfile() throws IOException {
    assertThat(objectType(master)).isEqualTo(0x65);
    assertThat(objectType(made("-bf 2"))).isEqualTo(0x61);
  }

  private static int objectType(byte[] file) throws IOException {
    var description = pictures(file).description();
    assertThat(PictureObject.isMpeg2(description)).isTrue();
    return description.config("esds").orElseThrow()[11];
  }

  @Test
  void headerThatIsLongerThanALengthOfOneByteIsDescribedWhole() throws IOException {
    var matrix = String.join(",", Collections.nCopies(64, "17"));
    byte[] file = made("-bf 2 -intra_matrix %s -inter_matrix %s".formatted(matrix, matrix));

    byte[] esds = pictures(file).description().config("esds").orElseThrow();

    // Version and flags, then a descriptor whose length takes two bytes.
    int length = (esds[5] & 0x7f) << 7 | esds[6];
    assertThat(length).isEqualTo(esds.length - 7).isGreaterThan(150);
  }

  @Test
  void indexThatShowsPicturesInAnotherOrderIsNotBelieved() throws IOException {
    byte[] wrong = master.clone();
    // What is shown as the second is said to be the third, and the other way round.
    wrong[entry(1)] = 2;
    wrong[entry(2)] = 0;

    assertUnsupported(wrong, 0, 12);
  }

  @Test
  void groupThatIsShownElsewhereIsNotBelieved() throws IOException {
    byte[] wrong = master.clone();
    for (int i = 0; i < 50; i++) {
      wrong[entry(i)] = 0;
    }

    assertUnsupported(wrong, 22, 23);
  }

  @Test
  void entryIsOneByItsPicture() throws IOException {
    byte[] wrong = master.clone();
    // The fourth picture as it is stored is a B picture.
    wrong[entry(3) + 2] = 0x40;

    assertUnsupported(wrong, 0, 12);
  }

  @Test
  void pictureThatIsShownForLongerIsNotTaken() throws IOException {
    byte[] wrong = master.clone();
    wrong[after(CODING_EXTENSION, 28, 0) + 2] |= 2;

    assertUnsupported(wrong, 0, 12);
  }

  @Test
  void otherSequenceHeaderIsAnotherDescription() throws IOException {
    byte[] wrong = master.clone();
    int second = after(SEQUENCE_CODE, 32, after(SEQUENCE_CODE, 32, 0));
    assertThat(pictures(master).samples().window(10, 12).description()).isEqualTo(1);
    // The shape of the picture.
    wrong[second + 3] ^= 0x30;

    assertThat(pictures(wrong).samples().window(10, 12).description()).isNotEqualTo(1);
  }

  private static void assertUnsupported(byte[] file, int first, int end) throws IOException {
    pictures(master).samples().window(first, end);

    assertThatThrownBy(() -> pictures(file).samples().window(first, end))
        .isInstanceOf(UnsupportedMasterException.class);
  }

  /** Where the first segment of the index has an entry. */
  private static int entry(int unit) {
    int segment = after(0x0d010201, 32, 0);
    while (ByteBuffer.wrap(master).getInt(segment) != 0x01100100) {
      segment = after(0x0d010201, 32, segment);
    }
    int list = segment;
    while (ByteBuffer.wrap(master).getShort(list) != ENTRIES_TAG) {
      list++;
    }
    int size = ByteBuffer.wrap(master).getInt(list + 8);
    return list + 12 + unit * size;
  }

  /** Behind the next place where the first bits of four bytes are these. */
  private static int after(int bits, int count, int from) {
    int at = from;
    while (ByteBuffer.wrap(master).getInt(at) >>> (32 - count) != bits) {
      at++;
    }
    return at + 4;
  }
}

package clipdesk.cutter.edges;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of which each refers to the one before, as those of an edge do. */
class EdgeVerifierTest {
  @TempDir Path folder;
  private final List<byte[]> pictures = new ArrayList<>();
  private EdgeVerifier verifier;

  @BeforeEach
  void readPictures() throws IOException {
    var file = folder.resolve("master.mp4");
    TestMaster.write(file, "bframes=0:keyint=60:scenecut=0:slices=2", 40);
    try (var master = FileSource.open(file)) {
      var video = MasterIndexReader.read(master).video();
      var window = video.samples().window(0, video.samples().count());
      for (int i = 0; i < window.end(); i++) {
        var bytes = ByteBuffer.allocate(window.size(i));
        master.read(window.offset(i), bytes);
        pictures.add(bytes.array());
      }
      var configuration = video.description().config("avcC").orElseThrow();
      verifier = new EdgeVerifier(AvcConfiguration.parse(configuration));
    }
  }

  @Test
  void picturesThatFollowFromEachOtherPass() {
    assertThatCode(() -> verifier.verify(pictures)).doesNotThrowAnyException();
  }

  @Test
  void lostPictureIsFound() {
    for (int i = 1; i < pictures.size() - 1; i++) {
      List<byte[]> fewer = new ArrayList<>(pictures);
      fewer.remove(i);
      refuses(fewer);
    }
  }

  @Test
  void picturesInAnotherOrderAreFound() {
    List<byte[]> swapped = new ArrayList<>(pictures);
    swapped.set(5, pictures.get(6));
    swapped.set(6, pictures.get(5));
    refuses(swapped);
  }

  @Test
  void startWithoutAPictureThatStandsAloneIsFound() {
    refuses(pictures.subList(1, pictures.size()));
  }

  @Test
  void secondPictureThatStandsAloneIsFound() {
    refuses(List.of(pictures.getFirst(), pictures.getFirst()));
  }

  @Test
  void slicesInAnotherOrderAreFound() {
    var last = pictures.removeLast();
    pictures.add(join(secondSlice(last), withoutSecondSlice(last)));
    refuses(pictures);
  }

  @Test
  void sliceOfAnotherPictureIsFound() {
    var last = pictures.removeLast();
    pictures.add(join(withoutSecondSlice(last), secondSlice(pictures.getLast())));
    refuses(pictures);
  }

  @Test
  void rubbishIsFound() {
    refuses(List.of(pictures.getFirst(), new byte[] {0, 0, 0, 9, 1, 2, 3}));
  }

  private static byte[] withoutSecondSlice(byte[] picture) {
    return Arrays.copyOf(picture, picture.length - secondSlice(picture).length);
  }

  /** The last unit of a picture with its length in front. */
  private static byte[] secondSlice(byte[] picture) {
    int at = 0;
    for (int next = 0; next < picture.length; ) {
      at = next;
      next += 4 + ByteBuffer.wrap(picture).getInt(at);
    }
    return Arrays.copyOfRange(picture, at, picture.length);
  }

  private static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private void refuses(List<byte[]> samples) {
    assertThatThrownBy(() -> verifier.verify(samples))
        .isInstanceOf(VerificationFailedException.class);
  }
}

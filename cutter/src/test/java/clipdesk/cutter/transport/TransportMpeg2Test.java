package clipdesk.cutter.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.TrackKind;
import clipdesk.cutter.mpeg2.StreamedMpeg2Picture;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.testmedia.DecodedFile;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import clipdesk.cutter.testmedia.TransportPackets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pictures of MPEG-2 are listed, and which streams are left to who decodes them. */
class TransportMpeg2Test {
  private static final int VIDEO_PID = 256;
  private static final byte[] GROUP = {0, 0, 1, (byte) 0xb8};
  private static final byte CLOSED = 0x40;
  private static final byte[] END = {0, 0, 1, (byte) 0xb7};

  private static List<byte[]> packets;
  private static List<byte[]> pictures;

  @TempDir Path folder;

  @BeforeAll
  static void readMaster() throws IOException {
    var master = Masters.ofSeconds(3).get(MasterType.MPEG2_IN_TRANSPORT_STREAM);
    packets = TransportPackets.of(Files.readAllBytes(master));
    var file = TransportReaderTest.source(TransportPackets.joined(packets, 0, 0));
    var found = TransportReader.read(new CachedReader(file));
    var video = TransportReaderTest.of(TrackKind.VIDEO, found.movie().tracks());
    pictures = TransportReaderTest.samples(video, found.assembly().apply(file));
  }

  @Test
  void picturesThatLeadTheFirstEntryHaveNoNumber() throws IOException {
    var later = TransportPackets.joined(TransportPackets.fromTheMiddle(packets), 0, 0);
    var file = Files.write(folder.resolve("later.ts"), later);

    assertThat(count(later)).isEqualTo(DecodedFile.of(file, 0).frames().size()).isLessThan(60);
  }

  @Test
  void leadingPicturesOfAClosedGroupAreLeftToWhoDecodesThem() {
    var later = TransportPackets.joined(TransportPackets.fromTheMiddle(packets), 0, 0);
    for (int at = 0; at + GROUP.length < later.length; at++) {
      if (Arrays.equals(later, at, at + GROUP.length, GROUP, 0, GROUP.length)) {
        later[at + GROUP.length + 3] |= CLOSED;
      }
    }

    assertThatThrownBy(() -> count(later))
        .isInstanceOf(UnsupportedMasterException.class)
        .hasMessageContaining("closed group");
  }

  @Test
  void unitOfTwoPicturesIsNotListed() {
    var merged = packets.stream().map(byte[]::clone).toList();
    merged.get(starts().get(20))[1] &= ~0x40;

    assertThatThrownBy(() -> count(TransportPackets.joined(merged, 0, 0)))
        .isInstanceOf(UnsupportedMasterException.class)
        .hasMessageContaining("not one frame");
  }

  @Test
  void fieldAndRepeatedPictureAreNotListed() {
    byte[] sample = pictures.get(5);
    int extension = picture(sample).coded().extensionAt();
    byte[] field = sample.clone();
    field[extension + 2] &= ~1;
    byte[] repeated = sample.clone();
    repeated[extension + 3] |= 2;

    for (byte[] other : List.of(field, repeated)) {
      assertThatThrownBy(() -> picture(other)).isInstanceOf(UnsupportedMasterException.class);
    }
  }

  @Test
  void whatStandsBeforeAPictureIsNoPartOfIt() {
    byte[] shifted = new byte[pictures.getFirst().length + 1];
    System.arraycopy(pictures.getFirst(), 0, shifted, 1, shifted.length - 1);

    assertThatThrownBy(() -> picture(shifted)).isInstanceOf(MalformedMasterException.class);
  }

  @Test
  void endOfASequenceIsSeen() {
    byte[] last = pictures.get(7).clone();
    System.arraycopy(END, 0, last, last.length - END.length, END.length);

    assertThat(picture(last).endsSequence()).isTrue();
    assertThat(picture(pictures.get(7)).endsSequence()).isFalse();
  }

  @Test
  void sequenceThatEndsInsideIsLeftToWhoDecodesIt() {
    var starts = starts();
    var ended = packets.stream().map(byte[]::clone).toList();
    int last = starts.get(20) - 1;
    while (TransportPackets.pid(ended.get(last)) != VIDEO_PID) {
      last--;
    }
    byte[] packet = ended.get(last);
    System.arraycopy(END, 0, packet, packet.length - END.length, END.length);

    assertThatThrownBy(() -> count(TransportPackets.joined(ended, 0, 0)))
        .isInstanceOf(UnsupportedMasterException.class)
        .hasMessageContaining("sequence ends");
  }

  /** Which packets start a picture. */
  private static List<Integer> starts() {
    return IntStream.range(0, packets.size())
        .filter(i -> TransportPackets.pid(packets.get(i)) == VIDEO_PID)
        .filter(i -> TransportPackets.startsUnit(packets.get(i)))
        .boxed()
        .toList();
  }

  private static StreamedMpeg2Picture picture(byte[] sample) {
    return StreamedMpeg2Picture.of(sample, sample.length);
  }

  private static int count(byte[] stream) throws IOException {
    var found = TransportReader.read(new CachedReader(TransportReaderTest.source(stream)));
    return TransportReaderTest.of(TrackKind.VIDEO, found.movie().tracks()).samples().count();
  }
}

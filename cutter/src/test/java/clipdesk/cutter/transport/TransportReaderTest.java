package clipdesk.cutter.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.mp4.MovieReader;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.mp4.TrackKind;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.testmedia.FfmpegProgram;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import clipdesk.cutter.testmedia.TransportPackets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples that FFmpeg put in packets, beside the MP4 that it took them from. */
class TransportReaderTest {
  private static final int VIDEO_PID = 256;
  private static final int SOUND_PID = 257;
  private static final int SECONDS = 12;

  @TempDir static Path folder;

  private static byte[] master;
  private static List<byte[]> packets;

  @BeforeAll
  static void putInPackets() throws IOException {
    master = Files.readAllBytes(Masters.ofSeconds(SECONDS).get(MasterType.OPEN_GOP_PYRAMID));
    packets = inPackets(MasterType.OPEN_GOP_PYRAMID);
  }

  private static List<byte[]> inPackets(MasterType type) throws IOException {
    var stream = folder.resolve(type + ".ts");
    FfmpegProgram.run(
        List.of(
            "-i",
            Masters.ofSeconds(SECONDS).get(type).toString(),
            "-c",
            "copy",
            "-metadata",
            "service_name=\u00e9",
            "-metadata",
            "service_provider=\u00e9",
            stream.toString()));
    return TransportPackets.of(Files.readAllBytes(stream));
  }

  /** Stuffing alone, behind which there is nothing, and more of it than a packet has room for. */
  @ParameterizedTest
  @CsvSource({"0x20, 183", "0x30, 183", "0x30, 255"})
  void packetOfATableThatCarriesNothingIsPassedOver(int control, int stuffing) throws IOException {
    var empty = new byte[188];
    Arrays.fill(empty, (byte) 0xff);
    ByteBuffer.wrap(empty).putInt(0x47400000 | control).put((byte) stuffing);
    var all = new ArrayList<>(packets);
    all.add(empty);

    var found = TransportReader.read(new CachedReader(source(TransportPackets.joined(all, 0, 0))));

    assertThat(found.movie().tracks()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "4, 0", "0, 16"})
  void everySampleIsTheOneThatWasPutInPackets(int before, int behind) throws IOException {
    var file = source(TransportPackets.joined(packets, before, behind));
    var wanted = MovieReader.read(new CachedReader(source(master))).tracks();

    var found = TransportReader.read(new CachedReader(file));

    for (var track : found.movie().tracks()) {
      var original = of(track.kind(), wanted);
      assertThat(samples(track, found.assembly().apply(file)))
          .usingElementComparator(Arrays::compare)
          .containsExactlyElementsOf(samples(original, source(master)));
    }
    assertThat(found.movie().tracks()).hasSize(2);
  }

  @Test
  void anyRangeOfBytesIsAPartOfTheWhole() throws IOException {
    var file = source(TransportPackets.joined(packets, 0, 0));
    var samples = TransportReader.read(new CachedReader(file)).assembly().apply(file);
    byte[] whole = read(samples, 0, (int) samples.sizeBytes());

    for (int at = 1; at < whole.length; at += 70_001) {
      int length = Math.min(99_991, whole.length - at);
      assertThat(read(samples, at, length)).isEqualTo(Arrays.copyOfRange(whole, at, at + length));
    }
  }

  @Test
  void picturesAreShownWhenTheMp4ShowsThem() throws IOException {
    var file = source(TransportPackets.joined(packets, 0, 0));
    var wanted = of(TrackKind.VIDEO, MovieReader.read(new CachedReader(source(master))).tracks());
    var found = of(TrackKind.VIDEO, TransportReader.read(new CachedReader(file)).movie().tracks());

    var expected = wanted.samples().window(0, wanted.samples().count());
    var actual = found.samples().window(0, found.samples().count());
    for (int i = 1; i < expected.end(); i++) {
      assertThat((actual.pts(i) - actual.pts(0)) * wanted.timescale())
          .isEqualTo((expected.pts(i) - expected.pts(0)) * found.timescale());
      assertThat(actual.isSync(i)).isEqualTo(expected.isSync(i));
    }
  }

  @Test
  void lostPacketIsNoticed() {
    for (int pid : new int[] {VIDEO_PID, SOUND_PID}) {
      List<byte[]> fewer = new ArrayList<>(packets);
      fewer.remove(indexOf(packets, pid, packets.size() / 2));

      assertThatThrownBy(reading(fewer))
          .isInstanceOf(MalformedMasterException.class)
          .hasMessageContaining("does not follow the one before");
    }
  }

  @Test
  void scrambledStreamIsEncrypted() {
    var scrambled =
        TransportPackets.with(
            packets,
            SOUND_PID,
            packet -> {
              packet[3] |= (byte) 0x80;
              return packet;
            });

    assertReason(scrambled, FallbackReason.ENCRYPTED);
  }

  @Test
  void picturesBeforeTheFirstEntryHaveNoNumber() throws IOException {
    var all = inPackets(MasterType.CLOSED_GOP);
    int first = indexOf(all, VIDEO_PID, 0);
    int second = secondPicture(all);
    List<byte[]> later = new ArrayList<>(all.subList(0, first));
    later.addAll(all.subList(second, all.size()));

    assertThat(of(TrackKind.VIDEO, tracks(later)).samples().count()).isEqualTo(250);
  }

  /** H.265 of open groups: pictures that refer to what is not there are not shown by decoders. */
  @Test
  void recordingThatBeginsWithLeadingPicturesIsLeftToWhoDecodesIt() throws IOException {
    var all = inPackets(MasterType.HEVC_OPEN_GOP);

    assertReason(TransportPackets.fromTheMiddle(all), FallbackReason.CONTAINER);
  }

  private static List<Track> tracks(List<byte[]> stream) throws IOException {
    return TransportReader.read(new CachedReader(source(TransportPackets.joined(stream, 0, 0))))
        .movie()
        .tracks();
  }

  @Test
  void scrambledPacketThatIsDamagedIsNotEncrypted() {
    List<byte[]> damaged = new ArrayList<>(packets);
    int at = indexOf(packets, VIDEO_PID, packets.size() / 2);
    byte[] packet = packets.get(at).clone();
    packet[1] |= (byte) 0x80;
    packet[3] |= (byte) 0xc0;
    damaged.set(at, packet);

    assertThatThrownBy(reading(damaged)).isInstanceOf(MalformedMasterException.class);
  }

  @Test
  void recordingsOneBehindTheOtherAreOne() throws IOException {
    List<byte[]> twice = new ArrayList<>(packets);
    twice.addAll(packets);

    for (var kind : List.of(TrackKind.VIDEO, TrackKind.AUDIO)) {
      var once = of(kind, tracks(packets)).samples();
      assertThat(of(kind, tracks(twice)).samples().count())
          .isBetween(2 * once.count() - 2, 2 * once.count());
    }
  }

  @Test
  void recordingThatGoesOnInTheMiddleOfItsPicturesIsLeftToWhoDecodesIt() throws IOException {
    for (var type : List.of(MasterType.CLOSED_GOP, MasterType.HEVC_OPEN_GOP)) {
      var all = inPackets(type);
      List<byte[]> both = new ArrayList<>(all);
      both.addAll(all.subList(secondPicture(all), all.size()));

      assertReason(both, FallbackReason.CONTAINER);
    }
  }

  private static int secondPicture(List<byte[]> stream) {
    int at = indexOf(stream, VIDEO_PID, indexOf(stream, VIDEO_PID, 0) + 1);
    while (!TransportPackets.startsUnit(stream.get(at))) {
      at = indexOf(stream, VIDEO_PID, at + 1);
    }
    return at;
  }

  private static int indexOf(List<byte[]> stream, int pid, int from) {
    int at = from;
    while (TransportPackets.pid(stream.get(at)) != pid) {
      at++;
    }
    return at;
  }

  private static ThrowingCallable reading(List<byte[]> stream) {
    return () ->
        TransportReader.read(new CachedReader(source(TransportPackets.joined(stream, 0, 0))));
  }

  private static void assertReason(List<byte[]> stream, FallbackReason reason) {
    assertThatThrownBy(reading(stream))
        .isInstanceOfSatisfying(
            UnsupportedMasterException.class, it -> assertThat(it.reason()).isEqualTo(reason));
  }

  static Track of(TrackKind kind, List<Track> tracks) {
    return tracks.stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
  }

  static List<byte[]> samples(Track track, ByteSource file) throws IOException {
    var window = track.samples().window(0, track.samples().count());
    List<byte[]> samples = new ArrayList<>();
    for (int i = 0; i < window.end(); i++) {
      samples.add(read(file, window.offset(i), window.size(i)));
    }
    return samples;
  }

  private static byte[] read(ByteSource file, long offset, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    file.read(offset, bytes);
    return bytes.array();
  }

  static ByteSource source(byte[] bytes) {
    return new MemorySource(bytes, "master");
  }
}

package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.ClipCheck;
import clipdesk.cutter.testmedia.DecodedFile;
import clipdesk.cutter.testmedia.FfmpegProgram;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import clipdesk.cutter.testmedia.TransportPackets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Transport streams that came over the air or were joined by hand: nothing of them is copied, and
 * what is encoded is what is asked for.
 */
class TroubledTransportTest {
  private static final int VIDEO_PID = 256;
  private static final int FRAMES = 75;
  private static final FrameRange OVER_THE_JOIN = new FrameRange(FRAMES - 25, FRAMES + 5);
  private static final FrameRange BEHIND_THE_JOIN = new FrameRange(FRAMES + 10, FRAMES + 40);

  @TempDir Path folder;

  private Path plain;

  @BeforeEach
  void makeMaster() {
    plain = Masters.ofSeconds(3).get(MasterType.TRANSPORT_STREAM);
  }

  @ParameterizedTest
  @CsvSource({"3600, true", "0, false", "95437, false"})
  void picturesAndSoundGoOnWhereTheClockJumps(int otherOffset, boolean isFlagged)
      throws IOException {
    List<byte[]> both = new ArrayList<>(packets(plain));
    var next = packets(remade(plain, "-output_ts_offset " + otherOffset));
    var master = folder.resolve("joined.ts");
    both.addAll(isFlagged ? flagged(next) : next);
    write(master, both);
    var decoded = DecodedFile.of(plain, 1);

    for (var range : List.of(OVER_THE_JOIN, BEHIND_THE_JOIN)) {
      assertEncodedExactly(master, decoded.followedBy(decoded), range);
    }
  }

  /** The demuxer unwraps a clock by what came before it, which was another clock. */
  @Test
  void secondClockThatWrapsIsRefusedForItsTimes() throws IOException {
    List<byte[]> both = new ArrayList<>(packets(plain));
    both.addAll(packets(remade(plain, "-output_ts_offset 95442")));
    var master = folder.resolve("joined.ts");
    write(master, both);

    assertThatThrownBy(() -> cut(master, BEHIND_THE_JOIN, folder.resolve("clip.mp4")))
        .isInstanceOfSatisfying(
            MalformedMasterException.class,
            it -> assertThat(it.box()).isEqualTo(MalformedMasterException.TIMES));
  }

  @Test
  void whatIsBehindALostPacketIsFoundAllTheSame() throws IOException {
    List<byte[]> fewer = new ArrayList<>(packets(plain));
    int lost = fewer.size() / 3;
    while (TransportPackets.pid(fewer.get(lost)) != VIDEO_PID) {
      lost++;
    }
    fewer.remove(lost);
    var master = folder.resolve("lost.ts");
    write(master, fewer);

    assertEncodedExactly(master, DecodedFile.of(master, 1), new FrameRange(52, 70));
  }

  private void assertEncodedExactly(Path master, DecodedFile decoded, FrameRange range)
      throws IOException {
    var clip = folder.resolve("clip.mp4");
    var report = cut(master, range, clip);

    assertThat(report.reason()).contains(FallbackReason.CONTAINER);
    assertThat(report.audio()).hasSize(1);
    assertThat(new ClipCheck(decoded).faults(DecodedFile.of(clip, 1), report)).isEmpty();
    Files.delete(clip);
  }

  private static CutReport cut(Path file, FrameRange range, Path clip) throws IOException {
    try (var master = FileSource.open(file);
        var sink = new FileSink(clip)) {
      return new ClipCutter(new JavaCvReencoder())
          .cut(CutRequest.of(range), master, sink, ProgressListener.NONE);
    }
  }

  private Path remade(Path stream, String how) throws IOException {
    var other = Files.createTempFile(folder, "other", ".ts");
    FfmpegProgram.run(
        List.of(
            "-i %s -c copy %s -metadata service_name=\u00e9 -metadata service_provider=\u00e9 %s"
                .formatted(stream, how, other)
                .split(" ")));
    return other;
  }

  private static List<byte[]> packets(Path stream) throws IOException {
    return TransportPackets.of(Files.readAllBytes(stream));
  }

  /** With the flag that a clock begins anew, in the first packet that says a time of it. */
  private static List<byte[]> flagged(List<byte[]> packets) {
    var flagged = packets.stream().map(byte[]::clone).toList();
    flagged.stream()
            .filter(it -> (it[3] & 0x20) != 0 && it[4] > 0 && (it[5] & 0x10) != 0)
            .findFirst()
            .orElseThrow()[5] |=
        (byte) 0x80;
    return flagged;
  }

  private static void write(Path file, List<byte[]> packets) throws IOException {
    Files.write(file, TransportPackets.joined(packets, 0, 0));
  }
}

package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.report.CutMethod;
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
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Transport streams that were joined by hand, of which is copied what is whole, or came over the
 * air: nothing of these is copied, and what is encoded is what is asked for.
 */
class TroubledTransportTest {
  private static final int VIDEO_PID = 256;
  private static final int FRAMES = 75;
  private static final int PACKETS_OF_SOUND = 2 * 1024;
  private static final FrameRange OVER_THE_JOIN = new FrameRange(FRAMES - 25, FRAMES + 5);
  private static final FrameRange BEHIND_THE_JOIN = new FrameRange(FRAMES + 10, FRAMES + 70);

  @TempDir Path folder;

  private Path plain;

  @BeforeEach
  void makeMaster() {
    plain = Masters.ofSeconds(3).get(MasterType.TRANSPORT_STREAM);
  }

  /** The last of the clocks wraps inside of its recording. */
  @ParameterizedTest
  @CsvSource({"3600, true", "0, false", "95437, false", "95442, false"})
  void picturesAndSoundGoOnWhereTheClockJumps(int otherOffset, boolean isFlagged)
      throws IOException {
    var next = packets(remade(plain, "-output_ts_offset " + otherOffset));
    var master = joined(packets(plain), isFlagged ? flagged(next) : next);

    for (var range : List.of(OVER_THE_JOIN, BEHIND_THE_JOIN)) {
      assertCopiedExactly(master, plain, range);
    }
  }

  /** What still sounds of the recording before would push aside all that is behind it. */
  @Test
  void soundOfTheNextRecordingIsHeardWithItsPictures() throws IOException {
    var longer = remade(plain, "-frames:v 50");
    var master = joined(packets(longer), packets(remade(plain, "-output_ts_offset 3600")));

    assertCopiedExactly(master, longer, new FrameRange(40, 80));
    assertCopiedExactly(master, longer, new FrameRange(70, 110));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "TRANSPORT_STREAM_HEVC",
        "RARE_TRANSPORT_STREAM_LATM",
        "RARE_TRANSPORT_STREAM_AC3",
        "RARE_TRANSPORT_STREAM_EAC3",
        "RARE_TRANSPORT_STREAM_MPEG_AUDIO",
        "MPEG2_IN_TRANSPORT_STREAM"
      })
  void recordingsOfEveryKindAreJoined(MasterType type) throws IOException {
    plain = Masters.ofSeconds(3).get(type);
    var master = joined(packets(plain), packets(plain));
    int frames = DecodedFile.of(plain, 1).frames().size();

    assertCopiedExactly(master, plain, new FrameRange(frames - 25, frames + 5));
    assertCopiedExactly(master, plain, new FrameRange(frames + 10, 2 * frames - 5));
  }

  private Path joined(List<byte[]> first, List<byte[]> next) throws IOException {
    var master = folder.resolve("joined.ts");
    List<byte[]> both = new ArrayList<>(first);
    both.addAll(next);
    write(master, both);
    return master;
  }

  /**
   * @param first of the recordings; the other is {@link #plain}
   */
  private void assertCopiedExactly(Path master, Path first, FrameRange range) throws IOException {
    var clip = folder.resolve("clip.mp4");
    var before = DecodedFile.of(first, 1);
    var all = before.followedBy(DecodedFile.of(plain, 1));
    long join = all.frames().get(before.frames().size()).micros();
    long in = all.frames().get((int) range.in()).micros();

    var report = cut(master, range, clip);

    assertThat(report.method()).isNotEqualTo(CutMethod.REENCODE);
    assertThat(report.frames().copied()).isPositive();
    assertThat(report.droppedTracks()).containsExactly("gaps: the master's clock jumps once");
    var made = hushed(DecodedFile.of(clip, 1), join - in);
    assertThat(new ClipCheck(hushed(all, join)).faults(made, report)).isEmpty();
    Files.delete(clip);
  }

  /** The first packet of a recording sounds with what the one before left in the decoder. */
  private static DecodedFile hushed(DecodedFile file, long joinMicros) {
    var sound = file.sounds().getFirst();
    long join = joinMicros * sound.sampleRate() / 1_000_000 - sound.firstSample();
    var samples = sound.samples().clone();
    for (long i = Math.max(0, join - PACKETS_OF_SOUND); i < join + PACKETS_OF_SOUND; i++) {
      for (int channel = 0; channel < sound.channels(); channel++) {
        int at = (int) i * sound.channels() + channel;
        if (at < samples.length) {
          samples[at] = 0;
        }
      }
    }
    var hushed =
        new DecodedFile.Sound(
            sound.sampleRate(),
            sound.channels(),
            sound.firstSample(),
            sound.lateSamples(),
            sound.roundedSamples(),
            samples);
    return new DecodedFile(file.frames(), List.of(hushed), file.complaints());
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

package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.fuzzing.HostileCut;
import clipdesk.cutter.fuzzing.Mutations;
import clipdesk.cutter.fuzzing.PacketMutations;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.testmedia.FfmpegProgram;
import clipdesk.cutter.testmedia.JcodecReader;
import clipdesk.cutter.testmedia.ParsedTrack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A small master damaged in every way we could think of, by seeds that never change. Each ends in a
 * typed refusal or in a clip that another reader finds right, within two seconds and with little
 * memory ({@link HostileCut} sees to both); a crash of a codec ends the run.
 */
@Timeout(300)
class CorruptionTest {
  private static final int ROUNDS = Integer.getInteger("clipdesk.rounds", 60);
  private static final FrameRange RANGE = new FrameRange(12, 36);

  private static byte[] good;

  @TempDir static Path remade;

  @BeforeAll
  static void makeMaster() throws IOException {
    var file = remade.resolve("good.mp4");
    TestMaster.write(file, "bframes=2:b-pyramid=normal:qp=48:cabac=0", 40);
    good = Files.readAllBytes(file);
    remake(file, "-movflags +frag_keyframe+empty_moov", "fragments.mp4");
    remake(file, "", "matroska.mkv");
    remake(file, "-metadata service_name=\u00e9 -metadata service_provider=\u00e9", "transport.ts");
    remake(file, "-c:v libx264 -preset ultrafast -g 1 -qp 48 -c:a pcm_s16le", "intra.mxf");
    remake(file, "-c:v mpeg2video -bf 2 -g 12 -b:v 200k -c:a pcm_s16le", "groups.mxf");
  }

  private static void remake(Path file, String how, String name) {
    var command = "-i %s -c copy %s %s".formatted(file, how, remade.resolve(name));
    FfmpegProgram.run(List.of(command.split(" +")));
  }

  private static MemorySource source(byte[] bytes) {
    return new MemorySource(bytes, "master");
  }

  @Test
  void undamagedMasterIsCut() throws IOException {
    assertThat(HostileCut.cut(source(good), RANGE)).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void damageEndsInARefusalOrARightClip(Mutations kind) throws IOException {
    var random = new Random(kind.ordinal());
    for (int round = 0; round < ROUNDS; round++) {
      byte[] master = kind.damage(good, random);
      var cut = HostileCut.modestCut(source(master), RANGE, MasterIndexReader::read);
      if (cut.isPresent()) {
        var name = "%s, round %d".formatted(kind, round);
        var clip = video(JcodecReader.read(cut.get().clip()));
        assertThat(clip.shown()).as(name).hasSize((int) RANGE.frames());
        var whole = readByAnother(master);
        whole.ifPresent(tracks -> assertRight(video(tracks), clip, cut.get().report(), name));
      }
    }
  }

  /**
   * What stands in boxes between the samples, in elements between the frames, packets, partitions.
   */
  @ParameterizedTest
  @CsvSource({"fragments.mp4", "matroska.mkv", "transport.ts", "intra.mxf", "groups.mxf"})
  void damageInOtherContainersEndsInARefusalOrAClip(String name) throws IOException {
    byte[] whole = Files.readAllBytes(remade.resolve(name));
    assertThat(HostileCut.cut(source(whole), RANGE)).isPresent();
    var random = new Random(name.length());
    for (int round = 0; round < ROUNDS; round++) {
      var cut =
          HostileCut.modestCut(source(scribbled(whole, random)), RANGE, MasterIndexReader::read);
      if (cut.isPresent()) {
        var clip = video(JcodecReader.read(cut.get().clip()));
        assertThat(clip.shown()).as("round %d", round).hasSize((int) RANGE.frames());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void damagedPacketsEndInARefusalOrAClip(PacketMutations kind) throws IOException {
    byte[] whole = Files.readAllBytes(remade.resolve("transport.ts"));
    var random = new Random(kind.ordinal());
    for (int round = 0; round < ROUNDS; round++) {
      var damaged = source(kind.damage(whole, random));
      var cut = HostileCut.modestCut(damaged, RANGE, MasterIndexReader::read);
      if (cut.isPresent()) {
        var clip = video(JcodecReader.read(cut.get().clip()));
        assertThat(clip.shown()).as("round %d", round).hasSize((int) RANGE.frames());
      }
    }
  }

  /**
   * A few bytes are others, most of them at the start, where the headers are; or the end is lost.
   */
  private static byte[] scribbled(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = 0; i <= random.nextInt(6); i++) {
      int room = random.nextBoolean() ? Math.min(2000, bytes.length) : bytes.length;
      bytes[random.nextInt(room)] = (byte) random.nextInt();
    }
    return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  @ParameterizedTest
  @CsvSource({"good.mp4", "transport.ts"})
  void damagedIndexEndsInTheSameClipAsNone(String name) throws IOException {
    byte[] master = Files.readAllBytes(remade.resolve(name));
    byte[] wanted = HostileCut.cut(source(master), RANGE).orElseThrow().clip();
    byte[] sidecar = sidecar(master);
    var random = new Random(99);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] index = sidecar.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        index[random.nextInt(index.length)] = (byte) random.nextInt();
      }
      var cut = HostileCut.modestCut(source(master), RANGE, it -> opened(index, it));
      cut.ifPresent(found -> assertThat(found.clip()).isEqualTo(wanted));
    }
  }

  private static byte[] sidecar(byte[] master) throws IOException {
    var bytes = new ByteArrayOutputStream();
    SidecarIndex.write(MasterIndexReader.read(source(master)), bytes);
    return bytes.toByteArray();
  }

  private static MasterIndex opened(byte[] index, ByteSource master) throws IOException {
    return SidecarIndex.open(new MemorySource(index, "index"), master);
  }

  /** Some damage stops the other reader, whatever way: then there is nothing to compare with. */
  private static Optional<List<ParsedTrack>> readByAnother(byte[] master) {
    try {
      return Optional.of(JcodecReader.read(master));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Frames of the clip are the damaged master's, times and all, as another reader sees it. */
  private static void assertRight(
      ParsedTrack master, ParsedTrack clip, CutReport report, String name) {
    var whole = master.shown();
    long in = whole.get((int) RANGE.in()).pts();
    long copiedTo = RANGE.frames() - report.frames().tailReencoded();
    for (int i = 0; i < RANGE.frames(); i++) {
      var wanted = whole.get((int) RANGE.in() + i);
      var found = clip.shown().get(i);
      assertThat(found.pts() - clip.firstShown()).as(name).isEqualTo(wanted.pts() - in);
      if (i >= report.frames().headReencoded() && i < copiedTo) {
        assertThat(found.checksum()).as("%s, frame %d", name, i).isEqualTo(wanted.checksum());
      }
    }
  }

  private static ParsedTrack video(List<ParsedTrack> tracks) {
    return tracks.stream().filter(ParsedTrack::isVideo).findFirst().orElseThrow();
  }
}

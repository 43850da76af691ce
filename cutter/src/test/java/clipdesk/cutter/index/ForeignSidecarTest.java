package clipdesk.cutter.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CopyingSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.io.ForwardingSource;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.reencode.Reencoder;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import clipdesk.cutter.transport.Assembly;
import clipdesk.cutter.transport.PieceWindow;
import clipdesk.cutter.transport.Pieces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cut indexes of masters that have no table of their samples. */
class ForeignSidecarTest {
  private static final int SECONDS = 12;
  private static final FrameRange RANGE = new FrameRange(60, 130);

  /** Of the pictures, one that is copied. */
  private static final int SAMPLE = 100;

  private static final Reencoder NONE =
      (job, master, sink, listener) -> {
        throw new AssertionError("The smart path gave up");
      };

  @ParameterizedTest
  @EnumSource(
      names = {
        "FRAGMENTED",
        "VARIABLE_FRAME_RATE_IN_MATROSKA",
        "TRANSPORT_STREAM",
        "TRANSPORT_STREAM_TWO_SOUNDS",
        "WRAP_IN_TRANSPORT_STREAM",
        "SILENT_IN_TRANSPORT_STREAM"
      })
  void indexSaysWhatWasFoundInTheMaster(MasterType type) throws IOException {
    try (var master = open(type)) {
      var own = MasterIndexReader.read(master);
      var kept = opened(written(own), master);

      assertThat(kept.tracks()).isEqualTo(own.tracks());
      assertThat(kept.frames()).isEqualTo(own.frames());
      assertThat(kept.durationMs()).isEqualTo(own.durationMs());
      assertThat(kept.movie().isForeign()).isEqualTo(own.movie().isForeign());
      assertThat(kept.movie().droppedMetadata()).isEqualTo(own.movie().droppedMetadata());
      assertThat(kept.samplesAreWhole()).isEqualTo(own.samplesAreWhole());
      for (int t = 0; t < own.movie().tracks().size(); t++) {
        var wanted = own.movie().tracks().get(t).samples();
        var found = kept.movie().tracks().get(t).samples();
        assertThat(found.count()).isEqualTo(wanted.count());
        assertThat(rows(found.window(0, found.count())))
            .isEqualTo(rows(wanted.window(0, wanted.count())));
      }
    }
  }

  private static List<List<Long>> rows(SampleWindow window) {
    return IntStream.range(window.first(), window.end())
        .mapToObj(
            i ->
                List.of(
                    window.offset(i),
                    (long) window.size(i),
                    window.dts(i),
                    window.pts(i),
                    (long) window.duration(i),
                    (long) window.description(i),
                    window.isSync(i) ? 1L : 0L))
        .toList();
  }

  @Test
  void anyRangeOfSamplesIsPutTogetherOutOfTheSamePackets() throws IOException {
    try (var master = open(MasterType.TRANSPORT_STREAM_TWO_SOUNDS)) {
      var own = MasterIndexReader.read(master);
      var wanted = own.samplesOf(master);
      var found = opened(written(own), master).samplesOf(master);
      assertThat(found.sizeBytes()).isEqualTo(wanted.sizeBytes());
      var random = new Random(3);
      for (int round = 0; round < 40; round++) {
        long at = random.nextLong(wanted.sizeBytes());
        int length = (int) Math.min(1 + random.nextInt(200_000), wanted.sizeBytes() - at);
        assertThat(bytes(found, at, length)).isEqualTo(bytes(wanted, at, length));
      }
    }
  }

  private static byte[] bytes(ByteSource source, long at, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    source.read(at, bytes);
    return bytes.array();
  }

  @ParameterizedTest
  @EnumSource(names = {"RARE_MATROSKA", "TRANSPORT_STREAM"})
  void cutByTheIndexGivesTheSameClipAndReadsNothingFarBehindIt(MasterType type) throws IOException {
    try (var master = open(type)) {
      var own = MasterIndexReader.read(master);
      var fenced = new Fenced(master, master.sizeBytes() * 3 / 5);

      assertThat(cut(opened(written(own), fenced), fenced)).isEqualTo(cut(own, master));
    }
  }

  /** A master of which nobody may read the rest. */
  private static final class Fenced extends ForwardingSource {
    private final long end;

    Fenced(ByteSource master, long end) {
      super(master);
      this.end = end;
    }

    @Override
    public void read(long offset, ByteBuffer into) throws IOException {
      assertThat(offset + into.remaining()).isLessThanOrEqualTo(end);
      super.read(offset, into);
    }
  }

  @Test
  void indexOfATransportStreamIsSmall() throws IOException {
    try (var master = open(MasterType.TRANSPORT_STREAM)) {
      var own = MasterIndexReader.read(master);
      long samples = own.movie().tracks().stream().mapToLong(it -> it.samples().count()).sum();

      assertThat((long) written(own).length).isLessThan(2000 + 10 * samples);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"INTRA_IN_MXF", "MPEG2_IN_MXF"})
  void tablesOfMxfAreNotWrittenDownAnew(MasterType type) throws IOException {
    try (var master = open(type)) {
      var index = MasterIndexReader.read(master);
      assertThatThrownBy(() -> written(index)).isInstanceOf(UnsupportedMasterException.class);
    }
  }

  /** As a reader of another version may have written it; its checksums are right. */
  @Test
  void indexThatSaysOtherPacketsEndsInTheSameClipAsNone() throws IOException {
    try (var master = open(MasterType.TRANSPORT_STREAM)) {
      var own = (Mp4Index) MasterIndexReader.read(master);
      byte[] wanted = cut(own, master);
      List<Consumer<PieceWindow>> faults =
          List.of(
              pieces -> pieces.skips()[SAMPLE]++,
              pieces -> pieces.rawSizes()[SAMPLE]++,
              pieces -> pieces.packets()[SAMPLE] += 188,
              pieces -> pieces.packets()[SAMPLE] += master.sizeBytes(),
              pieces -> pieces.spreads()[SAMPLE] = 188,
              pieces -> pieces.starts()[SAMPLE] = pieces.starts()[SAMPLE - 1]);
      for (var fault : faults) {
        byte[] index = written(own.assembledBy(damaged(own.packets().orElseThrow(), fault)));

        assertThat(cut(opened(index, master), master)).isEqualTo(wanted);
      }
    }
  }

  private static Assembly damaged(Assembly right, Consumer<PieceWindow> fault) {
    var streams =
        right.streams().stream()
            .map(it -> new Assembly.Stream(it.pid(), it.form(), new Damaged(it.pieces(), fault)))
            .toList();
    return new Assembly(right.format(), right.sizeBytes(), streams);
  }

  private record Damaged(Pieces right, Consumer<PieceWindow> fault) implements Pieces {
    @Override
    public int startingBefore(long place) throws IOException {
      return right.startingBefore(place);
    }

    @Override
    public PieceWindow window(int first, int end) throws IOException {
      var window = right.window(first, end);
      if (first == 0) {
        fault.accept(window);
      }
      return window;
    }
  }

  private static FileSource open(MasterType type) throws IOException {
    return FileSource.open(Masters.ofSeconds(SECONDS).get(type));
  }

  private static byte[] written(MasterIndex index) throws IOException {
    var bytes = new ByteArrayOutputStream();
    SidecarIndex.write(index, bytes);
    return bytes.toByteArray();
  }

  private static MasterIndex opened(byte[] index, ByteSource master) throws IOException {
    return SidecarIndex.open(new MemorySource(index, "index"), master);
  }

  private static byte[] cut(MasterIndex index, ByteSource master) throws IOException {
    var request = CutRequest.of(RANGE).withMethod(MethodChoice.SMART_ONLY);
    var sink = new CopyingSink(master);
    new ClipCutter(NONE).cut(request, index, master, sink, ProgressListener.NONE);
    return sink.published();
  }
}

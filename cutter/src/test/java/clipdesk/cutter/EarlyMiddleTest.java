package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CopyingSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.io.ForwardingSource;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.CutReport.OutputKind;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.ClipCheck;
import clipdesk.cutter.testmedia.DecodedFile;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is copied of a master that no store can copy is sent while the edges are encoded. */
final class EarlyMiddleTest {
  private static final FrameRange RANGE = new FrameRange(11, 197);
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private static Path folder;

  private static Path file;

  /** Of more bytes than one part has. */
  @BeforeAll
  static void makeATransportStream() throws IOException {
    var picture = folder.resolve("large.mp4");
    TestMaster.write(picture, "qp=1:bframes=3", 210);
    file = folder.resolve("large.ts");
    var names = "-metadata service_name=\u00e9 -metadata service_provider=\u00e9";
    FfmpegProgram.run(List.of("-i %s -c copy %s %s".formatted(picture, names, file).split(" ")));
  }

  /** The header, which says where everything lies, comes last, and with it the first part. */
  @Test
  void clipIsExactThoughItsFirstPartIsSentLast() throws IOException {
    try (var master = FileSource.open(file)) {
      var sink = new CopyingSink(master);

      var report = cut(master, sink, LONG);

      assertThat(report.output().kind()).isEqualTo(OutputKind.STREAMING);
      assertThat(sink.sent()).hasSizeGreaterThan(1).endsWith(1);
      var clip = Files.write(folder.resolve("clip.mp4"), sink.published());
      var check = new ClipCheck(DecodedFile.of(file, 0));
      assertThat(check.faults(DecodedFile.of(clip, 0), report)).isEmpty();
    }
  }

  @Test
  void nothingIsReadAnyMoreOfAClipThatIsGivenUp() throws IOException {
    var reading = new AtomicInteger();
    try (var master = counting(FileSource.open(file), reading)) {
      var sink = new CopyingSink(master);

      assertThatThrownBy(() -> cut(master, sink, Duration.ofNanos(1)))
          .isInstanceOf(UnsupportedMasterException.class);

      assertThat(reading).hasValue(0);
      assertThat(sink.sent()).doesNotContain(1);
    }
  }

  private static CutReport cut(ByteSource master, CopyingSink sink, Duration forEdges)
      throws IOException {
    var request =
        new CutRequest(
            RANGE,
            CutRequest.of(RANGE).tracks(),
            forEdges,
            MethodChoice.SMART_ONLY,
            /* unreferencedBytesAllowed= */ true);
    return new ClipCutter(new JavaCvReencoder()).cut(request, master, sink, ProgressListener.NONE);
  }

  /** Counts the reads that are under way. */
  private static ByteSource counting(ByteSource source, AtomicInteger reading) {
    return new ForwardingSource(source) {
      @Override
      public void read(long offset, ByteBuffer into) throws IOException {
        reading.incrementAndGet();
        try {
          super.read(offset, into);
        } finally {
          reading.decrementAndGet();
        }
      }
    };
  }
}

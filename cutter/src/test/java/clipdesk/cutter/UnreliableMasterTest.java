package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CopyingSink;
import clipdesk.cutter.io.FailingSource;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of master on a store that fails once, at each read of a cut in turn. It fails as a
 * file does that ends too early, which must not be taken for the end of the master.
 */
class UnreliableMasterTest {
  private static final int SECONDS = 12;
  private static final FrameRange RANGE = new FrameRange(45, 55);
  private static final int NEVER = -1;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RARE_.*")
  void failedReadIsReportedWithNothingPublishedAndTheNextTrySucceeds(MasterType type)
      throws IOException {
    try (var master = FileSource.open(Masters.ofSeconds(SECONDS).get(type))) {
      var reliable = new FailingSource(master, NEVER);
      var wanted = new CopyingSink(reliable);
      cut(reliable, wanted);
      for (int failing = 0; failing < reliable.reads(); failing++) {
        var unreliable = new FailingSource(master, failing);
        var sink = new CopyingSink(unreliable);
        assertThatThrownBy(() -> cut(unreliable, sink))
            .as(unreliable.message())
            .isInstanceOf(IOException.class)
            .hasStackTraceContaining(unreliable.message());
        assertThat(sink.published()).isEmpty();
        if (failing == reliable.reads() / 2) {
          sink.abort();
          cut(unreliable, sink);
          assertThat(sink.published()).isEqualTo(wanted.published());
        }
      }
    }
  }

  private static CutReport cut(ByteSource master, CopyingSink sink) throws IOException {
    return new ClipCutter(new JavaCvReencoder())
        .cut(CutRequest.of(RANGE), master, sink, ProgressListener.NONE);
  }
}

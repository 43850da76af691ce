package clipdesk.cutter.preview;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.codec.HungCalls;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.CopyingSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.refusals.CodecHungException;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HungPreviewTest {
  private static final Duration LIMIT = Duration.ofMillis(400);

  @Test
  void masterThatCannotBeReadOnEndsItsPreview() throws IOException {
    var never = new CountDownLatch(1);
    try (var master = FileSource.open(Masters.ofSeconds(12).get(MasterType.CLOSED_GOP))) {
      var calls = HungCalls.ofTheDemuxer(LIMIT, 30, never);
      var maker =
          new PreviewMaker(master, MasterIndexReader.read(master), (done, all) -> {}, calls);

      assertThatThrownBy(() -> maker.make(new CopyingSink(master)))
          .isInstanceOf(CodecHungException.class);
    } finally {
      never.countDown();
    }
  }
}

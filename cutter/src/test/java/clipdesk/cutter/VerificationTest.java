package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.codec.DecodedVideo;
import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.io.ForgetfulSink;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.VerificationFailedException;
import clipdesk.cutter.report.CutMethod;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that loses bytes without a word: what it holds is never called a clip. */
class VerificationTest {
  private static final FrameRange RANGE = new FrameRange(11, 60);

  @TempDir Path folder;
  private FileSource master;
  private Path clip;
  private FileSink store;

  @BeforeEach
  void openFiles() throws IOException {
    var file = folder.resolve("master.mp4");
    TestMaster.write(file, "bframes=3", 75);
    master = FileSource.open(file);
    clip = folder.resolve("clip.mp4");
    store = new FileSink(clip);
  }

  @AfterEach
  void closeFiles() throws IOException {
    store.close();
    master.close();
  }

  @Test
  void cutThatFailsItsCheckIsReencodedAndSaysSo() throws IOException {
    var report = cut(new ForgetfulSink(store, 1), MethodChoice.AUTOMATIC);

    assertThat(report.method()).isEqualTo(CutMethod.REENCODE);
    assertThat(report.reason()).contains(FallbackReason.VERIFY_FAILED);
    try (var stored = FileSource.open(clip)) {
      assertThat(DecodedVideo.of(stored).frames()).hasSize((int) RANGE.frames());
    }
  }

  @Test
  void cutThatFailsItsCheckByEveryMethodIsNotPublished() {
    var sink = new ForgetfulSink(store, 2);

    assertThatThrownBy(() -> cut(sink, MethodChoice.AUTOMATIC))
        .isInstanceOf(VerificationFailedException.class)
        .hasMessageMatching("\\d+ bytes were stored, the clip has \\d+");
    assertThat(clip).doesNotExist();
  }

  @Test
  void cutThatMayNotBeReencodedFailsWithItsCheck() {
    var sink = new ForgetfulSink(store, 1);

    assertThatThrownBy(() -> cut(sink, MethodChoice.SMART_ONLY))
        .isInstanceOf(VerificationFailedException.class);
    assertThat(clip).doesNotExist();
  }

  private CutReport cut(ClipSink sink, MethodChoice method) throws IOException {
    return new ClipCutter(new JavaCvReencoder())
        .cut(CutRequest.of(RANGE).withMethod(method), master, sink, ProgressListener.NONE);
  }
}

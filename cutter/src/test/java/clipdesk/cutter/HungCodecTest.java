package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.codec.HungCalls;
import clipdesk.cutter.codec.NativeCalls;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.io.Waiting;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.refusals.CodecHungException;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decoders and encoders that never come back. */
class HungCodecTest {
  private static final int SECONDS = 12;
  private static final FrameRange RANGE = new FrameRange(45, 55);
  private static final Duration LIMIT = Duration.ofMillis(400);

  @TempDir Path folder;

  /** The first calls open a decoder; later ones decode, encode and look at copied pictures. */
  @ParameterizedTest
  @ValueSource(ints = {1, 40})
  void cutEndsAndTheNextOneOfTheSameProcessSucceeds(int hanging) throws IOException {
    var calls = new AtomicInteger();
    var returning = new CountDownLatch(1);
    Runnable fault =
        () -> {
          if (calls.incrementAndGet() == hanging) {
            await(returning);
          }
        };

    assertThatThrownBy(() -> cut(new NativeCalls(LIMIT, fault)))
        .isInstanceOf(CodecHungException.class);
    assertThat(folder.resolve("clip.mp4")).doesNotExist();

    returning.countDown();
    assertThat(cut(new NativeCalls()).frames().total()).isEqualTo(10);
  }

  /** Of the head, or of the tail that is encoded beside it. */
  @ParameterizedTest
  @ValueSource(ints = {25, 40})
  void edgeOfHevcThatNeverComesBackEndsItsCut(int hanging) {
    var calls = new AtomicInteger();
    var returning = new CountDownLatch(1);
    var hung =
        new NativeCalls(
            LIMIT,
            () -> {
              if (calls.incrementAndGet() == hanging) {
                await(returning);
              }
            });

    assertThatThrownBy(() -> cut(MasterType.HEVC_OPEN_GOP, CutRequest.of(RANGE), hung))
        .isInstanceOf(CodecHungException.class);
    assertThat(folder.resolve("clip.mp4")).doesNotExist();
    returning.countDown();
  }

  @Test
  void partBesideTheWorkIsLookedAfterToo() {
    var calls = new NativeCalls(LIMIT, () -> {});
    var never = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                calls.lookAfter(
                    () ->
                        Waiting.get(
                            NativeCalls.beside(
                                () ->
                                    NativeCalls.demuxing(() -> never.await(5, TimeUnit.SECONDS))))))
        .isInstanceOf(CodecHungException.class);
  }

  /** Opening the master, and reading it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void demuxerThatNeverComesBackEndsItsCut(int hanging) throws IOException {
    var returning = new CountDownLatch(1);
    var calls = HungCalls.ofTheDemuxer(LIMIT, hanging, returning);
    var encoding = CutRequest.of(RANGE).withMethod(MethodChoice.REENCODE_ONLY);

    assertThatThrownBy(() -> cut(encoding, calls)).isInstanceOf(CodecHungException.class);
    assertThat(folder.resolve("clip.mp4")).doesNotExist();

    returning.countDown();
    assertThat(cut(encoding, new NativeCalls()).frames().total()).isEqualTo(10);
  }

  @Test
  void bytesMayBeLongInComing() throws IOException {
    var calls = new NativeCalls(Duration.ofMillis(250), () -> {});
    var never = new CountDownLatch(1);

    assertThat(
            calls.lookAfter(
                () ->
                    NativeCalls.demuxing(
                        () -> NativeCalls.reading(() -> never.await(750, TimeUnit.MILLISECONDS)))))
        .isFalse();
    assertThatThrownBy(
            () ->
                calls.lookAfter(
                    () -> NativeCalls.demuxing(() -> never.await(750, TimeUnit.MILLISECONDS))))
        .isInstanceOf(CodecHungException.class);
  }

  @Test
  void workMayTakeLongerThanOneCall() throws IOException {
    var calls = new NativeCalls(Duration.ofMillis(20), () -> {});
    var never = new CountDownLatch(1);

    assertThat(calls.lookAfter(() -> never.await(100, TimeUnit.MILLISECONDS) ? 1 : 2)).isEqualTo(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CutReport cut(NativeCalls calls) throws IOException {
    return cut(CutRequest.of(RANGE), calls);
  }

  private CutReport cut(CutRequest request, NativeCalls calls) throws IOException {
    return cut(MasterType.CLOSED_GOP, request, calls);
  }

  private CutReport cut(MasterType type, CutRequest request, NativeCalls calls) throws IOException {
    try (var master = FileSource.open(Masters.ofSeconds(SECONDS).get(type));
        var sink = new FileSink(folder.resolve("clip.mp4"))) {
      return new ClipCutter(new JavaCvReencoder(), () -> calls)
          .cut(request, master, sink, ProgressListener.NONE);
    }
  }
}

package clipdesk.media.clips;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.clips.ClipReport;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.clips.ClipObjects.Found;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of a clip's objects does. */
abstract class ClipObjectsContract {
  private static final AtomicInteger FRAMES = new AtomicInteger();
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private final AskedClip request =
      AskedClip.of(
          SampleVideos.released(),
          new FrameRange(FRAMES.getAndIncrement(), 1000),
          List.of("v1", "a1"));

  abstract ClipObjects objects();

  /** Does what the cutter does when it is done. */
  abstract void publish(ClipReport report);

  @Test
  void ofAnUnknownClipThereIsNothing() {
    assertThat(objects().find(request.id())).isEqualTo(Found.NOTHING);
  }

  @Test
  void aRequestComesBackAsItWasAsked() {
    assertThat(objects().ask(request, NOW)).isTrue();
    var stored = objects().find(request.id()).request().orElseThrow();
    assertThat(stored.readable()).contains(request);
    assertThat(stored.attempt()).isEqualTo(1);
  }

  @Test
  void ofFortyWhoAskAtOnceOneWrites() {
    long written =
        IntStream.range(0, 40).parallel().filter(_ -> objects().ask(request, NOW)).count();
    assertThat(written).isEqualTo(1);
  }

  @Test
  void aRequestIsRewrittenOnceForEachReading() {
    objects().ask(request, NOW);
    var read = objects().find(request.id()).request().orElseThrow();
    assertThat(objects().askAgain(read, request, NOW)).isTrue();
    assertThat(objects().askAgain(read, request, NOW)).isFalse();
    var again = objects().find(request.id()).request().orElseThrow();
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.tries()).isEqualTo(2);
    assertThat(again.readable()).contains(request);
  }

  @Test
  void triesAreCountedForEachStoredMaster() {
    var moved =
        AskedClip.of(
            SampleVideos.uploadedAgain(SampleVideos.released()), request.range(), request.tracks());
    assertThat(moved.id()).isEqualTo(request.id());
    objects().ask(request, NOW);
    var first = objects().find(request.id()).request().orElseThrow();
    objects().askAgain(first, moved, NOW);
    var second = objects().find(request.id()).request().orElseThrow();
    assertThat(second.readable()).contains(moved);
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.tries()).isEqualTo(1);
  }

  @Test
  void aReportIsFound() {
    objects().ask(request, NOW);
    var report = SampleReports.of(request.id());
    publish(report);
    assertThat(objects().find(request.id()).report()).contains(report);
  }
}

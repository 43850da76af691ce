package clipdesk.clips.cutting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.logging.StandardOutput;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.reencode.Reencoder;
import clipdesk.cutter.refusals.CodecHungException;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.ReencodeTooLongException;
import clipdesk.cutter.report.CutPhase;
import clipdesk.cutter.report.CutReport;
import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The function as S3 calls it, over a bucket in memory and an engine that only counts. */
final class ClipRequestHandlerTest {
  static final String ID = "51313b34e9fefafb2b56635f906a597ad32f0511";
  static final String REQUEST =
      """
      {"schema":1,"clipId":"%s","videoId":"2026-02-12-ministers-presser","attempt":1,
       "firstAttempt":1,"requestedAt":"2026-02-12T10:00:00.000Z","masterVersion":"v1",
       "source":{"key":"masters/x/master.mp4","versionId":"v","etag":"e","sizeBytes":64},
       "inFrame":87,"outFrame":837,"frameRate":{"num":25,"den":1},"profile":"exact@1","tracks":["v1","a1"]}
      """
          .formatted(ID);
  private static final int MILLIS_LEFT = 600_000;

  private final MemoryClipStore store = new MemoryClipStore();
  private final AtomicInteger cuts = new AtomicInteger();
  private Instant now = Instant.parse("2026-02-12T10:00:00Z");
  private Reencoder engine =
      (job, master, sink, listener) -> {
        cuts.incrementAndGet();
        sink.part(1, ByteBuffer.wrap(new byte[] {1, 2, 3}));
        return new Reencoder.Done(
            3,
            job.range().frames(),
            new CutReport.Position(3480, job.range().in(), Optional.empty()),
            new CutReport.Position(33480, job.range().out(), Optional.empty()),
            List.of(),
            List.of());
      };

  @Test
  void requestIsCutAndReported() throws IOException {
    store.requests.put(ID, REQUEST);

    handle(exampleEvent());

    assertThat(store.clips).containsOnlyKeys(ID);
    assertThat(store.reports.get(ID)).containsEntry("clipId", ID);
  }

  @Test
  void sameEventTwiceIsOneCut() throws IOException {
    store.requests.put(ID, REQUEST);

    handle(exampleEvent());
    handle(exampleEvent());

    assertThat(cuts).hasValue(1);
  }

  @Test
  void eventDuringTheCutStartsNoSecondOne() throws IOException {
    store.requests.put(ID, REQUEST);
    var first = engine;
    engine =
        (job, master, sink, listener) -> {
          engine = first;
          handle(exampleEvent(), "another");
          return first.reencode(job, master, sink, listener);
        };

    handle(exampleEvent());

    assertThat(cuts).hasValue(1);
    assertThat(store.reports).containsOnlyKeys(ID);
  }

  @Test
  void eventOfAKeyThatIsGoneIsIgnored() throws IOException {
    handle(exampleEvent());

    assertThat(cuts).hasValue(0);
    assertThat(store.status(ID)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rubbish",
        "[]",
        "{}",
        "{\"clipId\":\"51313b34e9fefafb2b56635f906a597ad32f0511\",\"videoId\":7}"
      })
  void rubbishIsThrownWithItsCauseForTheDeadLetters(String rubbish) {
    store.requests.put(ID, rubbish);

    assertThatThrownBy(() -> handle(exampleEvent()))
        .isInstanceOf(BadClipRequestException.class)
        .hasMessageContaining(ID);
    assertThat(store.status(ID)).isEmpty();
  }

  @Test
  void requestWhoseIdIsNotItsHashIsRefused() {
    store.requests.put(ID, REQUEST.replace("\"outFrame\":837", "\"outFrame\":838"));

    assertThatThrownBy(() -> handle(exampleEvent()))
        .isInstanceOf(BadClipRequestException.class)
        .hasMessageContaining("hash");
  }

  @Test
  void keyOfAnotherKindIsRefused() throws IOException {
    var event = exampleEvent().replace("clip-requests%2F", "clip-requests%2F..%2F");

    assertThatThrownBy(() -> handle(event)).isInstanceOf(BadClipRequestException.class);
  }

  @ParameterizedTest
  @MethodSource("failuresOfAMaster")
  void masterThatCannotBeCutFailsForGood(RuntimeException failure) throws IOException {
    store.requests.put(ID, REQUEST);
    engine =
        (job, master, sink, listener) -> {
          cuts.incrementAndGet();
          throw failure;
        };

    handle(exampleEvent());
    handle(exampleEvent());

    assertThat(cuts).hasValue(1);
    assertThat(store.statusOf(ID).failure())
        .contains(new ClipStatus.Failure("unsupported-source", false));
  }

  static List<RuntimeException> failuresOfAMaster() {
    return List.of(
        new MalformedMasterException("master", -1, "no picture"),
        new CodecHungException(Duration.ofMinutes(2)));
  }

  @Test
  void rangeThatWouldTakeTooLongFailsWithTheLongestLength() throws IOException {
    store.requests.put(ID, REQUEST);
    engine =
        (job, master, sink, listener) -> {
          throw new ReencodeTooLongException(750, 120, Duration.ofSeconds(580));
        };

    handle(exampleEvent());

    assertThat(store.statusOf(ID).failure())
        .contains(
            new ClipStatus.Failure(
                "limits",
                false,
                Optional.of(
                    "Re-encoding 750 frames would take longer than 580 s;"
                        + " at most 120 frames of this master fit")));
    assertThat(ClipStatus.read(store.statusOf(ID).json()).failure())
        .isEqualTo(store.statusOf(ID).failure());
  }

  @Test
  void fallbackIsCountedWithMethodAndReason() throws IOException {
    store.requests.put(ID, REQUEST);

    assertThat(metrics(() -> handle(exampleEvent())))
        .anySatisfy(line -> assertThat(line).contains("\"ClipsCut\":1", "\"method\":\"reencode\""))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "\"ClipFallbacks\":1",
                        "\"method\":\"reencode\"",
                        "\"reason\":\"CONTAINER\"",
                        "[[\"function\",\"method\",\"reason\"]]"));
  }

  @Test
  void fallbackThatFailsIsCountedTwice() throws IOException {
    store.requests.put(ID, REQUEST);
    engine =
        (job, master, sink, listener) -> {
          throw new ReencodeTooLongException(750, 120, Duration.ofSeconds(580));
        };

    assertThat(metrics(() -> handle(exampleEvent())))
        .anySatisfy(line -> assertThat(line).contains("\"ClipsFailed\":1", "\"code\":\"limits\""))
        .anySatisfy(
            line -> assertThat(line).contains("\"ClipFallbacks\":1", "\"reason\":\"CONTAINER\""));
  }

  /** Lines that CloudWatch reads as metrics. */
  private static List<String> metrics(StandardOutput.Action action) throws IOException {
    return StandardOutput.of(action)
        .lines()
        .filter(line -> line.contains("CloudWatchMetrics"))
        .toList();
  }

  @Test
  void failureOfTheStoreIsThrownForTheRuntimeToRepeat() {
    store.requests.put(ID, REQUEST);
    engine =
        (job, master, sink, listener) -> {
          throw new IOException("S3 is away");
        };

    assertThatThrownBy(() -> handle(exampleEvent())).isInstanceOf(IOException.class);
    assertThat(store.statusOf(ID).failure()).contains(new ClipStatus.Failure("internal", true));
  }

  @Test
  void clipOfADeadWorkerIsMadeAgainWithItsReport() throws IOException {
    store.requests.put(ID, REQUEST);
    store.putStatus(
        ID,
        new ClipStatus(
            ID, 1, "dead", new ClipStatus.Progress(CutPhase.FINISHING.label(), 95), Instant.EPOCH),
        Optional.empty());
    store.clips.put(ID, new byte[0]);

    handle(exampleEvent());

    assertThat(store.clips.get(ID)).hasSize(3);
    assertThat(store.reports).containsOnlyKeys(ID);
  }

  @Test
  void workerThatIsOvertakenPublishesNothing() throws IOException {
    store.requests.put(ID, REQUEST);
    var second = engine;
    engine =
        (job, master, sink, listener) -> {
          now = now.plus(Claim.SILENT_AFTER);
          engine = second;
          handle(exampleEvent(), "another");
          now = now.plus(Duration.ofSeconds(3));
          listener.progress(CutPhase.FINISHING, 95);
          return second.reencode(job, master, sink, listener);
        };

    handle(exampleEvent());

    assertThat(cuts).hasValue(1);
    assertThat(store.reports).containsOnlyKeys(ID);
  }

  private void handle(String event) throws IOException {
    handle(event, "invocation");
  }

  private void handle(String event, String invocation) throws IOException {
    Reencoder current =
        (job, master, sink, listener) -> engine.reencode(job, master, sink, listener);
    var cutClip = new CutClip(store, new ClipCutter(current), () -> now);
    new ClipRequestHandler(cutClip)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream(),
            context(invocation));
  }

  private static String exampleEvent() throws IOException {
    return Files.readString(Path.of("../../events/clip-request-stored.json"));
  }

  /** Of a context only name and time left are asked; whatever else would be asked fails. */
  private static Context context(String invocation) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemainingTimeInMillis" -> MILLIS_LEFT;
                  case "getAwsRequestId" -> invocation;
                  default -> throw new AssertionError("Nobody asks for " + method.getName());
                });
  }
}

package clipdesk.media.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.common.TickingClock;
import clipdesk.common.problem.ProblemException;
import clipdesk.contracts.catalogue.Video;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.contracts.clips.ClipStatus.Failure;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.media.SampleConfig;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.clips.RequestClips.Requested;
import clipdesk.media.limits.SampleLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class RequestClipsTest {
  private static final Video VIDEO = SampleVideos.released();
  private static final List<String> TRACKS = List.of("v1", "a1");

  private final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  private final InMemoryClipObjects objects = new InMemoryClipObjects();
  private final InMemoryRequesters requesters = new InMemoryRequesters();
  private final RequestClips requestClips =
      new RequestClips(objects, requesters, SampleLimits.of(SampleConfig.CONFIG, clock), clock);

  @Test
  void aNewClipIsQueued() {
    var clip = request("ann", range(0, 25)).getFirst();
    assertThat(clip.state().status()).isEqualTo("queued");
    assertThat(objects.find(clip.request().id()).request()).isPresent();
  }

  @Test
  void theSameClipForFortyPeopleAtOnceIsOneRequest() {
    var answers =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(i -> request("person-" + i, range(0, 25)).getFirst())
            .toList();
    assertThat(answers)
        .extracting(it -> it.request().id())
        .containsOnly(answers.getFirst().request().id());
    assertThat(answers).extracting(it -> it.state().status()).containsOnly("queued");
    assertThat(requesters.of("person-7", 10, Map.of()).askings()).hasSize(1);
  }

  @Test
  void identicalRangesCollapseToOneClip() {
    assertThat(request("ann", range(0, 25), range(0, 25), range(25, 50))).hasSize(2);
  }

  @Test
  void clipsThatExistAreFree() {
    request("bob", range(0, 1), range(1, 2), range(2, 3), range(3, 4), range(4, 5));
    assertThat(request("ann", range(0, 1), range(1, 2), range(2, 3), range(3, 4), range(5, 6)))
        .hasSize(5);
  }

  @Test
  void nothingIsWrittenUnlessAllNewClipsFitTheDay() {
    var refusal =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                request(
                    "ann",
                    range(0, 1),
                    range(1, 2),
                    range(2, 3),
                    range(3, 4),
                    range(4, 5),
                    range(5, 6)));
    assertThat(refusal.type().code()).isEqualTo("quota-exceeded");
    assertThat(objects.requestsWritten()).isZero();
    assertThat(requesters.of("ann", 10, Map.of()).askings()).isEmpty();
  }

  @Test
  void aReadyClipIsAnsweredAsReady() {
    var id = request("ann", range(0, 25)).getFirst().request().id();
    objects.report(SampleReports.of(id));
    var state = request("bob", range(0, 25)).getFirst().state();
    assertThat(state.status()).isEqualTo("ready");
    assertThat(state.members().get("report"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .isNotEmpty()
        .doesNotContainKey("source");
  }

  @Test
  void aRetryableFailureIsTriedThreeTimesInAll() {
    for (int attempt = 1; attempt < 3; attempt++) {
      fail(attempt, true);
      assertThat(request("ann", range(0, 25)).getFirst().state().status()).isEqualTo("queued");
    }
    fail(3, true);
    assertThat(request("ann", range(0, 25)).getFirst().state().status()).isEqualTo("failed");
    assertThat(objects.requestsWritten()).isEqualTo(3);
  }

  @Test
  void afterARetryTheOldFailureIsNotShownAnyMore() {
    fail(1, true);
    var clip = request("ann", range(0, 25)).getFirst();
    var found = objects.find(clip.request().id());
    assertThat(ClipState.of(found, clock.instant()).status()).isEqualTo("queued");
  }

  @Test
  void aFinalFailureIsNotTriedAgain() {
    fail(1, false);
    assertThat(request("ann", range(0, 25)).getFirst().state().status()).isEqualTo("failed");
    assertThat(objects.requestsWritten()).isEqualTo(1);
  }

  @Test
  void aFailureOfAPurgedMasterEndsWhenTheSameBytesAreThereAgain() {
    fail(1, false);
    var uploadedAgain = SampleVideos.uploadedAgain(VIDEO);
    var clip = request(uploadedAgain, "ann", range(0, 25)).getFirst();
    assertThat(clip.state().status()).isEqualTo("queued");
    assertThat(objects.find(clip.request().id()).asked().orElseThrow().master())
        .isEqualTo(uploadedAgain.master().file());
  }

  @Test
  void theSameBytesInAnotherPlaceHaveThreeTriesOfTheirOwn() {
    for (int attempt = 1; attempt <= 3; attempt++) {
      fail(attempt, true);
    }
    var uploadedAgain = SampleVideos.uploadedAgain(VIDEO);
    for (int attempt = 4; attempt <= 6; attempt++) {
      assertThat(request(uploadedAgain, "ann", range(0, 25)).getFirst().state().status())
          .isEqualTo("queued");
      status(AskedClip.of(VIDEO, new FrameRange(0, 25), TRACKS).id(), attempt, true);
    }
    assertThat(request(uploadedAgain, "ann", range(0, 25)).getFirst().state().status())
        .isEqualTo("failed");
  }

  @Test
  void aReadyClipOfAPurgedMasterStays() {
    var id = request("ann", range(0, 25)).getFirst().request().id();
    objects.report(SampleReports.of(id));
    request(SampleVideos.uploadedAgain(VIDEO), "ann", range(0, 25));
    assertThat(objects.requestsWritten()).isEqualTo(1);
  }

  @Test
  void aLostRequestIsWrittenAgainAfterSixteenMinutes() {
    request("ann", range(0, 25));
    clock.pass(Duration.ofMinutes(16).minusMillis(1));
    request("ann", range(0, 25));
    assertThat(objects.requestsWritten()).isEqualTo(1);

    clock.pass(Duration.ofMillis(1));
    assertThat(request("ann", range(0, 25)).getFirst().state().status()).isEqualTo("queued");
    assertThat(objects.requestsWritten()).isEqualTo(2);
  }

  @Test
  void aClipThatOutlivedItsRequestIsReadyAndFindableAgain() {
    var request = AskedClip.of(VIDEO, new FrameRange(0, 25), TRACKS);
    objects.report(SampleReports.of(request.id()));
    assertThat(request("ann", range(0, 25)).getFirst().state().status()).isEqualTo("ready");
    assertThat(objects.find(request.id()).request()).isPresent();
  }

  @Test
  void aRequestThatCannotBeReadIsWrittenAnewAndCutAtTheNextAttempt() {
    fail(2, /* retryable= */ false);
    var id = AskedClip.of(VIDEO, new FrameRange(0, 25), TRACKS).id();
    objects.spoil(id);

    assertThat(request("ann", range(0, 25)).getFirst().state().status()).isEqualTo("queued");

    var stored = objects.find(id).request().orElseThrow();
    assertThat(stored.readable()).contains(AskedClip.of(VIDEO, new FrameRange(0, 25), TRACKS));
    assertThat(stored.attempt()).isEqualTo(3);
    assertThat(stored.tries()).isEqualTo(1);
    assertThat(ClipState.of(objects.find(id), clock.instant()).status()).isEqualTo("queued");
  }

  @Test
  void aReadyClipWhoseRequestCannotBeReadIsReadyAndFindableAgain() {
    var id = request("ann", range(0, 25)).getFirst().request().id();
    objects.report(SampleReports.of(id));
    objects.spoil(id);

    assertThat(request("ann", range(0, 25)).getFirst().state().status()).isEqualTo("ready");
    assertThat(objects.find(id).asked()).isPresent();
  }

  @Test
  void ofFortyWhoFindARequestThatCannotBeReadOneWrites() {
    var id = request("ann", range(0, 25)).getFirst().request().id();
    objects.spoil(id);
    int before = objects.requestsWritten();

    var answers =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(i -> request("person-" + i, range(0, 25)).getFirst().state().status())
            .toList();

    assertThat(answers).containsOnly("queued");
    assertThat(objects.find(id).request().orElseThrow().attempt()).isEqualTo(2);
    assertThat(objects.requestsWritten()).isGreaterThan(before);
  }

  private void fail(long attempt, boolean retryable) {
    status(request("ann", range(0, 25)).getFirst().request().id(), attempt, retryable);
  }

  private void status(ClipId id, long attempt, boolean retryable) {
    var failure = new Failure("internal", retryable);
    objects.status(new ClipStatus(id.text(), attempt, "w", failure, clock.instant()));
  }

  private List<Requested> request(String accountId, WantedRange... ranges) {
    return request(VIDEO, accountId, ranges);
  }

  private List<Requested> request(Video video, String accountId, WantedRange... ranges) {
    return requestClips.request(accountId, video, List.of(ranges), TRACKS);
  }

  private static WantedRange range(long in, long out) {
    return new WantedRange(new FrameRange(in, out), OwnWords.NONE);
  }
}

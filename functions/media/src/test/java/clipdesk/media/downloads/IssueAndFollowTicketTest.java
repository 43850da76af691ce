package clipdesk.media.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.common.TickingClock;
import clipdesk.common.identity.Caller;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.web.IdempotencyKey;
import clipdesk.media.SampleConfig;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.clips.InMemoryClipFiles;
import clipdesk.media.downloads.IssueTicket.Issued;
import clipdesk.media.limits.SampleLimits;
import clipdesk.media.links.FileLinks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class IssueAndFollowTicketTest {
  private static final Instant EMBARGO = Instant.parse("2026-02-12T16:00:00Z");
  private static final String KEY = "2f6c0e1b-8d1f-4a55-9a30-7b1d6c1f0a11";
  private static final String CLIP = "3c1f".repeat(10);
  private static final String BOTH =
      """
      {"items":[{"clipId":"%s"},{"videoId":"%s","rendition":"hd-1080p25"}],\
      "termsVersion":"2026-01"}\
      """
          .formatted(CLIP, SampleVideos.ID);
  private static final String ONE =
      "{\"items\":[{\"clipId\":\"%s\"}],\"termsVersion\":\"2026-01\"}".formatted(CLIP);

  private final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  private final InMemoryVideos videos = new InMemoryVideos();
  private final InMemoryClipFiles clips = new InMemoryClipFiles();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final FileLinks links =
      (target, method, life) ->
          URI.create("https://files.example/" + target.key() + "?" + method + life.toSeconds());
  private final IssueTicket issueTicket =
      new IssueTicket(
          tickets,
          new TicketItems(videos.reader(clock), clips),
          SampleLimits.of(SampleConfig.CONFIG, clock),
          new FixedTicketKey(),
          SampleConfig.CONFIG,
          clock);
  private final FollowTicket followTicket =
      new FollowTicket(
          tickets, videos.reader(clock), SampleLimits.of(SampleConfig.CONFIG, clock), links, clock);

  @BeforeEach
  void catalogueOneVideoWithOneClip() {
    videos.put(SampleVideos.released());
    clips.put(CLIP, SampleVideos.ID, "", "10:00:03:12");
  }

  @Test
  void aTicketHoldsEveryFileThatWasAskedFor() {
    var ticket = issue("ann", KEY, BOTH).ticket();
    assertThat(ticket.files())
        .extracting(TicketFile::sizeBytes)
        .containsExactly(76_912_345L, 5_540_000_000L);
    assertThat(ticket.files())
        .extracting(TicketFile::sha256)
        .containsExactly(Optional.empty(), Optional.of("b1c4"));
    assertThat(ticket.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
  }

  @Test
  void theSameFileTwiceHasTwoNames() {
    var ticket =
        issue(
                "ann",
                KEY,
                "{\"items\":[{\"clipId\":\"%1$s\"},{\"clipId\":\"%1$s\"}],\"termsVersion\":\"2026-01\"}"
                    .formatted(CLIP))
            .ticket();
    assertThat(ticket.files()).extracting(TicketFile::name).doesNotHaveDuplicates();
  }

  @Test
  void aReplayGivesTheSameTicketEvenWhenTheClipIsGone() {
    var first = issue("ann", KEY, ONE);
    videos.put(SampleVideos.with(Map.of("legalBlock", true)));
    var again = issue("ann", KEY, ONE);
    assertThat(again.replayed()).isTrue();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.ticket()).isEqualTo(first.ticket());
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    issue("ann", KEY, ONE);
    assertThat(code(() -> issue("ann", KEY, BOTH))).isEqualTo("idempotency-key-reused");
  }

  @Test
  void theSameKeyOfAnotherPersonIsAnotherTicket() {
    assertThat(issue("ann", KEY, ONE).id()).isNotEqualTo(issue("bob", KEY, ONE).id());
  }

  @Test
  void aTicketBeyondTheBytesOfTheDayIsNotMade() {
    issue("ann", KEY, BOTH);
    var other = KEY.replace('2', '3');
    assertThat(code(() -> issue("ann", other, BOTH))).isEqualTo("quota-exceeded");
    assertThat(tickets.of("ann", 10, Map.of()).tickets()).hasSize(1);
  }

  @Test
  void outdatedTermsAreRefused() {
    assertThat(code(() -> issue("ann", KEY, ONE.replace("2026-01", "2025-01"))))
        .isEqualTo("terms-outdated");
  }

  @Test
  void everyItemThatIsNotThereIsNamed() {
    var refusal =
        refusal(
            () ->
                issue(
                    "ann",
                    KEY,
                    """
                    {"items":[{"clipId":"nope"},{"videoId":"%s","rendition":"8k"}],\
                    "termsVersion":"2026-01"}\
                    """
                        .formatted(SampleVideos.ID)));
    assertThat(refusal.members().get("errors"))
        .isEqualTo(
            List.of(
                new FieldError("/items/0", "clip-not-ready", "This clip is not ready"),
                new FieldError("/items/1/rendition", "unknown-rendition", "No such rendition")));
  }

  @Test
  void aTicketLeadsToItsFileUntilItExpires() {
    var issued = issue("ann", KEY, ONE);
    clock.pass(Duration.ofDays(7).minusMillis(1));
    assertThat(follow(issued)).hasPath("/clips/" + CLIP + "/clip.mp4").hasQuery("GET300");
    assertThat(tickets.find(issued.id().hash()).orElseThrow().uses()).isEqualTo(1);

    clock.pass(Duration.ofMillis(1));
    assertThat(refusal(() -> follow(issued)).members()).containsEntry("reason", "expired");
  }

  @Test
  void aRevokedTicketLeadsNowhere() {
    var issued = issue("ann", KEY, ONE);
    assertThat(tickets.revoke("bob", issued.ticket().ref(), clock.instant())).isFalse();
    assertThat(follow(issued)).isNotNull();
    assertThat(tickets.revoke("ann", issued.ticket().ref(), clock.instant())).isTrue();
    assertThat(refusal(() -> follow(issued)).members()).containsEntry("reason", "revoked");
  }

  @Test
  void withdrawingTheVideoEndsItsTickets() {
    var issued = issue("ann", KEY, ONE);
    videos.put(SampleVideos.with(Map.of("withdrawn", Map.of("at", "2026-02-12T15:00:00.000Z"))));
    assertThat(code(() -> follow(issued))).isEqualTo("withdrawn");
  }

  @Test
  void anEmbargoHoldsTicketsUpUntilItsInstantUnlessAnEditorMadeThem() {
    var anns = issue("ann", KEY, ONE);
    var editors =
        issueTicket.issue(caller("eve", "editors"), new IdempotencyKey(KEY), ONE, Language.EN);
    videos.put(SampleVideos.with(Map.of("embargoUntil", EMBARGO.toString())));

    clock.set(EMBARGO.minusMillis(1));
    assertThat(code(() -> follow(anns))).isEqualTo("embargoed");
    assertThat(follow(editors)).isNotNull();
    clock.set(EMBARGO);
    assertThat(follow(anns)).isNotNull();
  }

  @Test
  void aTicketOfFiftyFilesIsFollowedFourTimesForEachAndSixtyMore() {
    var items = String.join(",", Collections.nCopies(50, "{\"clipId\":\"" + CLIP + "\"}"));
    var issued = issue("ann", KEY, "{\"items\":[" + items + "],\"termsVersion\":\"2026-01\"}");
    for (var file : issued.ticket().files()) {
      for (int i = 0; i < 4; i++) {
        followTicket.follow(issued.id(), file.name(), FileLinks.Method.GET);
      }
    }
    for (int i = 0; i < 60; i++) {
      follow(issued);
    }
    assertThat(code(() -> follow(issued))).isEqualTo("too-many-requests");
  }

  @Test
  void theKeyOfATicketThatIsGoneMakesNoOther() {
    var issued = issue("ann", KEY, ONE);
    tickets.revoke("ann", issued.ticket().ref(), clock.instant());
    var refusal = refusal(() -> issue("ann", KEY, ONE));
    assertThat(refusal.type().code()).isEqualTo("ticket-gone");
    assertThat(refusal.members()).containsEntry("reason", "revoked");
    assertThat(code(() -> issue("ann", KEY, BOTH))).isEqualTo("idempotency-key-reused");
  }

  @Test
  void theKeyOfATicketIsGoodForAsLongAsTheTicket() {
    issue("ann", KEY, ONE);
    clock.pass(Duration.ofDays(7).minusMillis(1));
    assertThat(issue("ann", KEY, ONE).replayed()).isTrue();
    clock.pass(Duration.ofMillis(1));
    var refusal = refusal(() -> issue("ann", KEY, ONE));
    assertThat(refusal.type().code()).isEqualTo("ticket-gone");
    assertThat(refusal.members()).containsEntry("reason", "expired");
  }

  @Test
  void theSixtyFifthUseOfOneFileInAMinuteWaits() {
    var issued = issue("ann", KEY, ONE);
    for (int i = 0; i < 64; i++) {
      follow(issued);
    }
    assertThat(code(() -> follow(issued))).isEqualTo("too-many-requests");
    clock.pass(Duration.ofMinutes(1));
    assertThat(follow(issued)).isNotNull();
  }

  @Test
  void aFileThatIsNotInTheTicketIsNotFound() {
    var issued = issue("ann", KEY, ONE);
    assertThat(code(() -> followTicket.follow(issued.id(), "other.mp4", FileLinks.Method.GET)))
        .isEqualTo("not-found");
  }

  private Issued issue(String accountId, String key, String body) {
    return issueTicket.issue(caller(accountId), new IdempotencyKey(key), body, Language.EN);
  }

  @Test
  void aTicketThatGoesWhileItIsFollowedIsNotFound() {
    var issued = issue("ann", KEY, BOTH);
    tickets.loseBeforeUse();
    assertThat(code(() -> follow(issued))).isEqualTo("not-found");
  }

  private URI follow(Issued issued) {
    var name = issued.ticket().files().getFirst().name();
    return followTicket.follow(issued.id(), name, FileLinks.Method.GET);
  }

  private static Caller caller(String accountId, String... groups) {
    return new Caller(accountId, Set.of(groups), Instant.EPOCH, Optional.empty(), Optional.empty());
  }

  private static String code(Runnable act) {
    return refusal(act).type().code();
  }

  private static ProblemException refusal(Runnable act) {
    return catchThrowableOfType(ProblemException.class, act::run);
  }
}

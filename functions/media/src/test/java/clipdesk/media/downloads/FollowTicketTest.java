package clipdesk.media.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import clipdesk.common.web.IdempotencyKey;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.links.FileLinks;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FollowTicketTest extends TicketCalls {
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

  @Test
  void aTicketThatGoesWhileItIsFollowedIsNotFound() {
    var issued = issue("ann", KEY, BOTH);
    tickets.loseBeforeUse();
    assertThat(code(() -> follow(issued))).isEqualTo("not-found");
  }
}

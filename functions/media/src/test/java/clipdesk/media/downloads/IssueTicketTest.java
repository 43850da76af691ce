package clipdesk.media.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.problem.FieldError;
import clipdesk.media.catalogue.SampleVideos;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IssueTicketTest extends TicketCalls {
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
}

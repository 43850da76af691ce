package clipdesk.media.downloads;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.common.TickingClock;
import clipdesk.common.identity.Caller;
import clipdesk.common.localisation.Language;
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
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** Tickets over a catalogue and clips in memory, and words to make and follow them. */
abstract class TicketCalls {
  static final Instant EMBARGO = Instant.parse("2026-02-12T16:00:00Z");
  static final String KEY = "2f6c0e1b-8d1f-4a55-9a30-7b1d6c1f0a11";
  static final String CLIP = "3c1f".repeat(10);
  static final String BOTH =
      """
      {"items":[{"clipId":"%s"},{"videoId":"%s","rendition":"hd-1080p25"}],\
      "termsVersion":"2026-01"}\
      """
          .formatted(CLIP, SampleVideos.ID);
  static final String ONE =
      "{\"items\":[{\"clipId\":\"%s\"}],\"termsVersion\":\"2026-01\"}".formatted(CLIP);

  final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  final InMemoryVideos videos = new InMemoryVideos();
  final InMemoryClipFiles clips = new InMemoryClipFiles();
  final InMemoryTickets tickets = new InMemoryTickets();
  final FileLinks links =
      (target, method, life) ->
          URI.create("https://files.example/" + target.key() + "?" + method + life.toSeconds());
  final IssueTicket issueTicket =
      new IssueTicket(
          tickets,
          new TicketItems(videos.reader(clock), clips),
          SampleLimits.of(SampleConfig.CONFIG, clock),
          new FixedTicketKey(),
          SampleConfig.CONFIG,
          clock);
  final FollowTicket followTicket =
      new FollowTicket(
          tickets, videos.reader(clock), SampleLimits.of(SampleConfig.CONFIG, clock), links, clock);

  @BeforeEach
  void catalogueOneVideoWithOneClip() {
    videos.put(SampleVideos.released());
    clips.put(CLIP, SampleVideos.ID, "", "10:00:03:12");
  }

  final Issued issue(String accountId, String key, String body) {
    return issueTicket.issue(caller(accountId), new IdempotencyKey(key), body, Language.EN);
  }

  final URI follow(Issued issued) {
    var name = issued.ticket().files().getFirst().name();
    return followTicket.follow(issued.id(), name, FileLinks.Method.GET);
  }

  static Caller caller(String accountId, String... groups) {
    return new Caller(accountId, Set.of(groups), Instant.EPOCH, Optional.empty(), Optional.empty());
  }

  static String code(Runnable act) {
    return refusal(act).type().code();
  }

  static ProblemException refusal(Runnable act) {
    return catchThrowableOfType(ProblemException.class, act::run);
  }
}

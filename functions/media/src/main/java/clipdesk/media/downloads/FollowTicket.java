package clipdesk.media.downloads;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.media.catalogue.Release;
import clipdesk.media.catalogue.Videos;
import clipdesk.media.links.FileLinks;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sends the holder of a ticket to a link that lives just long enough to start the transfer. */
@Singleton
final class FollowTicket {
  /** S3 checks a link when a transfer starts, so a download of hours needs no longer life. */
  private static final Duration LINK_LIFE = Duration.ofMinutes(5);

  private final Tickets tickets;
  private final Videos videos;
  private final FileLinks links;
  private final InstantSource clock;

  FollowTicket(Tickets tickets, Videos videos, FileLinks links, InstantSource clock) {
    this.tickets = tickets;
    this.videos = videos;
    this.links = links;
    this.clock = clock;
  }

  /**
   * The ticket, while it is good.
   *
   * @throws ProblemException {@code not-found}; {@code ticket-gone} from the instant it expires, or
   *     once it is revoked
   */
  DownloadTicket read(TicketId id) {
    var ticket = tickets.find(id.hash()).orElseThrow(TicketId::noSuchTicket);
    refuseGone(ticket, clock.instant());
    return ticket;
  }

  /**
   * @throws ProblemException as {@link #read}; {@code embargoed}, {@code withdrawn}, {@code
   *     legal-block} as the video now stands
   */
  URI follow(TicketId id, String fileName, FileLinks.Method method) {
    var ticket = read(id);
    var file =
        ticket.files().stream()
            .filter(it -> it.name().equals(fileName))
            .findFirst()
            .orElseThrow(TicketId::noSuchTicket);
    var video = videos.find(file.videoId()).orElseThrow(TicketId::noSuchTicket);
    Release.requireTakeable(video, ticket.editor(), clock.instant());
    tickets.used(id.hash());
    var target =
        new FileLinks.Target(file.place(), file.key(), file.versionId(), Optional.of(file.name()));
    return links.linkTo(target, method, LINK_LIFE);
  }

  private static void refuseGone(DownloadTicket ticket, Instant now) {
    if (ticket.revokedAt().isPresent()) {
      throw gone("revoked");
    }
    if (!now.isBefore(ticket.expiresAt())) {
      throw gone("expired");
    }
  }

  private static ProblemException gone(String reason) {
    return new ProblemException(ProblemType.TICKET_GONE, "Make a new ticket")
        .with("reason", reason);
  }
}

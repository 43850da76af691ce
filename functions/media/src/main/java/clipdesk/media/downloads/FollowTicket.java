package clipdesk.media.downloads;

import clipdesk.common.problem.ProblemException;
import clipdesk.media.catalogue.ReadVideo;
import clipdesk.media.limits.AccountLimits;
import clipdesk.media.links.FileLinks;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** Sends the holder of a ticket to a link that lives just long enough to start the transfer. */
@Singleton
final class FollowTicket {
  /** S3 checks a link when a transfer starts, so a download of hours needs no longer life. */
  private static final Duration LINK_LIFE = Duration.ofMinutes(5);

  private final Tickets tickets;
  private final ReadVideo readVideo;
  private final AccountLimits limits;
  private final FileLinks links;
  private final InstantSource clock;

  FollowTicket(
      Tickets tickets,
      ReadVideo readVideo,
      AccountLimits limits,
      FileLinks links,
      InstantSource clock) {
    this.tickets = tickets;
    this.readVideo = readVideo;
    this.limits = limits;
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
    return tickets
        .find(id.hash())
        .orElseThrow(TicketId::noSuchTicket)
        .requireActive(clock.instant());
  }

  /**
   * @throws ProblemException as {@link #read}, also if the ticket goes meanwhile; {@code
   *     embargoed}, {@code withdrawn}, {@code legal-block} as the video now stands; {@code
   *     too-many-requests}
   */
  URI follow(TicketId id, String fileName, FileLinks.Method method) {
    var ticket = read(id);
    var file = ticket.file(fileName).orElseThrow(TicketId::noSuchTicket);
    readVideo.toTake(file.videoId(), ticket.editor());
    limits.countFollow(id.hash(), ticket.files().size());
    if (!tickets.used(id.hash())) {
      throw TicketId.noSuchTicket();
    }
    return links.linkTo(file.target(), method, LINK_LIFE);
  }
}

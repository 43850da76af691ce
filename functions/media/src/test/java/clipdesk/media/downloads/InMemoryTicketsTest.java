package clipdesk.media.downloads;

final class InMemoryTicketsTest extends TicketsContract {
  private final InMemoryTickets tickets = new InMemoryTickets();

  @Override
  Tickets tickets() {
    return tickets;
  }
}

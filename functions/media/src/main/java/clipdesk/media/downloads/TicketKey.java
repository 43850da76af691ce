package clipdesk.media.downloads;

/** The secret that tickets are made with; read late, so that no snapshot ever holds it. */
interface TicketKey {
  byte[] get();
}

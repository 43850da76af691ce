package clipdesk.media.downloads;

import clipdesk.common.json.Json;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tickets in memory. */
@Singleton
@Replaces(DynamoTickets.class)
public final class InMemoryTickets implements Tickets {
  private final Map<String, DownloadTicket> tickets = new HashMap<>();
  private boolean losesBeforeUse;

  @Override
  public synchronized Optional<DownloadTicket> find(String hash) {
    return Optional.ofNullable(tickets.get(hash));
  }

  @Override
  public synchronized boolean put(String hash, DownloadTicket ticket) {
    return tickets.putIfAbsent(hash, ticket) == null;
  }

  /** From now on a ticket is gone by the time it is used. */
  public void loseBeforeUse() {
    losesBeforeUse = true;
  }

  @Override
  public synchronized boolean used(String hash) {
    if (losesBeforeUse) {
      tickets.remove(hash);
    }
    return tickets.computeIfPresent(hash, (_, it) -> changed(it, it.revokedAt(), it.uses() + 1))
        != null;
  }

  @Override
  public synchronized Page of(String accountId, int limit, Map<String, String> after) {
    var page =
        tickets.values().stream()
            .filter(it -> it.accountId().equals(accountId))
            .sorted(Comparator.comparing(InMemoryTickets::key).reversed())
            .filter(it -> after.isEmpty() || key(it).compareTo(after.get("key")) < 0)
            .limit(limit)
            .toList();
    return new Page(
        page, page.size() < limit ? Map.of() : new TreeMap<>(Map.of("key", key(page.getLast()))));
  }

  @Override
  public synchronized boolean revoke(String accountId, String ref, Instant now) {
    var found =
        tickets.entrySet().stream()
            .filter(it -> it.getValue().accountId().equals(accountId))
            .filter(it -> it.getValue().ref().equals(ref))
            .findFirst();
    found.ifPresent(
        it -> {
          var ticket = it.getValue();
          tickets.put(
              it.getKey(),
              changed(ticket, Optional.of(ticket.revokedAt().orElse(now)), ticket.uses()));
        });
    return found.isPresent();
  }

  private static DownloadTicket changed(DownloadTicket it, Optional<Instant> revokedAt, long uses) {
    return new DownloadTicket(
        it.ref(),
        it.accountId(),
        it.termsVersion(),
        it.bodyHash(),
        it.createdAt(),
        it.expiresAt(),
        revokedAt,
        it.editor(),
        uses,
        it.files());
  }

  private static String key(DownloadTicket ticket) {
    return Json.instant(ticket.createdAt()) + "#" + ticket.ref();
  }
}

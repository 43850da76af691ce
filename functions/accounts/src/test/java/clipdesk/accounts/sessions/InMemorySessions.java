package clipdesk.accounts.sessions;

import clipdesk.accounts.Breakdown;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions in memory; keys of pages are ids. */
public final class InMemorySessions implements Sessions, OwnSessions {
  private final Map<SessionId, Session> rows = new LinkedHashMap<>();
  private final Breakdown breakdown;

  public InMemorySessions(Breakdown breakdown) {
    this.breakdown = breakdown;
  }

  @Override
  public synchronized void open(Session session) {
    breakdown.at("open session");
    rows.put(session.id(), session);
  }

  @Override
  public synchronized Optional<Session> find(SessionId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public synchronized boolean used(SessionId id, Optional<String> tokenFamily, Instant now) {
    return rows.computeIfPresent(
            id,
            (_, row) -> new Session(id, row.sub(), tokenFamily, row.startedAt(), now, row.device()))
        != null;
  }

  @Override
  public synchronized void close(SessionId id) {
    breakdown.at("close session");
    rows.remove(id);
  }

  @Override
  public synchronized Page of(String sub, Instant from, int limit, Map<String, String> after) {
    var found =
        rows.values().stream()
            .filter(row -> row.sub().equals(sub) && !row.startedAt().isBefore(from))
            .sorted(Comparator.comparing(Session::startedAt).reversed())
            .toList();
    int begin =
        after.isEmpty()
            ? 0
            : 1 + found.stream().map(row -> row.id().text()).toList().indexOf(after.get("id"));
    int end = Math.min(begin + limit, found.size());
    var page = List.copyOf(found.subList(begin, end));
    return new Page(
        page, end == found.size() ? Map.of() : Map.of("id", page.getLast().id().text()));
  }

  @Override
  public synchronized void forget(String sub) {
    breakdown.at("forget sessions");
    rows.values().removeIf(row -> row.sub().equals(sub));
  }
}

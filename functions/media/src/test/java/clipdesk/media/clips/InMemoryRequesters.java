package clipdesk.media.clips;

import clipdesk.common.json.Json;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who asked for what, in memory. */
@Singleton
@Replaces(DynamoRequesters.class)
final class InMemoryRequesters implements Requesters {
  private final Map<String, Map<ClipId, Asking>> accounts = new HashMap<>();

  @Override
  public synchronized void asked(String accountId, ClipId id, OwnWords words, Instant now) {
    accounts.computeIfAbsent(accountId, _ -> new HashMap<>()).put(id, new Asking(id, now, words));
  }

  @Override
  public synchronized Optional<Asking> find(String accountId, ClipId id) {
    return Optional.ofNullable(accounts.getOrDefault(accountId, Map.of()).get(id));
  }

  @Override
  public synchronized Page of(String accountId, int limit, Map<String, String> after) {
    var page =
        accounts.getOrDefault(accountId, Map.of()).values().stream()
            .sorted(Comparator.comparing(InMemoryRequesters::key).reversed())
            .filter(it -> after.isEmpty() || key(it).compareTo(after.get("key")) < 0)
            .limit(limit)
            .toList();
    return new Page(
        page, page.size() < limit ? Map.of() : new TreeMap<>(Map.of("key", key(page.getLast()))));
  }

  private static String key(Asking asking) {
    return Json.instant(asking.askedAt()) + "#" + asking.id().text();
  }
}

package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.deliveries.InMemoryPlanning;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Campaigns by the rules of the table's conditions, in memory. */
@Singleton
@Replaces(value = Campaigns.class, factory = CampaignsWiring.class)
public final class InMemoryCampaigns implements Campaigns {
  private final InMemoryPlanning planning;
  private final Map<String, Campaign> campaigns = new TreeMap<>();
  private final Map<String, Content> contents = new HashMap<>();
  private final Map<String, Letters> letters = new HashMap<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final Map<String, Optional<String>> open = new TreeMap<>();
  private final List<String> made = new ArrayList<>();

  public InMemoryCampaigns(InMemoryPlanning planning) {
    this.planning = planning;
  }

  /** A draft that nobody has tried. */
  public void untested(String id, String topic, Map<String, Object> texts, Instant now) {
    create(Campaign.draft(id, id, topic, now), new Content(texts), "hash");
  }

  /** A draft that has been tried. */
  public void draft(String id, String topic, Map<String, Object> texts, Instant now) {
    untested(id, topic, texts, now);
    tested(id, 1);
  }

  /** The same, started at an instant. */
  public Campaign started(String id, String topic, Map<String, Object> texts, Instant now) {
    draft(id, topic, texts, now);
    var draft = campaigns.get(id);
    start(draft, TestLetters.writer().all(draft, new Content(texts)), now);
    return campaigns.get(id);
  }

  @Override
  public boolean create(Campaign draft, Content content, String bodyHash) {
    if (campaigns.putIfAbsent(draft.id(), draft) != null) {
      return false;
    }
    contents.put(draft.id(), content);
    hashes.put(draft.id(), bodyHash);
    made.addFirst(draft.id());
    return true;
  }

  @Override
  public Optional<Campaign> find(String id) {
    return Optional.ofNullable(campaigns.get(id));
  }

  @Override
  public Optional<Campaign> expect(String id) {
    return find(id);
  }

  @Override
  public Optional<Content> content(String id) {
    return Optional.ofNullable(contents.get(id));
  }

  @Override
  public Optional<Letters> letters(String id) {
    return Optional.ofNullable(letters.get(id));
  }

  @Override
  public Optional<String> bodyHash(String id) {
    return Optional.ofNullable(hashes.get(id));
  }

  /** All that there are, the newest last. */
  List<Campaign> all() {
    return made.reversed().stream().map(campaigns::get).toList();
  }

  @Override
  public Page page(Optional<String> after, int limit) {
    int from = after.map(it -> made.indexOf(it) + 1).orElse(0);
    int to = Math.min(made.size(), from + limit);
    return new Page(
        made.subList(from, to).stream().map(campaigns::get).toList(),
        to < made.size() ? Optional.of(made.get(to - 1)) : Optional.empty());
  }

  @Override
  public synchronized boolean start(Campaign from, Letters frozen, Instant now) {
    boolean moved = move(from, "sending", "", now);
    if (moved) {
      letters.put(from.id(), frozen);
      planning.begin(from.id());
      open.put(from.id(), Optional.empty());
    }
    return moved;
  }

  @Override
  public synchronized boolean move(Campaign from, String to, String reason, Instant now) {
    return move(from, to, reason, now, from.keptOutSince());
  }

  @Override
  public synchronized boolean cancel(Campaign from, Instant now) {
    return move(from, "cancelled", "", now, from.keptOutSince().or(() -> Optional.of(now)));
  }

  /** The campaign as it is, kept out since then or listed. */
  synchronized boolean keep(Campaign from, Optional<Instant> keptOutSince) {
    var present = campaigns.get(from.id());
    if (present == null || present.version() != from.version()) {
      return false;
    }
    campaigns.put(
        from.id(),
        new Campaign(
            present.id(),
            present.name(),
            present.topic(),
            present.state(),
            present.version() + 1,
            present.revision(),
            present.testedRevision(),
            present.startedAt(),
            present.movedAt(),
            present.pausedReason(),
            keptOutSince));
    return true;
  }

  private boolean move(
      Campaign from, String to, String reason, Instant now, Optional<Instant> keptOutSince) {
    var present = campaigns.get(from.id());
    if (present == null || !present.is(from.state()) || present.version() != from.version()) {
      return false;
    }
    campaigns.put(
        from.id(),
        new Campaign(
            present.id(),
            present.name(),
            present.topic(),
            to,
            present.version() + 1,
            present.revision(),
            present.testedRevision(),
            Optional.of(present.startedAt().orElse(now)),
            now,
            Optional.of(reason).filter(_ -> to.equals("paused")),
            keptOutSince));
    return true;
  }

  @Override
  public void tested(String id, long revision) {
    campaigns.computeIfPresent(
        id,
        (_, it) ->
            it.revision() != revision
                ? it
                : new Campaign(
                    id,
                    it.name(),
                    it.topic(),
                    it.state(),
                    it.version(),
                    it.revision(),
                    revision,
                    it.startedAt(),
                    it.movedAt(),
                    it.pausedReason(),
                    it.keptOutSince()));
  }

  @Override
  public List<Open> open() {
    return open.entrySet().stream()
        .map(it -> new Open(campaigns.get(it.getKey()), it.getValue()))
        .toList();
  }

  @Override
  public void looked(String id, Optional<String> cursor) {
    open.replace(id, cursor);
  }

  @Override
  public void closed(String id) {
    open.remove(id);
  }
}

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
  private final Map<String, List<Change>> changes = new HashMap<>();

  public InMemoryCampaigns(InMemoryPlanning planning) {
    this.planning = planning;
  }

  /** A draft that nobody has tried. */
  public void untested(String id, String topic, Map<String, Object> texts, Instant now) {
    create(Campaign.draft(id, id, topic, now), new Content(texts), "hash", "eve");
  }

  /** A draft that has been tried. */
  public void draft(String id, String topic, Map<String, Object> texts, Instant now) {
    untested(id, topic, texts, now);
    tested(id, 1);
  }

  /** The same, started at an instant. */
  public Campaign started(String id, String topic, Map<String, Object> texts, Instant now) {
    return started(id, topic, texts, Change.SYSTEM, now);
  }

  /** The same by somebody. */
  public Campaign started(
      String id, String topic, Map<String, Object> texts, String by, Instant now) {
    draft(id, topic, texts, now);
    var draft = campaigns.get(id);
    start(draft, TestLetters.writer().all(draft, new Content(texts)), by, now);
    return campaigns.get(id);
  }

  /** What was done to one, the newest first. */
  List<Change> changes(String id) {
    return changes.getOrDefault(id, List.of()).reversed();
  }

  private void note(String id, Change change) {
    changes.computeIfAbsent(id, _ -> new ArrayList<>()).add(change);
  }

  @Override
  public boolean create(Campaign draft, Content content, String bodyHash, String by) {
    if (campaigns.putIfAbsent(draft.id(), draft) != null) {
      return false;
    }
    note(draft.id(), Change.created(draft, by));
    contents.put(draft.id(), content);
    hashes.put(draft.id(), bodyHash);
    made.addFirst(draft.id());
    return true;
  }

  @Override
  public synchronized boolean edit(
      Campaign from, Campaign to, Content content, List<String> parts, String by, Instant now) {
    var present = campaigns.get(from.id());
    if (!isDraft(present, from)) {
      return false;
    }
    var edited = present.edited(to.name(), to.topic());
    campaigns.put(from.id(), edited);
    contents.put(from.id(), content);
    note(from.id(), Change.edited(from, parts, by, now));
    return true;
  }

  @Override
  public synchronized boolean delete(Campaign draft, String by, Instant now) {
    if (!isDraft(campaigns.get(draft.id()), draft)) {
      return false;
    }
    campaigns.remove(draft.id());
    contents.remove(draft.id());
    hashes.remove(draft.id());
    made.remove(draft.id());
    note(draft.id(), Change.of(draft, Change.Act.DELETED, by, now));
    return true;
  }

  private static boolean isDraft(Campaign present, Campaign from) {
    return present != null && present.is("draft") && present.version() == from.version();
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
  public synchronized boolean start(Campaign from, Letters frozen, String by, Instant now) {
    boolean moved = move(from, "sending", "", by, now);
    if (moved) {
      var started = campaigns.get(from.id());
      var starter = Optional.of(by).filter(it -> !it.equals(Change.SYSTEM));
      campaigns.put(from.id(), with(started, started.keptOutSince(), starter));
      letters.put(from.id(), frozen);
      planning.begin(from.id());
      open.put(from.id(), Optional.empty());
    }
    return moved;
  }

  @Override
  public synchronized boolean move(
      Campaign from, String to, String reason, String by, Instant now) {
    return move(from, to, reason, by, now, from.keptOutSince());
  }

  @Override
  public synchronized boolean cancel(Campaign from, String by, Instant now) {
    return move(from, "cancelled", "", by, now, from.keptOutSince().or(() -> Optional.of(now)));
  }

  /** The campaign as it is, kept out since then or listed. */
  synchronized boolean keep(Campaign from, Optional<Instant> keptOutSince, String by, Instant now) {
    var present = campaigns.get(from.id());
    if (present == null || present.version() != from.version()) {
      return false;
    }
    campaigns.put(
        from.id(), next(with(present, keptOutSince, present.startedBy()), present.state()));
    var act = keptOutSince.isEmpty() ? Change.Act.LISTED : Change.Act.KEPT_OUT;
    note(from.id(), Change.of(from, act, by, now));
    return true;
  }

  private boolean move(
      Campaign from,
      String to,
      String reason,
      String by,
      Instant now,
      Optional<Instant> keptOutSince) {
    var present = campaigns.get(from.id());
    if (present == null || !present.is(from.state()) || present.version() != from.version()) {
      return false;
    }
    var next = next(with(present, keptOutSince, present.startedBy()), to);
    campaigns.put(
        from.id(),
        new Campaign(
            next.id(),
            next.name(),
            next.topic(),
            to,
            next.version(),
            next.revision(),
            next.testedRevision(),
            Optional.of(next.startedAt().orElse(now)),
            now,
            Optional.of(reason).filter(_ -> to.equals("paused")),
            next.keptOutSince(),
            next.startedBy()));
    note(from.id(), Change.moved(from, to, reason, by, now));
    return true;
  }

  private static Campaign with(
      Campaign it, Optional<Instant> keptOutSince, Optional<String> startedBy) {
    return new Campaign(
        it.id(),
        it.name(),
        it.topic(),
        it.state(),
        it.version(),
        it.revision(),
        it.testedRevision(),
        it.startedAt(),
        it.movedAt(),
        it.pausedReason(),
        keptOutSince,
        startedBy);
  }

  private static Campaign next(Campaign it, String state) {
    return new Campaign(
        it.id(),
        it.name(),
        it.topic(),
        state,
        it.version() + 1,
        it.revision(),
        it.testedRevision(),
        it.startedAt(),
        it.movedAt(),
        it.pausedReason(),
        it.keptOutSince(),
        it.startedBy());
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
                    it.keptOutSince(),
                    it.startedBy()));
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

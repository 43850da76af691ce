package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.deliveries.PassedOver;
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
  private final Map<String, CampaignRow> rows = new TreeMap<>();
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
    return begun(id, texts, by, now);
  }

  private Campaign begun(String id, Map<String, Object> texts, String by, Instant now) {
    var draft = find(id).orElseThrow();
    start(draft, TestLetters.writer().all(draft, new Content(texts)), by, now);
    return find(id).orElseThrow();
  }

  /** A draft that has been tried, for those alone whom another one passed over. */
  public void draft(
      String id, String topic, Map<String, Object> texts, PassedOver whom, Instant now) {
    var draft = Campaign.draft(id, id, topic, now).onlyFor(Optional.of(whom), now);
    create(draft, new Content(texts), "hash", "eve");
    tested(id, 1);
  }

  /** The same, started at an instant. */
  public Campaign started(
      String id, String topic, Map<String, Object> texts, PassedOver whom, Instant now) {
    draft(id, topic, texts, whom, now);
    return begun(id, texts, Change.SYSTEM, now);
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
    if (rows.putIfAbsent(draft.id(), new CampaignRow(draft)) != null) {
      return false;
    }
    note(draft.id(), Change.created(draft, by));
    contents.put(draft.id(), content);
    hashes.put(draft.id(), bodyHash);
    made.addFirst(draft.id());
    return true;
  }

  /** What a campaign is changed in, if it is as it was read; its version goes up. */
  private Optional<CampaignRow> asRead(Campaign from) {
    var row = Optional.ofNullable(rows.get(from.id())).filter(it -> it.version == from.version());
    row.ifPresent(it -> it.version++);
    return row;
  }

  @Override
  public synchronized boolean edit(
      Campaign from, Campaign to, Content content, List<String> parts, String by, Instant now) {
    var row = Optional.of(from).filter(it -> it.is("draft")).flatMap(this::asRead);
    row.ifPresent(
        it -> {
          it.name = to.name();
          it.topic = to.topic();
          it.keptOutSince = to.keptOutSince();
          it.passedOver = to.passedOver();
          it.revision++;
          contents.put(from.id(), content);
          note(from.id(), Change.edited(from, parts, by, now));
        });
    return row.isPresent();
  }

  @Override
  public synchronized boolean delete(Campaign draft, String by, Instant now) {
    if (!draft.is("draft") || asRead(draft).isEmpty()) {
      return false;
    }
    rows.remove(draft.id());
    contents.remove(draft.id());
    hashes.remove(draft.id());
    made.remove(draft.id());
    note(draft.id(), Change.of(draft, Change.Act.DELETED, by, now));
    return true;
  }

  @Override
  public Optional<Campaign> find(String id) {
    return Optional.ofNullable(rows.get(id)).map(CampaignRow::campaign);
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
    return made.reversed().stream().map(it -> rows.get(it).campaign()).toList();
  }

  @Override
  public Page page(Optional<String> after, int limit) {
    int from = after.map(it -> made.indexOf(it) + 1).orElse(0);
    int to = Math.min(made.size(), from + limit);
    return new Page(
        made.subList(from, to).stream().map(it -> rows.get(it).campaign()).toList(),
        to < made.size() ? Optional.of(made.get(to - 1)) : Optional.empty());
  }

  @Override
  public synchronized boolean schedule(Campaign from, Instant sendAt, String by, Instant now) {
    var row = turned(from, "scheduled", "", by, now);
    row.ifPresent(
        it -> {
          it.sendAt = Optional.of(sendAt);
          it.startedBy = person(by);
          open.put(from.id(), Optional.empty());
        });
    return row.isPresent();
  }

  @Override
  public synchronized boolean unschedule(Campaign from, String by, Instant now) {
    var row = turned(from, "draft", "", by, now);
    row.ifPresent(
        it -> {
          it.sendAt = Optional.empty();
          it.startedBy = Optional.empty();
          open.remove(from.id());
        });
    return row.isPresent();
  }

  @Override
  public synchronized boolean start(Campaign from, Letters frozen, String by, Instant now) {
    var row = turned(from, "sending", "", by, now);
    row.ifPresent(
        it -> {
          it.startedAt = Optional.of(now);
          it.movedAt = now;
          it.startedBy = person(by).or(() -> it.startedBy);
          letters.put(from.id(), frozen);
          planning.begin(from.id());
          open.put(from.id(), Optional.empty());
        });
    return row.isPresent();
  }

  private static Optional<String> person(String by) {
    return Optional.of(by).filter(it -> !it.equals(Change.SYSTEM));
  }

  @Override
  public synchronized boolean move(
      Campaign from, String to, String reason, String by, Instant now) {
    var row = turned(from, to, reason, by, now);
    row.ifPresent(it -> it.movedAt = now);
    return row.isPresent();
  }

  @Override
  public synchronized boolean cancel(Campaign from, String by, Instant now) {
    boolean cancelled = move(from, "cancelled", "", by, now);
    if (cancelled) {
      var row = rows.get(from.id());
      row.keptOutSince = row.keptOutSince.or(() -> Optional.of(now));
    }
    return cancelled;
  }

  private Optional<CampaignRow> turned(
      Campaign from, String to, String reason, String by, Instant now) {
    var row = asRead(from);
    row.ifPresent(
        it -> {
          it.state = to;
          it.pausedReason = Optional.of(reason).filter(_ -> to.equals("paused"));
          note(from.id(), Change.moved(from, to, reason, by, now));
        });
    return row;
  }

  /** The campaign as it is, kept out since then or listed. */
  synchronized boolean keep(Campaign from, Optional<Instant> keptOutSince, String by, Instant now) {
    var row = asRead(from);
    row.ifPresent(
        it -> {
          it.keptOutSince = keptOutSince;
          var act = keptOutSince.isEmpty() ? Change.Act.LISTED : Change.Act.KEPT_OUT;
          note(from.id(), Change.of(from, act, by, now));
        });
    return row.isPresent();
  }

  @Override
  public void tested(String id, long revision) {
    Optional.ofNullable(rows.get(id))
        .filter(it -> it.revision == revision)
        .ifPresent(it -> it.testedRevision = revision);
  }

  @Override
  public List<Open> open() {
    return open.entrySet().stream()
        .map(it -> new Open(find(it.getKey()).orElseThrow(), it.getValue()))
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

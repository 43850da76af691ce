package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The topics: two that come with the stack, as long as no editor has changed them, and others. */
public final class Topics {
  /** So long after a change another process may still have the topics as they were. */
  private static final Duration LIFE = Duration.ofSeconds(2);

  private static final Messages TEXTS = new Messages(Topics.class, "topics");
  private static final List<Topic> OURS = List.of(ours("press-briefings"), ours("announcements"));

  private final TopicStore store;
  private final InstantSource clock;
  private Instant readAt = Instant.MIN;
  private Map<String, Topic> read = Map.of();

  public Topics(TopicStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  private static Topic ours(String id) {
    var words = new EnumMap<Language, Topic.Words>(Language.class);
    for (var language : Language.values()) {
      words.put(
          language,
          new Topic.Words(
              TEXTS.text(language, id + ".name"), TEXTS.text(language, id + ".description")));
    }
    return new Topic(id, words, ConsentText.OURS, /* open= */ true, /* version= */ 1);
  }

  /** Ours first, the others in the order of their ids. */
  public List<Topic> all() {
    return List.copyOf(byId().values());
  }

  public List<Topic> open() {
    return all().stream().filter(Topic::open).toList();
  }

  public Optional<Topic> find(String id) {
    return Optional.ofNullable(byId().get(id));
  }

  /** As it is at this moment, for whoever changes it. */
  Optional<Topic> present(String id) {
    forget();
    return find(id);
  }

  private synchronized Map<String, Topic> byId() {
    var now = clock.instant();
    if (!now.isBefore(readAt.plus(LIFE)) || now.isBefore(readAt)) {
      var topics = new LinkedHashMap<String, Topic>();
      OURS.forEach(it -> topics.put(it.id(), it));
      store.all().forEach(it -> topics.put(it.id(), it));
      read = topics;
      readAt = now;
    }
    return read;
  }

  /** As it was put just now. */
  boolean put(Topic topic) {
    boolean written = store.put(topic);
    forget();
    return written;
  }

  private synchronized void forget() {
    readAt = Instant.MIN;
  }

  /** In links that were mailed a topic may be one that nobody knows: it has no other name then. */
  public String name(String id, Language language) {
    return find(id).map(it -> it.name(language)).orElse(id);
  }

  /** As they stand in a sentence. */
  public String names(List<String> ids, Language language) {
    return String.join(", ", ids.stream().map(it -> name(it, language)).toList());
  }

  /** Whether there is such a topic, and it takes subscriptions and campaigns. */
  public boolean takes(String id) {
    return find(id).filter(Topic::open).isPresent();
  }

  /**
   * @param version of the consent text that was shown
   * @throws ProblemException {@code validation} for a topic that takes none, {@code terms-outdated}
   *     if one of them shows another text by now
   */
  public void require(List<String> ids, String version) {
    for (int i = 0; i < ids.size(); i++) {
      if (!takes(ids.get(i))) {
        throw ProblemException.invalid("/topics/" + i, "unknown-topic", "There is no such topic");
      }
    }
    for (var id : ids) {
      var current = find(id).orElseThrow().consent().version();
      if (!current.equals(version)) {
        throw new ProblemException(ProblemType.TERMS_OUTDATED, "Read the current text first")
            .with("currentTermsVersion", current);
      }
    }
  }

  /**
   * One consent for all topics whose text was the same, with that text.
   *
   * @param version of the text that was shown
   */
  public List<Consent> shown(Consent consent, String version) {
    var language = consent.language().orElse(Language.EN);
    var byText = new LinkedHashMap<Optional<Consent.ShownText>, ArrayList<String>>();
    for (var id : consent.topics()) {
      var text = text(id, version).map(it -> it.shown(language));
      byText.computeIfAbsent(text, _ -> new ArrayList<>()).add(id);
    }
    return byText.entrySet().stream()
        .map(it -> it.getKey().map(consent::showing).orElse(consent).about(it.getValue()))
        .toList();
  }

  /** What people were shown in a version. */
  public Optional<ConsentText> text(String id, String version) {
    return find(id)
        .map(Topic::consent)
        .filter(it -> it.version().equals(version))
        .or(() -> store.text(id, version))
        .or(() -> ours(id, version));
  }

  /** Shown before an editor changed it. */
  private static Optional<ConsentText> ours(String id, String version) {
    return OURS.stream()
        .filter(it -> it.id().equals(id))
        .map(Topic::consent)
        .filter(it -> it.version().equals(version))
        .findFirst();
  }
}

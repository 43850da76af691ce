package clipdesk.newsletters.subscriptions;

import static java.util.stream.Collectors.toMap;

import clipdesk.common.localisation.Language;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Topics in memory. */
@Singleton
@Replaces(value = TopicStore.class, factory = SubscriptionsWiring.class)
public final class InMemoryTopics implements TopicStore {
  private final Map<String, Topic> topics = new TreeMap<>();
  private final Map<String, ConsentText> texts = new HashMap<>();

  /** It takes no campaigns any more. */
  public void retire(String id) {
    var words = Stream.of(Language.values()).collect(toMap(it -> it, _ -> new Topic.Words(id, id)));
    topics.put(id, new Topic(id, words, ConsentText.OURS, /* open= */ false, /* version= */ 1));
  }

  @Override
  public List<Topic> all() {
    return List.copyOf(topics.values());
  }

  @Override
  public Optional<ConsentText> text(String topic, String version) {
    return Optional.ofNullable(texts.get(topic + "/" + version));
  }

  @Override
  public boolean put(Topic topic) {
    var key = topic.id() + "/" + topic.consent().version();
    var before = topics.get(topic.id());
    boolean stale = before != null && before.version() != topic.version() - 1;
    boolean otherText = texts.containsKey(key) && !texts.get(key).equals(topic.consent());
    if (stale || otherText) {
      return false;
    }
    topics.put(topic.id(), topic);
    texts.put(key, topic.consent());
    return true;
  }
}

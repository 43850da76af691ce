package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of topics does. */
abstract class TopicStoreContract {
  private final String id = "t-" + UUID.randomUUID().toString().substring(0, 8);

  abstract TopicStore topics();

  @Test
  void topicIsThereAsItWasPutLast() {
    assertThat(topics().put(topic("Name", "1", "Text", 1))).isTrue();
    assertThat(topics().put(topic("Other", "1", "Text", 2))).isTrue();

    assertThat(topics().all()).contains(topic("Other", "1", "Text", 2));
  }

  @Test
  void changeOfAVersionThatIsOldIsNone() {
    topics().put(topic("Name", "1", "Text", 1));
    topics().put(topic("Other", "1", "Text", 2));

    assertThat(topics().put(topic("Lost", "1", "Text", 2))).isFalse();
    assertThat(topics().put(topic("Lost", "1", "Text", 4))).isFalse();

    assertThat(topics().all()).contains(topic("Other", "1", "Text", 2));
  }

  @Test
  void consentTextOfAVersionNeverChangesAndIsKept() {
    topics().put(topic("Name", "1", "Text", 1));

    assertThat(topics().put(topic("Name", "1", "Other text", 2))).isFalse();
    assertThat(topics().put(topic("Name", "2", "Other text", 2))).isTrue();

    assertThat(topics().text(id, "1")).contains(topic("", "1", "Text", 1).consent());
    assertThat(topics().text(id, "2")).contains(topic("", "2", "Other text", 1).consent());
    assertThat(topics().text(id, "3")).isEmpty();
  }

  private Topic topic(String name, String consentVersion, String consent, long version) {
    return new Topic(
        id,
        inAll(it -> new Topic.Words(name + " " + it.tag(), "About")),
        new ConsentText(consentVersion, inAll(it -> consent + " " + it.tag())),
        /* open= */ version == 1,
        version);
  }

  private static <T> Map<Language, T> inAll(Function<Language, T> words) {
    return Stream.of(Language.values())
        .collect(
            Collectors.toMap(
                Function.identity(), words, (one, _) -> one, () -> new EnumMap<>(Language.class)));
  }
}

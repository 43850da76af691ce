package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An editor brings a list: it is looked at, done, and taken out again as it came. */
final class ListsJourneyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Stack stack = Stack.deployed();

  @Test
  void listSubscribesWhoConsentedAndComesOutAgain() {
    var editor = Editors.join(stack, "en");
    var lists = new Lists(stack, editor);
    var topic = Person.unique("list");
    lists.topic(topic);
    var ada = topic + "-ada@outlet.example";
    var unproven = topic + "-bob@outlet.example";

    var csv = Lists.HEADER + Lists.line(ada, "uk") + unproven + ",fr,,,,\n";
    var checked = lists.check(topic, csv, PATIENCE);

    assertThat(counts(checked, "checked")).contains("new=1", "withoutProof=1");
    assertThat(find(editor, ada)).as("nothing is done yet").isEmpty();
    assertThat(counts(lists.apply(checked, PATIENCE), "applied")).contains("new=1");
    assertThat(find(editor, ada)).containsEntry("status", "active").containsEntry("language", "uk");
    assertThat(find(editor, unproven)).as("nobody asked them").isEmpty();

    assertThat(lists.export(topic, PATIENCE)).contains(ada).doesNotContain(unproven);
  }

  private static String counts(Answer list, String of) {
    return String.valueOf(list.json().get(of));
  }

  private static Map<String, Object> find(Person editor, String address) {
    return editor
        .api()
        .post("/v1/editor/subscriber-lookups", Map.of("email", address))
        .expect(200)
        .json();
  }
}

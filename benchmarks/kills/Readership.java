package clipdesk.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** People who follow a topic of their own, brought as an editor brings them: by a list. */
record Readership(String topic, List<String> addresses) {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /**
   * @param name with which topic and addresses begin
   */
  static Readership bring(Stack stack, Person editor, String name, int people) {
    var begun = Instant.now();
    var topic = Person.unique(name);
    var lists = new Lists(stack, editor);
    lists.topic(topic);
    var csv = new StringBuilder(Lists.HEADER);
    var addresses = new ArrayList<String>();
    for (int made = 0; made < people; made++) {
      addresses.add("%s-%d@outlet.example".formatted(topic, made));
      csv.append(Lists.line(addresses.getLast(), List.of("fr", "en", "uk").get(made % 3)));
    }
    var checked = lists.check(topic, csv.toString(), PATIENCE);
    lists.apply(checked, PATIENCE);
    Kills.say("%d people imported after %d s", people, Kills.seconds(begun));
    return new Readership(topic, List.copyOf(addresses));
  }

  /** A campaign to them that was tried, and is not started. */
  String campaign(Person editor, String name) {
    var desk = new Campaigns(editor);
    var id = desk.create(Campaigns.complete(name, topic)).expect(201).text("campaignId");
    desk.test(id);
    return id;
  }
}

package clipdesk.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** People who follow a topic of their own, brought as an editor brings them: by a list. */
record Readership(String topic, List<String> addresses) {
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final int AT_ONCE = 5_000;

  /**
   * @param name with which topic and addresses begin
   */
  static Readership bring(Stack stack, Person editor, String name, int people) {
    var begun = Instant.now();
    var topic = Person.unique(name);
    new Lists(stack, editor).topic(topic);
    var addresses =
        IntStream.range(0, people)
            .mapToObj(it -> "%s-%d@outlet.example".formatted(topic, it))
            .toList();
    for (int from = 0; from < people; from += AT_ONCE) {
      // A session lasts for 15 minutes, and so may a list.
      editor.signIn(Person.PASSWORD).expect(201);
      bring(new Lists(stack, editor), topic, addresses, from);
    }
    System.out.printf(
        "%d people imported after %d s%n",
        people, Duration.between(begun, Instant.now()).toSeconds());
    return new Readership(topic, addresses);
  }

  private static void bring(Lists lists, String topic, List<String> addresses, int from) {
    var csv = new StringBuilder(Lists.HEADER);
    for (int line = from; line < Math.min(addresses.size(), from + AT_ONCE); line++) {
      csv.append(Lists.line(addresses.get(line), List.of("fr", "en", "uk").get(line % 3)));
    }
    var checked = lists.check(topic, csv.toString(), PATIENCE);
    lists.apply(checked, PATIENCE);
  }

  /** A campaign to them that was tried, and is not started. */
  String campaign(Person editor, String name) {
    editor.signIn(Person.PASSWORD).expect(201);
    var desk = new Campaigns(editor);
    var id = desk.create(Campaigns.complete(name, topic)).expect(201).text("campaignId");
    desk.test(id);
    return id;
  }
}

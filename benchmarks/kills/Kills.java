package clipdesk.journeys;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A campaign on the local stack whose processes are ended at random instants with SIGKILL, while
 * others call its functions beside the queues: does everybody get it once, or is listed?
 */
public final class Kills {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** Mails that a sender has under way at once: so many answers a kill can lose. */
  private static final int IN_FLIGHT = 5;

  private Kills() {}

  /**
   * @param arguments how many people, how many kills, the seed
   */
  public static void main(String... arguments) throws InterruptedException {
    int people = Integer.parseInt(arguments[0]);
    int kills = Integer.parseInt(arguments[1]);
    var random = new Random(Long.parseLong(arguments[2]));
    var stack = Stack.deployed();
    var editor = Editors.join(stack, "en");
    var topic = Person.unique("kills");
    var addresses = bring(stack, editor, topic, people);
    var desk = new Campaigns(editor);
    var id = desk.create(Campaigns.complete("Kills", topic)).expect(201).text("campaignId");
    desk.test(id);

    var saboteur = new Saboteur(stack, kills, Duration.ofMillis(60L * people), random);
    var beside = new Beside(stack, editor, id, new Random(random.nextLong()));
    var killer = Thread.ofPlatform().start(saboteur);
    var begun = Instant.now();
    start(editor, id);
    var caller = Thread.ofPlatform().start(beside);
    killer.join();
    beside.enough();
    caller.join();
    say(
        "%d kills %s, %d calls beside the queues, after %d s",
        saboteur.total(), saboteur.killed(), beside.calls(), seconds(begun));
    boolean holds =
        new Ending(stack, editor, id, addresses)
            .holds(IN_FLIGHT * saboteur.killed().get("newsletters-sender"));
    System.exit(holds ? 0 : 1);
  }

  private static List<String> bring(Stack stack, Person editor, String topic, int people) {
    var begun = Instant.now();
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
    say("%d people imported after %d s", people, seconds(begun));
    return addresses;
  }

  /** As a patient editor does it: the same request until it is answered. */
  static void start(Person editor, String id) {
    var path = "/v1/editor/campaigns/" + id;
    var tag = editor.api().get(path).expect(200).header("ETag").orElseThrow();
    Eventually.within(
        PATIENCE,
        "the start",
        () -> {
          try {
            var answer =
                editor.api().with("If-Match", tag).put(path + "/state", Map.of("state", "sending"));
            return Optional.of(answer).filter(it -> it.status() == 202);
          } catch (UncheckedIOException killed) {
            return Optional.empty();
          }
        });
  }

  static long seconds(Instant begun) {
    return Duration.between(begun, Instant.now()).toSeconds();
  }

  static void say(String what, Object... more) {
    System.out.println(what.formatted(more));
  }
}

package clipdesk.journeys;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A campaign on the local stack whose processes are ended at random instants with SIGKILL, while
 * others call its functions beside the queues: does everybody get it once, or is listed?
 */
public final class Kills {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** Within which the people of a killed sender have had their turn. */
  private static final Duration SERVED = Duration.ofMinutes(3);

  /** Mails that a sender has under way at once: so many answers a kill can lose. */
  static final int IN_FLIGHT = 5;

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
    var readership = Readership.bring(stack, editor, "kills", people);
    var id = readership.campaign(editor, "Kills");

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
    var ending = new Ending(stack, editor, id, readership.addresses());
    boolean holds = ending.holds(() -> IN_FLIGHT * saboteur.killed().get(Saboteur.SENDER));
    var served = Duration.between(saboteur.lastOfSender(), ending.lastMail());
    say(
        "the last mail went %d s after the last kill of a sender, at most %d",
        served.toSeconds(), SERVED.toSeconds());
    System.exit(holds && served.compareTo(SERVED) <= 0 ? 0 : 1);
  }

  /** As a patient editor does it: the same request until it is answered. */
  static void start(Person editor, String id) {
    var tag = tag(editor, id);
    Eventually.within(
        PATIENCE, "the start", () -> asked(editor, id, tag).filter(it -> it.status() == 202));
  }

  /** Of the campaign as it stands. */
  static String tag(Person editor, String id) {
    return editor.api().get("/v1/editor/campaigns/" + id).expect(200).header("ETag").orElseThrow();
  }

  /** Asks to start it; nobody answers if the process is ended meanwhile. */
  static Optional<Answer> asked(Person editor, String id, String tag) {
    try {
      return Optional.of(
          editor
              .api()
              .with("If-Match", tag)
              .put("/v1/editor/campaigns/" + id + "/state", Map.of("state", "sending")));
    } catch (UncheckedIOException killed) {
      return Optional.empty();
    }
  }

  static long seconds(Instant begun) {
    return Duration.between(begun, Instant.now()).toSeconds();
  }

  static void say(String what, Object... more) {
    System.out.println(what.formatted(more));
  }
}

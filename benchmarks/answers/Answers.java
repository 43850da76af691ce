package clipdesk.journeys;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A campaign on the local stack through an SES that throttles, has had enough for a day and loses
 * answers: does everybody get it once, or is listed, and do mailbox, SES and report agree?
 */
public final class Answers {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Far below the 50 that senders believe in, and the dozen that they reach on the local stack. */
  private static final int PER_SECOND = 5;

  private static final double OF_THE_DAY = 0.4;

  private Answers() {}

  /**
   * @param arguments to how many people, and the seed
   */
  public static void main(String... arguments) throws IOException {
    int people = Integer.parseInt(arguments[0]);
    var stack = Stack.deployed();
    var editor = Editors.join(stack, "en");
    var readership = Readership.bring(stack, editor, "answers", people);
    var id = readership.campaign(editor, "Answers");
    boolean holds;
    try (var ses =
            new UnwillingSes(
                stack.endpoint().orElseThrow(),
                PER_SECOND,
                people,
                new Random(Long.parseLong(arguments[1])));
        var _ =
            LiveFunction.with(
                stack, "newsletters-sender", Map.of("AWS_ENDPOINT_URL_SES", ses.endpoint()))) {
      ses.takesToday((int) (OF_THE_DAY * people));
      Kills.start(editor, id);
      Eventually.within(PATIENCE, "a pause for the day", () -> pausedForTheDay(editor, id));
      Kills.say("paused: daily-quota, at %d mails", ses.taken().size());
      ses.takesToday(Integer.MAX_VALUE);
      holds = new Ending(stack, editor, id, readership.addresses()).holds(ses::lost);
      holds &= agree(stack, id, readership.addresses(), ses);
    }
    Kills.say("%s", holds ? "HOLDS" : "MISSED");
    System.exit(holds ? 0 : 1);
  }

  private static Optional<Answer> pausedForTheDay(Person editor, String id) {
    return Optional.of(editor.api().get("/v1/editor/campaigns/" + id + "/report").expect(200))
        .filter(it -> "daily-quota".equals(it.json().get("pausedReason")));
  }

  /** What SES has, as it counts itself, is what lies in the mailbox. */
  private static boolean agree(Stack stack, String id, List<String> people, UnwillingSes ses) {
    var mailbox = Counted.of(stack, id, people);
    var taken = new TreeMap<>(ses.taken());
    // Whoever started it is told of the pause and of the end.
    taken.keySet().retainAll(people);
    long most = taken.values().stream().mapToInt(it -> it).max().orElse(0);
    long mails = taken.values().stream().mapToInt(it -> it).sum();
    ses.answers()
        .forEach(
            (what, many) ->
                Kills.say("  %s: %d", what.name().toLowerCase().replace('_', ' '), many));
    Kills.say(
        "SES has %d mails to %d addresses, at most %d to one and %d in a second of %d; the mailbox"
            + " %d",
        mails, taken.size(), most, ses.mostInASecond(), PER_SECOND, mailbox.mails());
    return taken.size() == people.size()
        && most == 1
        && mails == mailbox.mails()
        && ses.answers().getOrDefault(UnwillingSes.Answer.THROTTLED, 0) > 0;
  }
}

package clipdesk.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Campaigns on the local stack without any fault: what a mail costs, how fast they go beside a loop
 * that only calls SES, whether the rate is kept, when the first mail goes, and whether whoever
 * leaves meanwhile is left alone.
 */
public final class Mails {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final double ENOUGH_OF_THE_RATE = 0.95;
  private static final int RATE = 14;

  /** Of the local stack, as its parameters say. */
  private static final int USUAL_RATE = 50;

  /** Above what two senders can do. */
  private static final int NO_LIMIT = 833;

  private static final Pattern LINK = Pattern.compile("/v1/u/([^>]+)>");

  private final Stack stack;
  private final DynamoDbClient dynamo;
  private final Person editor;
  private final Bars bars;

  private Mails(Stack stack, DynamoDbClient dynamo, Person editor, Bars bars) {
    this.stack = stack;
    this.dynamo = dynamo;
    this.editor = editor;
    this.bars = bars;
  }

  /**
   * @param arguments to how many people, how many are on the long list, how many leave, how many
   *     mails are counted; the seed
   */
  public static void main(String... arguments) throws Exception {
    int people = Integer.parseInt(arguments[0]);
    int list = Integer.parseInt(arguments[1]);
    int leaving = Integer.parseInt(arguments[2]);
    int counted = Integer.parseInt(arguments[3]);
    var stack = Stack.deployed();
    var bars = new Bars();
    try (var dynamo = stack.dynamo()) {
      var editor = Editors.join(stack, "en");
      var mails = new Mails(stack, dynamo, editor, bars);
      Kills.say("%nwhat a mail costs, of %,d", counted);
      new CostOfAMail(stack, dynamo, editor, counted).print(bars);
      var readership = Readership.bring(stack, editor, "mails", people);
      mails.asFastAsItGoes(readership);
      mails.atTheRate(readership);
      mails.whilePeopleLeave(readership, leaving, new Random(Long.parseLong(arguments[4])));
      mails.toALongList(Readership.bring(stack, editor, "list", list));
    }
    System.exit(bars.close());
  }

  private void asFastAsItGoes(Readership readership) throws InterruptedException {
    emptyMailbox();
    Kills.say("%nas fast as it goes, two senders");
    try (var _ = LiveFunction.with(stack, "newsletters-sender", rate(NO_LIMIT));
        var _ = AnotherReader.ofSends(stack)) {
      var sent = send(readership, "As fast as it goes");
      bars.told("mails a second", sent.mailsPerSecond());
    }
    var mail = String.valueOf(mailbox().getFirst().get("RawData"));
    bars.told("mails a second of a bare loop", new BareLoop(stack, mail).mailsPerSecond());
  }

  private void atTheRate(Readership readership) throws InterruptedException {
    emptyMailbox();
    int people = readership.addresses().size();
    Kills.say("%n%,d people at %d a second", people, RATE);
    try (var _ = LiveFunction.with(stack, "newsletters-sender", rate(RATE));
        var _ = AnotherReader.ofSends(stack)) {
      var sent = send(readership, "At the rate");
      bars.atLeast("mails a second", sent.mailsPerSecond(), ENOUGH_OF_THE_RATE * RATE);
      bars.atLeast("mails that SES took", sent.sent(), people);
      var counted = Counted.of(stack, sent.id(), readership.addresses());
      bars.atMost("addresses with two", counted.doubled().size(), 0);
      bars.atMost("addresses without one", counted.without().size(), 0);
      bars.atMost("mails to others", counted.strangers().size(), 0);
    }
  }

  private void whilePeopleLeave(Readership readership, int leaving, Random random) {
    var tokens = new ArrayList<String>();
    mailbox().forEach(it -> token(it).ifPresent(tokens::add));
    Collections.shuffle(tokens, random);
    emptyMailbox();
    int people = readership.addresses().size();
    Kills.say("%n%,d of %,d people leave while they are written to", leaving, people);
    var id = readership.campaign(editor, "While people leave");
    var ledger = ledger(id);
    var leavers =
        new Leaving(
            stack,
            ledger,
            tokens.subList(0, leaving),
            Duration.ofMillis(1000L * people / USUAL_RATE));
    Kills.start(editor, id);
    leavers.run();
    SentCampaign.awaited(id, ledger);
    long mailed =
        leavers.inTime().stream()
            .filter(it -> ledger.row(it).filter(row -> row.is("SENT")).isPresent())
            .count();
    bars.told("left before they were written to", leavers.inTime().size());
    bars.atMost("of these were written to", mailed, 0);
  }

  /** What is left of it then is cancelled. */
  private void toALongList(Readership readership) {
    emptyMailbox();
    Kills.say("%n%,d people on a list", readership.addresses().size());
    var id = readership.campaign(editor, "To a long list");
    emptyMailbox();
    var begun = Instant.now();
    Kills.start(editor, id);
    Eventually.within(
        PATIENCE, "the first mail", () -> Optional.of(mailbox()).filter(it -> !it.isEmpty()));
    bars.atMost(
        "seconds from the request to start to the first mail",
        SentCampaign.seconds(begun, Instant.now()),
        10);
    new Campaigns(editor).move(id, "cancelled").expect(200);
  }

  private SentCampaign send(Readership readership, String name) {
    var id = readership.campaign(editor, name);
    Kills.start(editor, id);
    return SentCampaign.awaited(id, ledger(id));
  }

  private Ledger ledger(String id) {
    return new Ledger(dynamo, stack.output("NewslettersTable"), id);
  }

  private static Map<String, String> rate(int mailsPerSecond) {
    return Map.of("SES_MAX_SEND_RATE", String.valueOf(mailsPerSecond));
  }

  /** Its test mails have links that change nothing. */
  private static Optional<String> token(Map<String, Object> entry) {
    var mail = Mail.of(entry);
    return mail.header("List-Unsubscribe")
        .filter(_ -> !mail.subject().startsWith("[TEST]"))
        .map(LINK::matcher)
        .filter(Matcher::find)
        .map(it -> it.group(1));
  }

  private List<Map<String, Object>> mailbox() {
    return Api.of(stack).get(stack.output("MailboxUrl")).expect(200).objects("messages");
  }

  private void emptyMailbox() {
    Api.of(stack).delete(stack.output("MailboxUrl"));
  }
}

package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.contracts.newsletters.ErasureToMail;
import clipdesk.contracts.newsletters.NoticeToMail;
import clipdesk.contracts.newsletters.SenderMessage;
import clipdesk.contracts.newsletters.TestToMail;
import clipdesk.newsletters.TestWiring;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.InMemoryEditorAddresses;
import clipdesk.newsletters.campaigns.ListMail;
import clipdesk.newsletters.campaigns.TestLetters;
import clipdesk.newsletters.campaigns.WriteLetters;
import clipdesk.newsletters.subscriptions.Outgoing;
import clipdesk.newsletters.subscriptions.TestKeys;
import clipdesk.newsletters.subscriptions.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Senders of mails to one person: confirmations, links to be forgotten by, tests for the editor,
 * and news of a campaign.
 */
final class SimulatedSingles {
  /** By whom campaigns are started. */
  static final String EDITOR = "editor";

  private static final EmailAddress EDITORS = new EmailAddress("editor@press.example");
  private static final Topics TOPICS = TestKeys.topics();
  private static final WriteLetters LETTERS = TestLetters.writer();
  private static final Pattern LANGUAGE = Pattern.compile("Content-Language: (\\w+)");

  private final Fate fate;
  private final SimulatedFault fault;
  private final SimulatedQueues queues;
  private final SimulatedSenders senders;
  private final PortsInMemory ports;
  private final SimulatedStore store;
  private final SimulationWatch watch;
  private final Outgoing outgoing;
  private final SentOnce once;
  private final InMemoryEditorAddresses editors = new InMemoryEditorAddresses();
  private int instants;
  private int tests;

  SimulatedSingles(
      Fate fate,
      SimulatedFault fault,
      SimulatedQueues queues,
      SimulatedSenders senders,
      PortsInMemory ports,
      SimulatedStore store,
      SimulationWatch watch,
      Outgoing outgoing) {
    this.fate = fate;
    this.fault = fault;
    this.queues = queues;
    this.senders = senders;
    this.ports = ports;
    this.store = store;
    this.watch = watch;
    this.outgoing = outgoing;
    this.once = fate.fated(SentOnce.class, once(fault));
    editors.note(EDITOR, EDITORS, Language.UK, Fate.START);
  }

  private static SentOnce once(SimulatedFault fault) {
    var sound = new InMemorySentOnce();
    return fault == SimulatedFault.TEST_FOR_EVERY_MESSAGE
        ? SlowPort.answering(SentOnce.class, call -> call.equals("take"))
        : sound;
  }

  /** An editor has the campaign mailed to themselves. */
  void ask(Campaign campaign) {
    outgoing.mail(
        new TestToMail(
            campaign.id(),
            campaign.revision(),
            List.of("fr", "en", "uk"),
            EDITORS.text(),
            "test" + ++tests));
  }

  void mail() {
    queues.mails.receive(
        message -> {
          var clock = fate.clock();
          var until = clock.instant().plus(SimulatedSenders.FOR_A_MESSAGE);
          try {
            settle(message, mailed(message, clock, until));
          } catch (IllegalStateException notTaken) {
            throw new Fate.Failed();
          }
        });
  }

  private void settle(SenderMessage.OfOneMail message, Mailed mailed) {
    mailed.again().ifPresent(delay -> outgoing.mailLater(message, delay));
    if (mailed == Mailed.REFUSED && fault == SimulatedFault.REFUSED_ADDRESS_FAILS_ITS_MESSAGE) {
      throw new Fate.Failed();
    }
  }

  private Mailed mailed(SenderMessage.OfOneMail message, InstantSource clock, Instant until) {
    return switch (message) {
      case ConfirmationToMail asked -> confirmations(clock).confirm(asked, until);
      case TestToMail test -> tests(single(clock, test.id())).send(test, until);
      case ErasureToMail asked -> erasures(clock).send(asked, until);
      case NoticeToMail news -> notices(single(clock, news.id())).send(news, until);
    };
  }

  private ConfirmationMails confirmations(InstantSource clock) {
    return new ConfirmationMails(
        store.subscribers,
        store.confirmations,
        store.limits,
        store.limits,
        ports.mailboxes(),
        TestKeys.links(),
        TOPICS,
        single(clock, ""),
        TestWiring.sampleConfig());
  }

  private ErasureMails erasures(InstantSource clock) {
    return new ErasureMails(
        store.subscribers,
        store.erasureLimits,
        TestKeys.links(),
        single(clock, ""),
        TestWiring.sampleConfig(),
        clock);
  }

  private TestMails tests(SingleMail single) {
    var mail = new ListMail(TestWiring.sampleConfig());
    return new TestMails(store.campaigns, LETTERS, TestKeys.links(), mail, single, once);
  }

  private NoticeMails notices(SingleMail single) {
    return new NoticeMails(store.campaigns, editors, single, once, TestWiring.sampleConfig());
  }

  /**
   * @param message which must not be mailed twice in a language; empty for none
   */
  private SingleMail single(InstantSource clock, String message) {
    var pace = senders.pace(clock, /* whole= */ fault != SimulatedFault.SINGLE_MAILS_TAKE_NO_SLOT);
    return new SingleMail(
        (to, mail, tags) -> {
          watch.mails(pace);
          return senders.mail(to, mail, message.isEmpty() ? tags : named(message, mail, tags));
        },
        senders.quota(clock),
        pace,
        TestKeys.keyed(),
        TestWiring.sampleConfig(),
        // A clock of nanoseconds says nothing twice; simulated time goes by milliseconds.
        () -> clock.instant().plusNanos(++instants));
  }

  private static Map<String, String> named(String message, byte[] mail, Map<String, String> tags) {
    var language = LANGUAGE.matcher(new String(mail, StandardCharsets.US_ASCII));
    var named = new HashMap<>(tags);
    named.put("message", message + (language.find() ? "#" + language.group(1) : ""));
    return named;
  }
}

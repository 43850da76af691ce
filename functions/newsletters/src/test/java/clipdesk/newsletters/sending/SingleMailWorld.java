package clipdesk.newsletters.sending;

import clipdesk.newsletters.TestWiring;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.campaigns.InMemoryEditorAddresses;
import clipdesk.newsletters.campaigns.ListMail;
import clipdesk.newsletters.campaigns.TestLetters;
import clipdesk.newsletters.subscriptions.InMemoryConfirmationLimits;
import clipdesk.newsletters.subscriptions.InMemoryConfirmations;
import clipdesk.newsletters.subscriptions.InMemoryMailboxes;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.TestKeys;
import java.time.InstantSource;

/** What mails to one person want to know, in memory. */
final class SingleMailWorld {
  private SingleMailWorld() {}

  static SingleMail single(Mailer mailer, SendQuota quota, RecordedPace pace) {
    return new SingleMail(mailer, quota, pace, TestKeys.keyed(), TestWiring.sampleConfig(), pace);
  }

  static TestMails tests(InMemoryCampaigns campaigns, SingleMail single) {
    return new TestMails(
        campaigns,
        TestLetters.writer(),
        TestKeys.links(),
        new ListMail(TestWiring.sampleConfig()),
        single,
        new InMemorySentOnce());
  }

  static NoticeMails notices(
      InMemoryCampaigns campaigns, InMemoryEditorAddresses editors, SingleMail single) {
    return new NoticeMails(
        campaigns, editors, single, new InMemorySentOnce(), TestWiring.sampleConfig());
  }

  static ConfirmationMails confirmations(
      InMemorySubscribers subscribers, InMemoryMailboxes mailboxes, SingleMail single) {
    return new ConfirmationMails(
        subscribers,
        new InMemoryConfirmations(),
        new InMemoryConfirmationLimits(),
        InMemoryConfirmationLimits.ofReminders(),
        mailboxes,
        TestKeys.links(),
        TestKeys.topics(),
        single,
        TestWiring.sampleConfig());
  }

  static ErasureMails erasures(
      InMemorySubscribers subscribers, SingleMail single, InstantSource clock) {
    return new ErasureMails(
        subscribers,
        new InMemoryConfirmationLimits(),
        TestKeys.links(),
        single,
        TestWiring.sampleConfig(),
        clock);
  }
}

package clipdesk.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One person's mails, read from the stack's mailbox ({@code MailboxUrl}); each mail is handed out
 * once, so that a second code is never mistaken for the first.
 */
public final class Mailbox {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Api api;
  private final String url;
  private final String address;
  private final Set<String> seen = new HashSet<>();

  public Mailbox(Stack stack, String address) {
    this.api = Api.of(stack);
    this.url = stack.output("MailboxUrl");
    this.address = address;
  }

  /** The next mail, waiting for it. */
  public Mail next(String what) {
    return next(what, _ -> true);
  }

  public Mail next(String what, Predicate<Mail> wanted) {
    return Eventually.within(PATIENCE, "a mail to " + address + ": " + what, () -> unseen(wanted));
  }

  /** Every mail so far, handed out before or not. */
  public List<Mail> all() {
    var mails = new ArrayList<Mail>();
    for (var entry : api.get(url).expect(200).objects("messages")) {
      // Cheap before exact: a crowd's mailbox is full of other people's mails.
      if (!entry.toString().toLowerCase().contains(address.toLowerCase())) {
        continue;
      }
      var mail = Mail.of(entry);
      if (mail.to().stream().anyMatch(to -> to.toLowerCase().contains(address.toLowerCase()))) {
        mails.add(mail);
      }
    }
    return mails;
  }

  private Optional<Mail> unseen(Predicate<Mail> wanted) {
    for (var mail : all()) {
      if (!seen.contains(mail.id()) && wanted.test(mail)) {
        seen.add(mail.id());
        return Optional.of(mail);
      }
    }
    return Optional.empty();
  }
}

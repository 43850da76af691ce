package clipdesk.journeys;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mailbox counted by address, beside what the report says.
 *
 * @param doubled addresses with more than one mail of the campaign
 * @param without addresses with none
 * @param strangers addresses with a mail that are not of the list
 */
record Counted(int mails, Set<String> doubled, Set<String> without, Set<String> strangers) {
  static Counted of(Stack stack, String campaign, List<String> people) {
    var mails = new HashMap<String, Integer>();
    for (var entry : mailbox(stack)) {
      if (!String.valueOf(entry.get("RawData")).contains("X-Clipdesk-Campaign: " + campaign)) {
        continue;
      }
      var mail = Mail.of(entry);
      if (!mail.subject().startsWith("[TEST]")) {
        mail.to().forEach(it -> mails.merge(it.toLowerCase(), 1, Integer::sum));
      }
    }
    var doubled = new HashSet<String>();
    mails.forEach(
        (address, many) -> {
          if (many > 1) {
            doubled.add(address);
          }
        });
    var without = new HashSet<>(people);
    without.removeAll(mails.keySet());
    var strangers = new HashSet<>(mails.keySet());
    people.forEach(strangers::remove);
    return new Counted(
        mails.values().stream().mapToInt(it -> it).sum(), doubled, without, strangers);
  }

  /** LocalStack walks through a list that grows meanwhile, and may stumble: then once more. */
  private static List<Map<String, Object>> mailbox(Stack stack) {
    return Eventually.within(
        Duration.ofSeconds(60),
        "the mailbox",
        () ->
            Optional.of(Api.of(stack).get(stack.output("MailboxUrl")))
                .filter(it -> it.status() == 200)
                .map(it -> it.objects("messages")));
  }
}

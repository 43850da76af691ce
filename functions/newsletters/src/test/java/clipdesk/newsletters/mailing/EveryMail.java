package clipdesk.newsletters.mailing;

import clipdesk.common.localisation.Language;
import clipdesk.common.mail.WrittenMail;
import clipdesk.contracts.newsletters.NoticeToMail;
import clipdesk.contracts.newsletters.NoticeToMail.What;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One of each kind that this context sends, with all that may stand in it. */
public final class EveryMail {
  private static final String SENDER = "Clipdesk & Press";
  private static final String ANSWERS = "press@clipdesk.example";
  private static final String ORIGIN = "https://clipdesk.example";
  private static final String LINK = ORIGIN + "/v1/p/u1.k1.s.c.t.m?a=1&b=2";
  private static final String CAMPAIGN = "Week 7 & \"more\"";
  private static final String BODY =
      """
      # Перша / première / first

      Text with *stress*, **more**, `code` and [a link](https://clipdesk.example/v1/videos/1?a=1&b=2).

      ## List

      * one
      * two
        1. nested
        2. nested too

      > Somebody said "so" & <left>.

      ![A picture with words](https://clipdesk.example/picture.jpg)

          A line of code that is far longer than any screen of a telephone and does not break

      ---

      ### Last

      Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft
      """;

  private EveryMail() {}

  /** By kind. */
  public static Map<String, WrittenMail> in(Language language) {
    var mails = new LinkedHashMap<String, WrittenMail>();
    mails.put("campaign", campaign(language, Optional.of(LINK)));
    mails.put("campaign-kept-out", campaign(language, Optional.empty()));
    var links = new LinkMails(SENDER, ANSWERS);
    mails.put("confirmation", links.confirmation(language, LINK, "A, B", "1 May 2026, 09:00"));
    mails.put("subscribed", links.subscribed(language, LINK));
    mails.put("erasure", links.erasure(language, LINK));
    mails.put("notice-sent", notice(language, What.SENT, ""));
    mails.put("notice-paused", notice(language, What.PAUSED, "reputation"));
    mails.put("notice-parked", notice(language, What.PARKED, ""));
    return mails;
  }

  private static WrittenMail campaign(Language language, Optional<String> page) {
    var head = new Letterhead(SENDER, ANSWERS, "Briefings <daily>", page);
    return Letter.of(language, head, CAMPAIGN, "Three new films", BODY).to(LINK, LINK);
  }

  private static WrittenMail notice(Language language, What what, String reason) {
    var news = new NoticeToMail("c1", "n1", what, reason, 1_204, 3, 17, 2);
    return new StarterMails(SENDER, ANSWERS).notice(language, news, CAMPAIGN, ORIGIN);
  }
}

package clipdesk.newsletters.sending;

import clipdesk.common.localisation.Language;
import clipdesk.common.mail.WrittenMail;
import clipdesk.newsletters.mailing.Letter;
import clipdesk.newsletters.mailing.Letterhead;
import clipdesk.newsletters.mailing.LinkMails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the HTML of every kind of mail in every language, for a validator to read. */
public final class Mails {
  private static final String LINK = "https://clipdesk.example/v1/p/u1.k1.s.c.t.m?a=1&b=2";
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

      ---

      ### Last

      The end.
      """;

  private Mails() {}

  /**
   * @param arguments the folder
   */
  public static void main(String... arguments) throws IOException {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    for (var language : Language.values()) {
      var links = new LinkMails("Clipdesk & Press", "press@clipdesk.example");
      write(folder, language, "confirmation", links.confirmation(language, LINK, "A, B", "1 May"));
      write(folder, language, "subscribed", links.subscribed(language, LINK));
      write(folder, language, "erasure", links.erasure(language, LINK));
      for (boolean listed : new boolean[] {true, false}) {
        var head =
            new Letterhead(
                "Clipdesk & Press",
                "press@clipdesk.example",
                "Briefings <daily>",
                Optional.of(LINK).filter(_ -> listed));
        var letter = Letter.of(language, head, "Week 7 & \"more\"", "Three new films", BODY);
        write(folder, language, listed ? "campaign" : "unlisted", letter.to(LINK, LINK));
      }
    }
  }

  private static void write(Path folder, Language language, String kind, WrittenMail mail)
      throws IOException {
    Files.writeString(folder.resolve(kind + "." + language.tag() + ".html"), mail.html());
  }
}

package clipdesk.newsletters.sending;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.mailing.EveryMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the HTML of every kind of mail in every language, for a validator to read. */
public final class Mails {
  private Mails() {}

  /**
   * @param arguments the folder
   */
  public static void main(String... arguments) throws IOException {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    for (var language : Language.values()) {
      for (var mail : EveryMail.in(language).entrySet()) {
        var name = mail.getKey() + "." + language.tag() + ".html";
        Files.writeString(folder.resolve(name), mail.getValue().html());
      }
    }
  }
}

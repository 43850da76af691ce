package clipdesk.newsletters.links;

import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people read them; we do not know where they are, so the zone is said. */
public final class Dates {
  private Dates() {}

  public static String inWords(Instant instant, Language language) {
    var form =
        switch (language) {
          case FR -> "d MMMM yyyy 'à' HH:mm 'UTC'";
          case UK -> "d MMMM yyyy 'р.,' HH:mm 'UTC'";
          default -> "d MMMM yyyy, HH:mm 'UTC'";
        };
    return DateTimeFormatter.ofPattern(form, Locale.of(language.tag()))
        .format(instant.atZone(ZoneOffset.UTC));
  }
}

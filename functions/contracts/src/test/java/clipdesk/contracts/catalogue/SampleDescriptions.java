package clipdesk.contracts.catalogue;

import clipdesk.common.localisation.Language;
import clipdesk.contracts.catalogue.VideoDescription.Place;
import clipdesk.contracts.catalogue.VideoDescription.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The descriptions that the committed files hold: with every member there is, and with the least.
 */
final class SampleDescriptions {
  private static final String ID = "2026-02-12-ministers-presser";
  private static final LocalDate DATE = LocalDate.parse("2026-02-12");
  private static final Localised TITLE =
      texts("Press conference", "Conférence de presse", "Пресконференція");
  private static final Named EVENT =
      new Named("2026-02-defmin", texts("Meeting", "Réunion", "Зустріч"));
  private static final Place PLACE = new Place(texts("Brussels", "Bruxelles", "Брюссель"), "BE");
  private static final Terms TERMS = new Terms("press-standard", "Courtesy");
  private static final DescribedFiles.Rendition HD =
      new DescribedFiles.Rendition("hd", "master.mp4");

  static final VideoDescription WHOLE =
      new VideoDescription(
          ID,
          TITLE,
          Optional.of(
              texts("After the meeting.\nIn full.", "Après la réunion.", "Після зустрічі.")),
          EVENT,
          DATE,
          PLACE,
          List.of(
              new Speaker(
                  "sg",
                  texts("Ana Sample", "Ana Sample", "Ана Семпл"),
                  Optional.of(
                      texts("Secretary General", "Secrétaire général", "Генеральний секретар")),
                  List.of("A. Sample")),
              new Speaker("host", texts("Host", "Hôte", "Ведуча"), Optional.empty(), List.of())),
          List.of("en", "fr"),
          TERMS,
          new Restrictions(
              Optional.of(new ToldInstant("2026-02-12T15:00:00.123456789Z")),
              /* announced= */ false,
              /* legalBlock= */ true,
              Optional.of(
                  new Restrictions.Withdrawal(
                      new ToldInstant("2026-02-13T08:00:00Z"), Optional.of("Wrong file")))),
          new DescribedFiles(
              new DescribedFiles.Master("master.mp4", Optional.of("ab".repeat(32))),
              List.of(HD, new DescribedFiles.Rendition("web", "renditions/web.mp4")),
              Optional.of("web"),
              List.of(
                  new DescribedFiles.Sound(0, "en", Optional.of("original")),
                  new DescribedFiles.Sound(1, "fr", Optional.empty()))));

  static final VideoDescription LEAST =
      new VideoDescription(
          ID,
          TITLE,
          Optional.empty(),
          EVENT,
          DATE,
          PLACE,
          List.of(),
          List.of("en"),
          TERMS,
          new Restrictions(
              Optional.empty(), /* announced= */ true, /* legalBlock= */ false, Optional.empty()),
          new DescribedFiles(
              new DescribedFiles.Master("master.mp4", Optional.empty()),
              List.of(HD),
              Optional.empty(),
              List.of()));

  private SampleDescriptions() {}

  private static Localised texts(String en, String fr, String uk) {
    return new Localised(Map.of(Language.EN, en, Language.FR, fr, Language.UK, uk));
  }
}

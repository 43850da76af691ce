package clipdesk.newsletters.lists;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.lists.ListedPerson.State;
import clipdesk.newsletters.lists.ListedPerson.ToldConsent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the cells of a line have to be. */
public final class LineRules {
  private static final Map<Column, Integer> LONGEST =
      Map.of(Column.CONSENT_SOURCE, 200, Column.CONSENT_TEXT, 2000, Column.PROOF, 500);

  private static final int SHORT = 320;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");
  private static final Pattern BETWEEN_TOPICS = Pattern.compile("[\\s,;|]+");

  private final List<String> topics;
  private final Language language;
  private final Predicate<String> open;
  private final Instant now;

  /**
   * @param topics of lines that name none
   * @param language of lines that name none
   * @param open whether a topic takes subscriptions
   * @param now a consent is of no later moment
   */
  public LineRules(List<String> topics, Language language, Predicate<String> open, Instant now) {
    this.topics = topics;
    this.language = language;
    this.open = open;
    this.now = now;
  }

  ListLine line(long number, ListHeader header, List<String> cells) {
    try {
      return new ListLine.Good(
          number, person((column) -> header.cell(column, cells).map(it -> cell(column, it))));
    } catch (Refused e) {
      return new ListLine.Bad(number, e.column.title(), e.code);
    }
  }

  private static String cell(Column column, String cell) {
    if (Cells.formula(cell)) {
      throw new Refused(column, "formula");
    }
    if (CONTROL.matcher(cell).find()) {
      throw new Refused(column, "control");
    }
    var value = Cells.read(cell);
    if (value.length() > LONGEST.getOrDefault(column, SHORT)) {
      throw new Refused(column, "too-long");
    }
    return value;
  }

  private ListedPerson person(Function<Column, Optional<String>> cell) {
    var email =
        cell.apply(Column.EMAIL)
            .flatMap(EmailAddress::of)
            .orElseThrow(() -> new Refused(Column.EMAIL, "malformed"));
    return new ListedPerson(
        email,
        cell.apply(Column.LANGUAGE).map(LineRules::language).orElse(language),
        cell.apply(Column.TOPICS).map(this::topics).orElse(topics),
        consent(cell, email),
        cell.apply(Column.STATE).map(LineRules::state).orElse(State.ON));
  }

  private static Language language(String cell) {
    return Language.ofTag(cell.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> new Refused(Column.LANGUAGE, "unknown-language"));
  }

  private List<String> topics(String cell) {
    var named = List.of(BETWEEN_TOPICS.split(cell)).stream().distinct().toList();
    if (named.stream().allMatch(open)) {
      return named;
    }
    throw new Refused(Column.TOPICS, "unknown-topic");
  }

  private static State state(String cell) {
    return List.of(State.values()).stream()
        .filter(it -> it.name().equalsIgnoreCase(cell))
        .findFirst()
        .orElseThrow(() -> new Refused(Column.STATE, "unknown-value"));
  }

  private Optional<ToldConsent> consent(
      Function<Column, Optional<String>> cell, EmailAddress email) {
    var at = cell.apply(Column.CONSENT_AT).map(this::instant);
    var source = cell.apply(Column.CONSENT_SOURCE);
    var text = cell.apply(Column.CONSENT_TEXT);
    var proof = cell.apply(Column.PROOF);
    // What is kept for years must not keep the address of whoever is forgotten.
    for (var column : List.of(Column.CONSENT_SOURCE, Column.CONSENT_TEXT, Column.PROOF)) {
      if (cell.apply(column)
          .filter(it -> it.toLowerCase(Locale.ROOT).contains(email.text()))
          .isPresent()) {
        throw new Refused(column, "address");
      }
    }
    return at.isPresent() && source.isPresent() && text.isPresent() && proof.isPresent()
        ? Optional.of(new ToldConsent(at.get(), source.get(), text.get(), proof.get()))
        : Optional.empty();
  }

  /** RFC 3339 with an offset, or a day. */
  private Instant instant(String cell) {
    var at = parsed(cell);
    if (at.isAfter(now)) {
      throw new Refused(Column.CONSENT_AT, "in-future");
    }
    return at;
  }

  private static Instant parsed(String cell) {
    try {
      return cell.length() == "2026-01-01".length()
          ? LocalDate.parse(cell).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(cell).toInstant();
    } catch (DateTimeException e) {
      throw new Refused(Column.CONSENT_AT, "malformed");
    }
  }

  /** A cell that is no good. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Column column;
    private final String code;

    private Refused(Column column, String code) {
      super(code, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
      this.column = column;
      this.code = code;
    }
  }
}

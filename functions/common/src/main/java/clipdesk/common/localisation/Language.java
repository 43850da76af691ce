package clipdesk.common.localisation;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** A language Clipdesk speaks. */
public enum Language {
  FR,
  EN,
  UK;

  private final String tag = name().toLowerCase(Locale.ROOT);

  /** The BCP 47 tag: {@code fr}, {@code en} or {@code uk}. */
  public String tag() {
    return tag;
  }

  /** The language of exactly this tag, if it is one of ours. */
  public static Optional<Language> ofTag(String tag) {
    return Stream.of(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }

  /**
   * The best of ours for an {@code Accept-Language} header (RFC 4647, 3.4 Lookup): {@code uk-UA}
   * gives {@code uk}; {@code ru}, {@code be} and {@code ua} give nothing.
   */
  public static Optional<Language> accepted(String acceptLanguage) {
    List<LanguageRange> ranges;
    try {
      ranges = LanguageRange.parse(acceptLanguage);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    return ranges.stream()
        .filter(range -> range.getWeight() > 0)
        .map(range -> ofTag(range.getRange().split("-", 2)[0]))
        .flatMap(Optional::stream)
        .findFirst();
  }
}

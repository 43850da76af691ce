package clipdesk.media.texts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of a video's languages a track means, whose file says it in codes of its own. */
final class TrackLanguage {
  private static final String UNDETERMINED = "und";

  /** A transcript is of a primary subtag. */
  private static final Pattern PRIMARY = Pattern.compile("[a-z]{2,3}");

  /** Codes of ISO 639-2 for bibliographies, where terminology has others. */
  private static final Map<String, String> BIBLIOGRAPHIC =
      Map.ofEntries(
          Map.entry("alb", "sq"),
          Map.entry("arm", "hy"),
          Map.entry("baq", "eu"),
          Map.entry("bur", "my"),
          Map.entry("chi", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("dut", "nl"),
          Map.entry("fre", "fr"),
          Map.entry("geo", "ka"),
          Map.entry("ger", "de"),
          Map.entry("gre", "el"),
          Map.entry("ice", "is"),
          Map.entry("mac", "mk"),
          Map.entry("mao", "mi"),
          Map.entry("may", "ms"),
          Map.entry("per", "fa"),
          Map.entry("rum", "ro"),
          Map.entry("slo", "sk"),
          Map.entry("tib", "bo"),
          Map.entry("wel", "cy"));

  /** The shortest code of a language, which BCP 47 asks for, by its longer one. */
  private static final Map<String, String> SHORTEST = shortest();

  private final List<String> described;

  /**
   * @param described languages of the video
   */
  TrackLanguage(List<String> described) {
    this.described = described.stream().filter(it -> PRIMARY.matcher(it).matches()).toList();
  }

  /**
   * The video's name for a language. A track that says none is in the video's, if that has only
   * one.
   *
   * @param said code of ISO 639-2 or tag of BCP 47
   */
  Optional<String> of(String said) {
    if (said.equals(UNDETERMINED)) {
      return described.size() == 1 ? Optional.of(described.getFirst()) : Optional.empty();
    }
    var wanted = shortest(said);
    return described.stream().filter(it -> shortest(it).equals(wanted)).findFirst();
  }

  private static String shortest(String tag) {
    var primary = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return SHORTEST.getOrDefault(primary, primary);
  }

  private static Map<String, String> shortest() {
    var codes = new HashMap<>(BIBLIOGRAPHIC);
    Arrays.stream(Locale.getISOLanguages())
        .forEach(it -> codes.put(Locale.of(it).getISO3Language(), it));
    return Map.copyOf(codes);
  }
}

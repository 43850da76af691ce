package clipdesk.newsletters.subscriptions;

import clipdesk.common.digests.Sha256;
import clipdesk.common.localisation.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What people consent to, in the words they are shown. A version's words never change: they are
 * kept for as long as anybody has to show what was consented to.
 */
public record ConsentText(String version, Map<Language, String> words) {
  /** The version that comes with the stack. */
  static final ConsentText OURS = ofResources("2026-01");

  public ConsentText {
    words = Map.copyOf(words);
  }

  private static ConsentText ofResources(String version) {
    var words = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      words.put(language, resource("consent/%s/%s.txt".formatted(version, language.tag())));
    }
    return new ConsentText(version, words);
  }

  public String in(Language language) {
    return words.get(language);
  }

  Consent.ShownText shown(Language language) {
    return new Consent.ShownText(version, language, Sha256.hex(in(language)));
  }

  private static String resource(String name) {
    try (var in = Objects.requireNonNull(ConsentText.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

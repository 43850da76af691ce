package clipdesk.transcript.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the forms of a word have in common, in one language. Not for several threads at once. */
interface Stems {
  /** Languages whose words are known by their stems; others are found as they are written. */
  List<String> LANGUAGES = List.of("en", "fr", "uk");

  /** Of a word that is asked for; none for one of another script. */
  Set<String> of(String word);

  /** By which a word in a text is found: those of its parts, too. */
  default Set<String> all(String word) {
    var all = new LinkedHashSet<>(of(word));
    Spelling.of(word).parts().forEach(part -> all.addAll(of(part)));
    return all;
  }

  static Optional<Stems> in(String language) {
    return switch (language) {
      case "en" -> Optional.of(LightStems.english());
      case "fr" -> Optional.of(LightStems.french());
      case "uk" -> Optional.of(new UkrainianStems());
      default -> Optional.empty();
    };
  }
}

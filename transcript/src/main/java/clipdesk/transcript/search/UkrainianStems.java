package clipdesk.transcript.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;

/**
 * Ukrainian by its dictionary: the words that a form is one of. Forms that it does not know have no
 * stem. The dictionary is read when the first Cyrillic word is asked for: half a second.
 */
final class UkrainianStems implements Stems {
  /** Read once: the lookups on it are small. */
  private static final class Words {
    private static final Dictionary OF_UKRAINIAN = dictionary();

    private static Dictionary dictionary() {
      try {
        return Dictionary.read(UkrainianStems.class.getResource("/ua/net/nlp/ukrainian.dict"));
      } catch (IOException e) {
        throw new UncheckedIOException("The dictionary lies beside this class", e);
      }
    }
  }

  @Override
  public Set<String> of(String text) {
    var stems = new LinkedHashSet<String>();
    var letters = Spelling.lettersOf(text);
    if (letters.codePoints().anyMatch(c -> c >= 0x0400 && c <= 0x052f)) {
      var lookup = new DictionaryLookup(Words.OF_UKRAINIAN);
      for (var form : Set.of(letters, capitalised(letters))) {
        for (var entry : lookup.lookup(form)) {
          stems.add(Spelling.of(entry.getStem().toString()).whole());
        }
      }
    }
    return stems;
  }

  /** Names stand in it with a capital. */
  private static String capitalised(String letters) {
    var first = letters.offsetByCodePoints(0, 1);
    return letters.substring(0, first).toUpperCase(Locale.ROOT) + letters.substring(first);
  }
}

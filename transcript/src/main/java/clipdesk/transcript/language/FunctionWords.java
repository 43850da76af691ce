package clipdesk.transcript.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells the language of a text by its commonest words, or says nothing. */
public final class FunctionWords {
  private static final int ENOUGH = 4;

  private static final Map<String, Set<String>> BY_LANGUAGE = read();

  private FunctionWords() {}

  /** The language of most function words, if there are some and twice as many as of any other. */
  public static Optional<String> language(String text) {
    var counts = new HashMap<String, Integer>();
    for (var word : Words.cut(text, 0, text.length())) {
      var key = Folding.key(word.of(text));
      BY_LANGUAGE.forEach(
          (language, words) -> {
            if (words.contains(key)) {
              counts.merge(language, 1, Integer::sum);
            }
          });
    }
    return BY_LANGUAGE.keySet().stream().filter(language -> leads(language, counts)).findFirst();
  }

  /** Whether anything is known of the language at all. */
  public static boolean knows(String language) {
    return BY_LANGUAGE.containsKey(language);
  }

  private static boolean leads(String language, Map<String, Integer> counts) {
    var own = counts.getOrDefault(language, 0);
    return own >= ENOUGH
        && counts.entrySet().stream()
            .allMatch(it -> it.getKey().equals(language) || it.getValue() * 2 <= own);
  }

  private static Map<String, Set<String>> read() {
    var words = new TreeMap<String, Set<String>>();
    for (var line : Lists.read("function-words.txt")) {
      var parts = line.split(" ", -1);
      words.put(parts[0], new TreeSet<>(Arrays.asList(parts).subList(1, parts.length)));
    }
    return words;
  }
}

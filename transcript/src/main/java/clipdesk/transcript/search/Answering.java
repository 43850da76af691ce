package clipdesk.transcript.search;

import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.search.Asked.Beginning;
import clipdesk.transcript.search.Asked.Phrase;
import clipdesk.transcript.search.Asked.Wanted;
import clipdesk.transcript.search.Asked.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether words answer what is asked, and which of them do. This is the rule; an index finds what
 * it finds by the same one. Not for several threads at once.
 */
public final class Answering {
  private final Asked asked;
  private final Optional<Stems> stems;
  private final Map<String, Set<String>> spelt = new HashMap<>();
  private final Map<String, Set<String>> stemmed = new HashMap<>();

  /**
   * @param language of the words that will be looked at
   */
  public Answering(Asked asked, String language) {
    this.asked = asked;
    this.stems = Stems.in(language);
  }

  /**
   * The words that each wanted term is answered by, in the order of the terms; nothing if a term is
   * not answered, or one that is not wanted is.
   *
   * @param words of one passage
   * @return ranges of them, from 0
   */
  public Optional<List<List<WordRange>>> in(List<String> words) {
    var all = new ArrayList<List<WordRange>>();
    for (var term : asked.terms()) {
      var found = found(term.wanted(), words);
      if (found.isEmpty() != term.without()) {
        return Optional.empty();
      }
      if (!term.without()) {
        all.add(found);
      }
    }
    return Optional.of(all);
  }

  /** Ranges that touch nobody else's, in order. */
  static List<WordRange> merged(List<List<WordRange>> found) {
    var sorted = new ArrayList<>(found.stream().flatMap(List::stream).toList());
    sorted.sort(Comparator.comparingInt(WordRange::from).thenComparingInt(WordRange::to));
    var merged = new ArrayList<WordRange>();
    for (var range : sorted) {
      if (!merged.isEmpty() && range.from() < merged.getLast().to()) {
        var last = merged.removeLast();
        merged.add(new WordRange(last.from(), Math.max(last.to(), range.to())));
      } else {
        merged.add(range);
      }
    }
    return merged;
  }

  private List<WordRange> found(Wanted wanted, List<String> words) {
    return switch (wanted) {
      case Word it -> word(it.text(), words);
      case Beginning it -> beginning(Spelling.of(it.text()).whole(), words);
      case Phrase it -> phrase(it, words);
    };
  }

  private List<WordRange> word(String text, List<String> words) {
    var spelling = Spelling.of(text);
    var stem = stems.map(it -> it.of(text)).orElse(Set.of());
    var found = new ArrayList<WordRange>();
    for (var at = 0; at < words.size(); at++) {
      if (isOne(words.get(at), spelling.either())
          || !Collections.disjoint(stemsOf(words.get(at)), stem)) {
        found.add(new WordRange(at, at + 1));
      }
    }
    if (!spelling.parts().isEmpty()) {
      found.addAll(sequence(spelling.parts().stream().map(List::of).toList(), words));
    }
    return found;
  }

  private List<WordRange> beginning(String start, List<String> words) {
    var found = new ArrayList<WordRange>();
    for (var at = 0; at < words.size(); at++) {
      if (spelt(words.get(at)).stream().anyMatch(it -> it.startsWith(start))) {
        found.add(new WordRange(at, at + 1));
      }
    }
    return found;
  }

  private List<WordRange> phrase(Phrase phrase, List<String> words) {
    var found = new ArrayList<WordRange>();
    for (var places : places(phrase)) {
      found.addAll(sequence(places, words));
    }
    return found;
  }

  /** What may stand at each place of a phrase: as it is written, and with joined words parted. */
  static Set<List<List<String>>> places(Phrase phrase) {
    var written = new ArrayList<List<String>>();
    var parted = new ArrayList<List<String>>();
    for (var word : phrase.words()) {
      var spelling = Spelling.of(word);
      written.add(spelling.either());
      if (spelling.parts().isEmpty()) {
        parted.add(spelling.either());
      } else {
        spelling.parts().forEach(it -> parted.add(List.of(it)));
      }
    }
    return new LinkedHashSet<>(List.of(written, parted));
  }

  private List<WordRange> sequence(List<List<String>> places, List<String> words) {
    var found = new ArrayList<WordRange>();
    for (var at = 0; at + places.size() <= words.size(); at++) {
      var place = 0;
      while (place < places.size() && isOne(words.get(at + place), places.get(place))) {
        place++;
      }
      if (place == places.size()) {
        found.add(new WordRange(at, at + place));
      }
    }
    return found;
  }

  private boolean isOne(String word, List<String> spellings) {
    return !Collections.disjoint(spelt(word), spellings);
  }

  private Set<String> spelt(String word) {
    return spelt.computeIfAbsent(word, it -> Spelling.of(it).all());
  }

  private Set<String> stemsOf(String word) {
    return stems.map(it -> stemmed.computeIfAbsent(word, it::all)).orElse(Set.of());
  }
}

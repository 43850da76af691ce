package clipdesk.transcript.parse;

import clipdesk.transcript.edits.Anchor;
import clipdesk.transcript.language.Folding;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.text.Span;
import java.util.List;
import java.util.Optional;

/** All words of a script as anchors are compared with them. */
record SpokenWords(List<String> keys) {
  static final SpokenWords NONE = new SpokenWords(List.of());

  static SpokenWords of(String text, List<Span> words) {
    return new SpokenWords(words.stream().map(it -> Folding.key(it.of(text))).toList());
  }

  static List<String> keys(String anchor) {
    return List.of(Folding.phrase(anchor).split(" ", -1));
  }

  boolean standsAt(int at, List<String> wanted) {
    return !wanted.isEmpty()
        && at + wanted.size() <= keys.size()
        && keys.subList(at, at + wanted.size()).equals(wanted);
  }

  Optional<WordRange> find(Anchor anchor) {
    var wanted = keys(anchor.text());
    var left = anchor.nth();
    for (var at = 0; at + wanted.size() <= keys.size(); at++) {
      if (standsAt(at, wanted) && left-- == 0) {
        return Optional.of(new WordRange(at, at + wanted.size()));
      }
    }
    return Optional.empty();
  }

  /** How many of these stand before. */
  int before(int word, List<String> wanted) {
    var count = 0;
    for (var at = 0; at < word; at++) {
      count += standsAt(at, wanted) ? 1 : 0;
    }
    return count;
  }
}

package clipdesk.transcript.parse;

import clipdesk.transcript.edits.LineKind;
import clipdesk.transcript.language.Folding;
import clipdesk.transcript.text.OfficialText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Decides which lines are labels. Each line is judged by what speaks for it; then the form that
 * most labels of the document have decides what the other forms must bring.
 */
final class LabelLines {
  /** Labels in the order of lines, and readings that were not believed. */
  record Decided(List<LabelLine> labels, List<LabelLine> doubtful) {}

  private static final List<Set<String>> LETTERS =
      List.of(Set.of("Q", "A"), Set.of("Q", "R"), Set.of("З", "В"), Set.of("П", "В"));
  private static final int TWICE = 2;

  private final OfficialText official;
  private final LineShapes shapes;
  private final Map<Integer, LineKind> told;
  private final int lastOfSpeech;

  private final TreeMap<Integer, LabelLine> accepted = new TreeMap<>();
  private final Map<Integer, List<LabelLine>> readings = new TreeMap<>();

  LabelLines(OfficialText official, LineShapes shapes, Map<Integer, LineKind> told) {
    this.official = official;
    this.shapes = shapes;
    this.told = told;
    this.lastOfSpeech = lastOfSpeech(official);
  }

  Decided decide() {
    for (var line = 0; line < official.lines().size(); line++) {
      var kind = told.get(line);
      if (kind == LineKind.LABEL) {
        accepted.put(line, shapes.asTold(line).orElseThrow());
      } else if (kind == null && official.lines().get(line).length() > 0) {
        var possible = shapes.of(line).stream().filter(this::canStandHere).toList();
        if (!possible.isEmpty()) {
          readings.put(line, possible);
        }
      }
    }
    var letters = letters();
    accept(reading -> letters.contains(reading.label().name().orElse("")) && isLetter(reading));
    var strong = strong();
    var own = strong.stream().filter(it -> it.form().isOwnLine()).count();
    var inline = strong.size() - own;
    accept(reading -> isStrong(reading) && fits(reading, own, inline) && isFollowed(reading));
    acceptNamesSeenTwice(own, inline);
    return new Decided(List.copyOf(accepted.values()), doubtful());
  }

  private void accept(Predicate<LabelLine> believed) {
    readings.forEach(
        (line, possible) ->
            possible.stream()
                .filter(believed)
                .findFirst()
                .ifPresent(reading -> accepted.putIfAbsent(line, reading)));
  }

  /** Both letters of a pair, each at least twice: a lone Q is an initial. */
  private Set<String> letters() {
    var counts = new HashMap<String, Integer>();
    readings.values().stream()
        .flatMap(List::stream)
        .filter(LabelLines::isLetter)
        .forEach(it -> counts.merge(it.label().name().orElseThrow(), 1, Integer::sum));
    return LETTERS.stream()
        .filter(pair -> pair.stream().allMatch(it -> counts.getOrDefault(it, 0) >= TWICE))
        .findFirst()
        .orElse(Set.of());
  }

  private List<LabelLine> strong() {
    return readings.values().stream()
        .map(possible -> possible.stream().filter(LabelLines::isStrong).findFirst())
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isStrong(LabelLine reading) {
    var label = reading.label();
    return switch (reading.form()) {
      case LETTER -> false;
      case DASH -> true;
      case OWN_LINE -> !label.isNameOnly() || label.has(Label.Trait.TIMED);
      case COLON, BRACKETS ->
          !label.isNameOnly()
              || label.has(Label.Trait.TITLE)
              || label.has(Label.Trait.TIMED)
              || (label.has(Label.Trait.CAPITALS) && label.name().orElse("").contains(" "));
    };
  }

  /** A reading in the rarer form needs a role or capitals: outlets and titles occur in speech. */
  private static boolean fits(LabelLine reading, long own, long inline) {
    var rarer = reading.form().isOwnLine() ? inline > own : own > inline;
    return !rarer
        || reading.label().role().isPresent()
        || reading.label().has(Label.Trait.CAPITALS)
        || reading.label().has(Label.Trait.TIMED);
  }

  private void acceptNamesSeenTwice(long own, long inline) {
    var named = new HashSet<String>();
    accepted.values().forEach(it -> it.label().name().map(Folding::phrase).ifPresent(named::add));
    var counts = new HashMap<String, Integer>();
    readings.values().stream()
        .flatMap(List::stream)
        .filter(it -> !isLetter(it))
        .forEach(
            it ->
                it.label()
                    .name()
                    .ifPresent(name -> counts.merge(Folding.phrase(name), 1, Integer::sum)));
    accept(
        reading -> {
          var name = reading.label().name().map(Folding::phrase).orElse("");
          var known = named.contains(name) || counts.getOrDefault(name, 0) >= TWICE;
          var rarer = reading.form().isOwnLine() ? inline > own : own > inline;
          return !isLetter(reading)
              && (reading.label().isNameOnly() || !isFollowed(reading))
              && known
              && !rarer
              && !isFollowedByLabel(reading);
        });
  }

  /** A name on a line of its own right before a label is somebody called upon. */
  private boolean isFollowedByLabel(LabelLine reading) {
    return reading.form().isOwnLine()
        && nextLine(reading.line()).filter(accepted::containsKey).isPresent();
  }

  /** Inside a wrapped paragraph a line may look like anything: the next one goes on in small. */
  private boolean canStandHere(LabelLine reading) {
    return !reading.form().isOwnLine()
        || nextLine(reading.line())
            .filter(next -> Character.isLowerCase(official.line(next).codePointAt(0)))
            .isEmpty();
  }

  /** The last lines of a page may be a place with its country: a label there needs a role. */
  private boolean isFollowed(LabelLine reading) {
    return !reading.form().isOwnLine()
        || reading.label().role().isPresent()
        || reading.line() < lastOfSpeech;
  }

  /** The last line that is more than a few words without an end. */
  private static int lastOfSpeech(OfficialText official) {
    var layout = new Layout(official);
    var line = official.lines().size() - 1;
    while (line >= 0 && layout.isCard(official.lines().get(line))) {
      line--;
    }
    return line;
  }

  private Optional<Integer> nextLine(int line) {
    for (var next = line + 1; next < official.lines().size(); next++) {
      if (official.lines().get(next).length() > 0) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  private List<LabelLine> doubtful() {
    var doubtful = new ArrayList<LabelLine>();
    readings.forEach(
        (line, possible) -> {
          var first = possible.stream().filter(it -> !isLetter(it)).findFirst();
          if (!accepted.containsKey(line) && nextLine(line).isPresent()) {
            first.ifPresent(doubtful::add);
          }
        });
    return doubtful;
  }

  private static boolean isLetter(LabelLine reading) {
    return reading.form() == LabelLine.Form.LETTER;
  }
}

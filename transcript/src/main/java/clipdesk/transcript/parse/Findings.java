package clipdesk.transcript.parse;

import clipdesk.transcript.language.Folding;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.text.OfficialText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What was found, bounded: a text that is wrong in every line is said to be so once a kind. */
public final class Findings {
  private static final int MOST_OF_A_KIND = 100;
  private static final int ID_BYTES = 5;

  private record Found(
      Finding.Code code,
      Finding.Done done,
      int line,
      String excerpt,
      Optional<String> suggestion,
      Optional<WordRange> words) {}

  private record Settled(Finding.Code code, int line) {}

  private final OfficialText official;
  private final List<Found> found = new ArrayList<>();
  private final Set<Settled> settled = new HashSet<>();
  private final Set<String> accepted;

  /**
   * @param accepted ids of those that an editor wants to see no more
   */
  public Findings(OfficialText official, Set<String> accepted) {
    this.official = official;
    this.accepted = Set.copyOf(accepted);
  }

  /** About a line, counted from 0. */
  public void add(Finding.Code code, int line, Optional<String> suggestion) {
    add(code, code.usual(), line, suggestion);
  }

  /** As above where something else was done than at most places of the kind. */
  public void add(Finding.Code code, Finding.Done done, int line, Optional<String> suggestion) {
    add(code, done, line, official.line(line), suggestion, Optional.empty());
  }

  void add(Finding.Code code, int line, String excerpt, Optional<String> suggestion) {
    add(code, code.usual(), line, excerpt, suggestion, Optional.empty());
  }

  /** About these words, of which the first stands in that line. */
  public void add(
      Finding.Code code, int line, String excerpt, Optional<String> suggestion, WordRange words) {
    add(code, code.usual(), line, excerpt, suggestion, Optional.of(words));
  }

  private void add(
      Finding.Code code,
      Finding.Done done,
      int line,
      String excerpt,
      Optional<String> suggestion,
      Optional<WordRange> words) {
    found.add(new Found(code, done, line, shortened(excerpt), suggestion, words));
  }

  /** An editor has answered what these ask about these lines, if it is found before or after. */
  void settle(Set<Finding.Code> codes, List<LabelLine> labels) {
    for (var label : labels) {
      codes.forEach(it -> settled.add(new Settled(it, label.line())));
    }
  }

  public int lineAt(int offset) {
    var lines = official.lines();
    var low = 0;
    var high = lines.size() - 1;
    while (low < high) {
      var middle = (low + high + 1) >>> 1;
      if (lines.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** In the order of lines, each with the turn that begins last before it. */
  public List<Finding> inOrder(List<Integer> linesOfTurns) {
    var seen = new HashMap<String, Integer>();
    var ofAKind = new EnumMap<Finding.Code, Integer>(Finding.Code.class);
    return found.stream()
        .filter(it -> !settled.contains(new Settled(it.code(), it.line())))
        .sorted(Comparator.comparingInt(Found::line).thenComparing(Found::code))
        .map(it -> finding(it, linesOfTurns, seen))
        .filter(it -> !accepted.contains(it.id()))
        .filter(it -> ofAKind.merge(it.code(), 1, Integer::sum) <= MOST_OF_A_KIND)
        .toList();
  }

  private static Finding finding(Found it, List<Integer> linesOfTurns, Map<String, Integer> seen) {
    var words = it.code().code() + '|' + Folding.phrase(it.excerpt());
    var nth = seen.merge(words, 1, Integer::sum);
    var turn = (int) linesOfTurns.stream().filter(line -> line <= it.line()).count() - 1;
    return new Finding(
        it.code().code() + '-' + digest(words + '|' + nth),
        it.code(),
        it.code().severity(),
        it.done(),
        it.line() + 1,
        turn < 0 ? OptionalInt.empty() : OptionalInt.of(turn),
        it.excerpt(),
        it.suggestion(),
        it.words());
  }

  private static String shortened(String text) {
    if (text.length() <= Finding.MAX_EXCERPT) {
      return text;
    }
    var end = Finding.MAX_EXCERPT - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static String digest(String words) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var digest = sha.digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

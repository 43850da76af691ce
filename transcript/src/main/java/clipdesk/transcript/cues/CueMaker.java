package clipdesk.transcript.cues;

import clipdesk.transcript.language.Lexicon;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.Turn;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.timing.WordTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts turns into cues by dynamic programme: of all ways to break, the one that costs least. Breaks
 * at the ends of sentences and in pauses are cheap, those inside a name or after an article dear.
 */
public final class CueMaker {
  static final int MAX_LINE = 42;
  static final int SHORTEST_MS = 833;
  static final int LONGEST_MS = 7_000;

  private static final int LINGER_MS = 500;
  private static final int LONG_PAUSE_MS = 500;
  private static final int TOO_LONG_PAUSE_MS = 1_500;
  private static final double READABLE_PER_SECOND = 17;
  private static final double MOST_PER_SECOND = 20;

  private final Script script;
  private final WordTimes times;
  private final WordRange part;
  private final int frameMs;
  private final List<SubtitleCue> cues = new ArrayList<>();
  private Optional<String> lastSpeaker = Optional.empty();

  private CueMaker(Script script, WordTimes times, WordRange part, int frameMs) {
    this.script = script;
    this.times = times;
    this.part = part;
    this.frameMs = frameMs;
  }

  /**
   * @param frameMs the length of a frame, rounded up: cues begin one before the word and leave two
   *     between each other
   */
  public static Subtitles make(Script script, WordTimes times, int frameMs) {
    return make(script, times, new WordRange(0, times.size()), frameMs);
  }

  /** Of these words alone; three dots say that a sentence began before, or goes on. */
  public static Subtitles make(Script script, WordTimes times, WordRange part, int frameMs) {
    return new CueMaker(script, times, part, frameMs).make();
  }

  private Subtitles make() {
    var speakers = new HashMap<String, String>();
    for (Speaker speaker : script.speakers()) {
      speakers.put(speaker.id(), speaker.shown());
    }
    for (var turn : script.turns()) {
      cut(pieces(turn), turn, speakers);
    }
    settle();
    var outOfBounds = new ArrayList<Integer>();
    for (var i = 0; i < cues.size(); i++) {
      if (!isInBounds(cues.get(i))) {
        outOfBounds.add(i);
      }
    }
    return new Subtitles(cues, outOfBounds);
  }

  private List<Piece> pieces(Turn turn) {
    var pieces = new ArrayList<Piece>();
    for (var paragraph : turn.paragraphs()) {
      for (var sentence : paragraph.sentences()) {
        pieces.addAll(inPart(Piece.of(script, times, sentence, paragraph.notes())));
      }
    }
    return pieces;
  }

  private List<Piece> inPart(List<Piece> sentence) {
    var pieces = new ArrayList<>(sentence.stream().filter(it -> part.holds(it.word())).toList());
    if (pieces.isEmpty()) {
      return pieces;
    }
    if (pieces.getFirst().word() > sentence.getFirst().word()) {
      pieces.set(0, pieces.getFirst().cutBefore());
    }
    if (pieces.getLast().word() < sentence.getLast().word()) {
      pieces.set(pieces.size() - 1, pieces.getLast().cutBehind());
    }
    return pieces;
  }

  private void cut(List<Piece> pieces, Turn turn, Map<String, String> speakers) {
    var cost = new double[pieces.size() + 1];
    var from = new int[pieces.size() + 1];
    Arrays.fill(cost, Double.MAX_VALUE);
    cost[0] = 0;
    for (var end = 1; end <= pieces.size(); end++) {
      for (var start = end - 1; start >= 0; start--) {
        var lines = Lines.of(pieces.subList(start, end));
        var single = start == end - 1;
        if (!single && (lines.isEmpty() || tooLong(pieces, start, end))) {
          break;
        }
        var whole = cost[start] + costOf(pieces, start, end);
        if (whole < cost[end]) {
          cost[end] = whole;
          from[end] = start;
        }
      }
    }
    var made = new ArrayList<List<Piece>>();
    for (var end = pieces.size(); end > 0; end = from[end]) {
      made.addFirst(pieces.subList(from[end], end));
    }
    var speaker = turn.speaker().map(speakers::get);
    for (var cue : made) {
      var lines = Lines.of(cue);
      var changes = !speaker.equals(lastSpeaker);
      cues.add(
          new SubtitleCue(
              cue.getFirst().inMs(),
              cue.getLast().outMs(),
              lines.isEmpty() ? List.of(cue.getFirst().text()) : lines,
              speaker,
              changes));
      lastSpeaker = speaker;
    }
  }

  private boolean tooLong(List<Piece> pieces, int start, int end) {
    return pieces.get(end - 1).outMs() - pieces.get(start).inMs() + frameMs > LONGEST_MS;
  }

  private double costOf(List<Piece> pieces, int start, int end) {
    var letters = 0;
    var pause = 0;
    for (var i = start; i < end; i++) {
      letters += pieces.get(i).text().length() + 1;
      pause = Math.max(pause, i == start ? 0 : pieces.get(i).inMs() - pieces.get(i - 1).outMs());
    }
    var next = end < pieces.size() ? pieces.get(end).inMs() : Integer.MAX_VALUE;
    var last = pieces.get(end - 1);
    var until = Math.min((long) last.outMs() + LINGER_MS, (long) next - 2L * frameMs);
    var ms = Math.max(1, until - pieces.get(start).inMs());
    var perSecond = letters * 1_000.0 / ms;
    var cost = 10.0;
    cost += perSecond > MOST_PER_SECOND ? (perSecond - MOST_PER_SECOND) * 3 : 0;
    cost += perSecond > READABLE_PER_SECOND ? perSecond - READABLE_PER_SECOND : 0;
    cost += ms < SHORTEST_MS ? (SHORTEST_MS - ms) / 10.0 : 0;
    cost += pause > TOO_LONG_PAUSE_MS ? 15 : pause > LONG_PAUSE_MS ? 4 : 0;
    return cost + (end < pieces.size() ? breakAfter(last, pieces.get(end)) : 0);
  }

  private static double breakAfter(Piece last, Piece next) {
    if (last.endsSentence()) {
      return -8;
    }
    var sign = last.text().charAt(last.text().length() - 1);
    var cost = ",;:–—".indexOf(sign) >= 0 ? -3 : 2;
    if (next.inMs() - last.outMs() >= LONG_PAUSE_MS) {
      cost -= 6;
    }
    if (Lexicon.bindsComplement(last.text()) || Lexicon.beginsNoName(last.text())) {
      cost += 6;
    }
    var name =
        Character.isUpperCase(last.text().codePointAt(0))
            && Character.isUpperCase(next.text().codePointAt(0));
    return name ? cost + 6 : cost;
  }

  /** Each cue from a frame before its first word, lingering while there is room. */
  private void settle() {
    for (var i = 0; i < cues.size(); i++) {
      var cue = cues.get(i);
      var earliest = i == 0 ? 0 : cues.get(i - 1).outMs() + 2 * frameMs;
      var in = Math.max(earliest, cue.inMs() - frameMs);
      var latest = i + 1 < cues.size() ? cues.get(i + 1).inMs() - 3 * frameMs : Integer.MAX_VALUE;
      var wanted = Math.max(cue.outMs() + LINGER_MS, in + SHORTEST_MS);
      var out = Math.min(Math.min(wanted, in + LONGEST_MS), latest);
      out = Math.max(out, in + 1);
      cues.set(i, new SubtitleCue(in, out, cue.lines(), cue.speaker(), cue.speakerChanges()));
    }
  }

  private static boolean isInBounds(SubtitleCue cue) {
    var ms = cue.outMs() - cue.inMs();
    return ms >= SHORTEST_MS
        && ms <= LONGEST_MS
        && cue.lines().stream().allMatch(line -> line.length() <= MAX_LINE);
  }
}

import clipdesk.transcript.cues.SubtitleCue;
import clipdesk.transcript.script.Turn;
import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.timing.WordTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is usual: two lines are filled with words until the next has no room, wherever that breaks a
 * sentence, and are shown until the next two.
 */
final class GreedyCues {
  private static final int MAX_LINE = 42;
  private static final int MAX_LINES = 2;

  private final Simulation truth;
  private final WordTimes times;
  private final List<SubtitleCue> cues = new ArrayList<>();
  private List<String> lines = new ArrayList<>();
  private int inMs;
  private int outMs;

  private GreedyCues(Simulation truth, WordTimes times) {
    this.truth = truth;
    this.times = times;
  }

  static List<SubtitleCue> make(Simulation truth, WordTimes times) {
    var greedy = new GreedyCues(truth, times);
    truth.script().turns().forEach(greedy::add);
    greedy.end(greedy.outMs);
    return greedy.cues;
  }

  private void add(Turn turn) {
    var begins = true;
    for (var sentence : turn.sentences()) {
      for (var word = sentence.fromWord(); word < sentence.toWord(); word++) {
        if (times.hasTime(word)) {
          add(word, begins);
          begins = false;
        }
      }
    }
  }

  private void add(int word, boolean begins) {
    var text = truth.script().word(word);
    var fits = !lines.isEmpty() && lines.getLast().length() + 1 + text.length() <= MAX_LINE;
    if (begins || !fits && lines.size() == MAX_LINES) {
      end(times.in(word));
    }
    if (lines.isEmpty()) {
      inMs = times.in(word);
      lines.add(text);
    } else if (fits) {
      lines.set(lines.size() - 1, lines.getLast() + " " + text);
    } else {
      lines.add(text);
    }
    outMs = times.out(word);
  }

  private void end(int untilMs) {
    if (!lines.isEmpty()) {
      cues.add(new SubtitleCue(inMs, untilMs, lines, Optional.empty(), false));
      lines = new ArrayList<>();
    }
  }
}

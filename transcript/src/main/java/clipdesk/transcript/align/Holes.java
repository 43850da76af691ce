package clipdesk.transcript.align;

import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.Activity.Stretch;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words between two that were heard: laid by their letters on what is spoken there, or said to be
 * missing from the sound where there is no room for them.
 */
final class Holes {
  /** Below this part of the time that the letters need, they were not spoken. */
  private static final double ROOM = 0.35;

  /** Above this part, nothing is missing. */
  private static final double NEARLY_ROOM = 0.7;

  /** What is lacking must shrink to this part before whole sentences are said to be missing. */
  private static final double MUCH_BETTER = 0.4;

  /** Words that take less may be there all the same. */
  private static final int SHORTEST_UNSPOKEN_MS = 1_500;

  /** What the edges of a hole may be off themselves. */
  private static final int JITTER_MS = 150;

  private static final int SHORTEST_SENTENCE = 3;
  private static final int MOST_SENTENCES = 20;

  private final Script script;
  private final WordTimes times;
  private final HeardTimes heard;
  private final boolean[] taken;
  private final Optional<Activity> activity;
  private final int durationMs;
  private final List<Sentence> sentences;
  private int nextHeard;
  private int nextSentence;

  Holes(
      Script script,
      WordTimes times,
      HeardTimes heard,
      Matches matches,
      Optional<Activity> activity,
      int durationMs) {
    this.script = script;
    this.times = times;
    this.heard = heard;
    this.activity = activity;
    this.durationMs = durationMs;
    this.sentences = script.turns().stream().flatMap(it -> it.sentences().stream()).toList();
    this.taken = new boolean[heard.size()];
    for (var token = 0; token < matches.size(); token++) {
      if (matches.has(token)) {
        taken[matches.first(token)] = true;
        taken[matches.last(token)] = true;
      }
    }
  }

  void fill() {
    var left = 0;
    for (var word = 0; word < times.size(); ) {
      if (times.how(word) != How.N) {
        left = times.hasTime(word) ? Math.max(left, times.out(word)) : left;
        word++;
        continue;
      }
      var to = word;
      var words = new ArrayList<Integer>();
      while (to < times.size() && !times.hasTime(to)) {
        if (times.how(to) == How.N) {
          words.add(to);
        }
        to++;
      }
      var right = to == times.size() ? durationMs : times.in(to);
      fill(words, Math.min(left, right), right);
      word = to;
    }
  }

  private void fill(List<Integer> words, int left, int right) {
    var sound = new Spread(spoken(left, right, needed(words)));
    var unspoken = unspokenSentences(words, sound.ms());
    unspoken.forEach(word -> times.clear(word, How.U));
    var rest = words.stream().filter(word -> times.how(word) == How.N).toList();
    var lacks = sound.ms() < needed(rest) * ROOM;
    if (lacks && needed(rest) >= SHORTEST_UNSPOKEN_MS) {
      rest.forEach(word -> times.clear(word, How.U));
    } else if (lacks) {
      squeeze(rest, left, right);
    } else {
      spread(rest, sound, left, right);
    }
  }

  /** A word or two without room are more likely between neighbours whose times are a bit off. */
  private void squeeze(List<Integer> words, int left, int right) {
    spread(words, new Spread(List.of(new Stretch(left, right))), left, right);
  }

  private void spread(List<Integer> rest, Spread sound, int left, int right) {
    var letters = rest.stream().mapToInt(this::letters).sum();
    var leftOver = sound.ms() - needed(rest);
    var before = 0;
    for (var word : rest) {
      var in = sound.at((double) before / letters);
      before += letters(word);
      var out = Math.max(in, sound.until((double) before / letters));
      times.set(word, How.I, in, out, uncertainty(in, left, right, leftOver));
    }
  }

  /** Whole sentences without which the rest has about the time that it needs. */
  private List<Integer> unspokenSentences(List<Integer> words, int soundMs) {
    var whole = wholeSentences(words);
    var needed = needed(words);
    var lacking = needed - soundMs;
    if (whole.isEmpty() || soundMs > needed * NEARLY_ROOM) {
      return List.of();
    }
    var best = List.<Integer>of();
    var least = lacking * MUCH_BETTER;
    for (var from = 0; from < whole.size(); from++) {
      var removed = new ArrayList<Integer>();
      for (var sentence : whole.subList(from, Math.min(whole.size(), from + MOST_SENTENCES))) {
        for (var word = sentence.fromWord(); word < sentence.toWord(); word++) {
          removed.add(word);
        }
        var missed = Math.abs(lacking - needed(removed));
        if (missed < least) {
          least = missed;
          best = List.copyOf(removed);
        }
      }
    }
    return best;
  }

  /** Sentences of three words or more, all of whose words are in the hole, next to each other. */
  private List<Sentence> wholeSentences(List<Integer> words) {
    var first = words.getFirst();
    var last = words.getLast();
    while (nextSentence < sentences.size() && sentences.get(nextSentence).fromWord() < first) {
      nextSentence++;
    }
    var whole = new ArrayList<Sentence>();
    for (var i = nextSentence; i < sentences.size(); i++) {
      var sentence = sentences.get(i);
      if (sentence.toWord() > last + 1) {
        break;
      }
      if (sentence.toWord() - sentence.fromWord() >= SHORTEST_SENTENCE) {
        whole.add(sentence);
      }
    }
    return whole;
  }

  private double needed(List<Integer> words) {
    return words.stream().mapToInt(this::letters).sum() * heard.msPerLetter();
  }

  /**
   * Never beyond the hole. Inside of it, the further from what was heard the less is known; room
   * that is left over, or that is lacking, says that sound and text are not the same there.
   */
  private static int uncertainty(int in, int left, int right, double leftOver) {
    var nearest = Math.min(in - left, right - in);
    var farthest = Math.max(in - left, right - in);
    var may = 180 + 0.8 * nearest + 0.6 * Math.abs(leftOver);
    return (int) Math.min(farthest + JITTER_MS, may);
  }

  private List<Stretch> spoken(int left, int right, double needed) {
    if (activity.isPresent()) {
      return withoutRestsOfNeighbours(activity.get().speechIn(left, right), left, right);
    }
    var stretches = heardIn(left, right);
    var sum = stretches.stream().mapToInt(Stretch::ms).sum();
    return sum >= needed * ROOM ? stretches : List.of(new Stretch(left, right));
  }

  /** A neighbour's time may end before its sound does: a moment of speech at the edge is its. */
  private static List<Stretch> withoutRestsOfNeighbours(List<Stretch> speech, int left, int right) {
    var kept = new ArrayList<>(speech);
    if (kept.size() > 1 && kept.getFirst().inMs() == left && kept.getFirst().ms() < JITTER_MS) {
      kept.removeFirst();
    }
    if (kept.size() > 1 && kept.getLast().outMs() == right && kept.getLast().ms() < JITTER_MS) {
      kept.removeLast();
    }
    return kept;
  }

  /** What was heard there and is no word of the text. */
  private List<Stretch> heardIn(int left, int right) {
    var stretches = new ArrayList<Stretch>();
    while (nextHeard < heard.size() && heard.in(nextHeard) < left) {
      nextHeard++;
    }
    var end = left;
    for (var token = nextHeard; token < heard.size() && heard.in(token) < right; token++) {
      var from = Math.max(end, heard.in(token));
      var to = Math.min(right, heard.out(token));
      if (!taken[token] && to > from) {
        stretches.add(new Stretch(from, to));
        end = to;
      }
    }
    return stretches;
  }

  private int letters(int word) {
    return script.words().get(word).length();
  }
}

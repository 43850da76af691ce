package clipdesk.transcript.align;

import clipdesk.transcript.heard.HeardWord;
import clipdesk.transcript.timing.Activity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Times of the heard tokens, with what is wrong with all of them taken off. */
final class HeardTimes {
  private static final int LEAST_BIAS_MS = 30;
  private static final int PAUSE_BEFORE_MS = 300;
  private static final int LOOKED_AROUND_MS = 300;
  private static final int ENOUGH_STARTS = 10;
  private static final double MS_PER_LETTER = 65;

  private final int[] in;
  private final int[] out;
  private final int biasMs;
  private final double msPerLetter;

  HeardTimes(List<HeardWord> words, Tokens tokens, Optional<Activity> activity) {
    biasMs = activity.map(it -> bias(words, it)).orElse(0);
    msPerLetter = msPerLetter(words);
    in = new int[tokens.size()];
    out = new int[tokens.size()];
    for (int from = 0, to; from < tokens.size(); from = to) {
      to = from + 1;
      var letters = tokens.letters(from);
      while (to < tokens.size() && tokens.word(to) == tokens.word(from)) {
        letters += tokens.letters(to);
        to++;
      }
      share(words.get(tokens.word(from)), tokens, from, to, letters);
    }
  }

  private void share(HeardWord word, Tokens tokens, int from, int to, int letters) {
    var length = word.outMs() - word.inMs();
    var before = 0;
    for (var token = from; token < to; token++) {
      in[token] = Math.max(0, word.inMs() - biasMs + length * before / letters);
      before += tokens.letters(token);
      out[token] = Math.max(0, word.inMs() - biasMs + length * before / letters);
    }
  }

  /** The median of word start minus the sound's own start, where a pause makes that start plain. */
  private static int bias(List<HeardWord> words, Activity activity) {
    var starts = words.stream().mapToInt(HeardWord::inMs).toArray();
    var offsets =
        activity.pauses().stream()
            .filter(pause -> pause.ms() >= PAUSE_BEFORE_MS)
            .mapToInt(pause -> nearest(starts, pause.outMs()) - pause.outMs())
            .filter(offset -> Math.abs(offset) <= LOOKED_AROUND_MS)
            .sorted()
            .toArray();
    if (offsets.length < ENOUGH_STARTS) {
      return 0;
    }
    var median = offsets[offsets.length / 2];
    return Math.abs(median) > LEAST_BIAS_MS ? median : 0;
  }

  private static int nearest(int[] starts, int ms) {
    var at = Arrays.binarySearch(starts, ms);
    if (at >= 0) {
      return starts[at];
    }
    var after = Math.min(-at - 1, starts.length - 1);
    var before = Math.max(after - 1, 0);
    return ms - starts[before] < starts[after] - ms ? starts[before] : starts[after];
  }

  /** How long a letter takes here; of the heard words alone, so that an edit changes nothing. */
  private static double msPerLetter(List<HeardWord> words) {
    var rates =
        words.stream()
            .filter(word -> word.outMs() > word.inMs() && !word.text().isEmpty())
            .mapToDouble(word -> (double) (word.outMs() - word.inMs()) / word.text().length())
            .sorted()
            .toArray();
    return rates.length == 0 ? MS_PER_LETTER : rates[rates.length / 2];
  }

  int in(int token) {
    return in[token];
  }

  int out(int token) {
    return out[token];
  }

  int biasMs() {
    return biasMs;
  }

  double msPerLetter() {
    return msPerLetter;
  }

  int size() {
    return in.length;
  }
}

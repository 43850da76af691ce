package clipdesk.transcript.align;

import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;

/** Words of which enough was heard take the recogniser's times. */
final class MatchedWords {
  private final Matches matches;
  private final Tokens written;
  private final HeardTimes heard;

  private MatchedWords(Matches matches, Tokens written, HeardTimes heard) {
    this.matches = matches;
    this.written = written;
    this.heard = heard;
  }

  static void place(Matches matches, Tokens written, HeardTimes heard, WordTimes times) {
    var words = new MatchedWords(matches, written, heard);
    for (int from = 0, to; from < written.size(); from = to) {
      to = from + 1;
      while (to < written.size() && written.word(to) == written.word(from)) {
        to++;
      }
      words.place(from, to, times);
    }
  }

  private void place(int from, int to, WordTimes times) {
    var letters = 0;
    var alike = 0.0;
    var same = true;
    var in = Integer.MAX_VALUE;
    var out = Integer.MIN_VALUE;
    for (var token = from; token < to; token++) {
      letters += written.letters(token);
      alike += matches.similarity(token) * written.letters(token);
      same &= Vocabulary.isSame(matches.similarity(token));
      if (matches.has(token)) {
        in = Math.min(in, in(token));
        out = Math.max(out, out(token));
      }
    }
    if (alike >= Vocabulary.ALIKE * letters && out >= in) {
      times.set(written.word(from), same ? How.A : How.F, in, out, 0);
    }
  }

  private int in(int token) {
    var first = matches.first(token);
    var shared = token > 0 && matches.has(token - 1) && matches.first(token - 1) == first;
    return shared ? middle(token - 1, token) : heard.in(first);
  }

  private int out(int token) {
    var next = token + 1;
    var shared =
        next < matches.size() && matches.has(next) && matches.first(next) == matches.first(token);
    return shared ? middle(token, next) : heard.out(matches.last(token));
  }

  /** Where two tokens part that were heard as one. */
  private int middle(int one, int other) {
    var in = heard.in(matches.first(one));
    var length = heard.out(matches.first(one)) - in;
    return in + length * written.letters(one) / (written.letters(one) + written.letters(other));
  }
}

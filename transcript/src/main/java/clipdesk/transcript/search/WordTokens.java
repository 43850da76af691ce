package clipdesk.transcript.search;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** What words are found by, all of a word at one position, so that positions count words. */
final class WordTokens extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final List<String> words;
  private final Function<String, Set<String>> tokens;
  private Iterator<String> word = Collections.emptyIterator();
  private Iterator<String> ofWord = Collections.emptyIterator();

  WordTokens(List<String> words, Function<String, Set<String>> tokens) {
    this.words = words;
    this.tokens = tokens;
  }

  @Override
  public void reset() {
    word = words.iterator();
    ofWord = Collections.emptyIterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    var steps = 0;
    while (!ofWord.hasNext()) {
      if (!word.hasNext()) {
        return false;
      }
      ofWord = tokens.apply(word.next()).iterator();
      steps++;
    }
    term.append(ofWord.next());
    increment.setPositionIncrement(steps);
    return true;
  }
}

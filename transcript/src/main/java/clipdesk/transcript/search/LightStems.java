package clipdesk.transcript.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** English and French: Lucene's light stemmers, fed with a word at a time. */
final class LightStems implements Stems {
  private final OneWord word = new OneWord();
  private final TokenStream stemmer;
  private final CharTermAttribute stem;

  private LightStems(UnaryOperator<TokenStream> stemmer) {
    this.stemmer = stemmer.apply(word);
    this.stem = this.stemmer.getAttribute(CharTermAttribute.class);
  }

  static Stems english() {
    return new LightStems(KStemFilter::new);
  }

  static Stems french() {
    return new LightStems(FrenchLightStemFilter::new);
  }

  @Override
  public Set<String> of(String text) {
    var stems = new LinkedHashSet<String>();
    for (var spelling : Spelling.of(text).either()) {
      if (isLatin(spelling)) {
        stems.add(stem(spelling));
      }
    }
    return stems;
  }

  private static boolean isLatin(String spelling) {
    return !spelling.isEmpty() && spelling.charAt(0) < '\u0370';
  }

  private String stem(String spelling) {
    try {
      word.is(spelling);
      stemmer.reset();
      return stemmer.incrementToken() ? stem.toString() : spelling;
    } catch (IOException e) {
      throw new UncheckedIOException("A word in memory can be read", e);
    }
  }

  /** A text of one word. */
  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String next = "";

    void is(String word) {
      next = word;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      term.append(next);
      var there = !next.isEmpty();
      next = "";
      return there;
    }
  }
}

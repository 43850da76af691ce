package clipdesk.media.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.media.clips.AskedQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What quotes read: the state with the revision of now, and each earlier one once. */
final class QuoteReadsTest extends BroughtWorld {
  private static final String SAID = "Good morning. The council did not sign.";

  /** As many as a request may have. */
  private static final int MOST = 20;

  private final List<String> reads = new ArrayList<>();

  @BeforeEach
  void layATextOnItsWords() {
    videos.put(VIDEO);
    put(TEXT, SAID);
    told(TEXT);
    files.put(WORDS, HeardWords.transcribe("Good morning The council did not sign"));
    told(WORDS);
  }

  @Test
  void twentyQuotesReadOneObject() {
    quote(2, 2);

    assertThat(reads).containsExactly("current");
  }

  @Test
  void quotesOfAnEarlierRevisionReadThatOneToo() {
    aSecondLater();
    put(TEXT, SAID + "\n\nThank you.\n");
    told(TEXT);

    quote(2, 3);

    assertThat(reads).containsExactly("current", "revision");
  }

  /** Twenty, by turns of two revisions. */
  private void quote(int one, int other) {
    var quotes =
        IntStream.range(0, MOST)
            .mapToObj(it -> new AskedQuote("", "en", it % 2 == 0 ? one : other, 2, 5))
            .toList();
    var counted = new TranscriptsAround(transcripts, reads::add);
    assertThat(new TranscriptQuotes(counted).find(VIDEO, quotes)).hasSize(MOST);
  }
}

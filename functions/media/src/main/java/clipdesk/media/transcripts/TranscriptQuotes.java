package clipdesk.media.transcripts;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.clips.AskedQuote;
import clipdesk.media.clips.ClipQuote;
import clipdesk.media.clips.Quotes;
import clipdesk.transcript.quote.Edge;
import clipdesk.transcript.revision.Quotation;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.timing.WordTimes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds quoted words in revisions: that of now is read once for all quotes of a request, and an
 * earlier one only for a quote of it.
 */
@Singleton
final class TranscriptQuotes implements Quotes {
  /** So that no list of clips is longer than answers may be. */
  static final int MOST_LETTERS = 2_000;

  private final Transcripts transcripts;

  TranscriptQuotes(Transcripts transcripts) {
    this.transcripts = transcripts;
  }

  @Override
  public List<Found> find(Video video, List<AskedQuote> quotes) {
    var revisions = new RevisionsOfVideo(transcripts, video);
    return quotes.stream().map(it -> find(revisions, it)).toList();
  }

  private static Found find(RevisionsOfVideo revisions, AskedQuote quote) {
    var current =
        revisions
            .current(quote.language())
            .orElseThrow(
                () -> refused(quote, "language", "unknown-value", "There is no transcript in it"));
    var asked =
        revisions
            .numbered(quote.language(), quote.revision())
            .orElseThrow(
                () -> refused(quote, "revision", "unknown-revision", "There is no such revision"));
    var size = asked.times().size();
    if (quote.toWord() > size) {
      throw refused(
          quote,
          quote.fromWord() >= size ? "fromWord" : "toWord",
          "no-such-word",
          "The transcript has %d words".formatted(size));
    }
    var words = new WordRange(quote.fromWord(), quote.toWord());
    return found(quote, quotation(asked, words, current));
  }

  private static Quotation quotation(Revision asked, WordRange words, Revision current) {
    return asked.number() == current.number()
        ? Quotation.of(current, words)
        : Quotation.of(asked, words, current);
  }

  private static Found found(AskedQuote quote, Quotation quotation) {
    return switch (quotation) {
      case Quotation.Taken it ->
          new Found(
              new ClipQuote(
                  quote.language(),
                  it.revision(),
                  it.words().from(),
                  it.words().to(),
                  shortened(it.text()),
                  label(it.begin()),
                  label(it.end())),
              it.in(),
              it.out());
      case Quotation.Untimed it -> throw untimed(quote, it);
      case Quotation.Stale it -> throw stale(quote, it);
    };
  }

  private static ProblemException untimed(AskedQuote quote, Quotation.Untimed it) {
    var problem =
        new ProblemException(
                ProblemType.QUOTE_UNTIMED, "The words have no times that are certain enough")
            .with("pointer", quote.pointer());
    if (it.uncertaintyMs() != WordTimes.NO_TIME) {
      problem.with("uncertaintyMs", it.uncertaintyMs());
    }
    if (it.nearest().from() < it.nearest().to()) {
      problem.with("nearest", Map.of("fromWord", it.nearest().from(), "toWord", it.nearest().to()));
    }
    return problem;
  }

  private static ProblemException stale(AskedQuote quote, Quotation.Stale it) {
    var problem =
        new ProblemException(
                ProblemType.TRANSCRIPT_REVISION_STALE,
                "The words are not said in these frames any more")
            .with("pointer", quote.pointer())
            .with("currentRevision", it.currentRevision());
    it.now()
        .ifPresent(
            now ->
                problem.with(
                    "mapped",
                    Map.of(
                        "fromWord", now.words().from(),
                        "toWord", now.words().to(),
                        "text", shortened(now.text()))));
    return problem;
  }

  private static ProblemException refused(
      AskedQuote quote, String member, String code, String detail) {
    return ProblemException.invalid(quote.pointer() + "/" + member, code, detail);
  }

  private static String label(Edge edge) {
    return edge.name().toLowerCase(Locale.ROOT);
  }

  /** Cut between words, where it is longer than anybody quotes. */
  static String shortened(String text) {
    if (text.length() <= MOST_LETTERS) {
      return text;
    }
    var end = text.lastIndexOf(' ', MOST_LETTERS - 1);
    return text.substring(0, end > 0 ? end : text.offsetByCodePoints(0, MOST_LETTERS / 2)) + "…";
  }
}

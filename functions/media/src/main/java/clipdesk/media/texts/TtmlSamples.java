package clipdesk.media.texts;

import clipdesk.cutter.TextSample;
import clipdesk.transcript.heard.TtmlDocument;
import clipdesk.transcript.heard.TtmlDocument.Paragraph;
import clipdesk.transcript.refusals.MalformedInputException;

/**
 * {@code stpp} (ISO/IEC 14496-30, 5.3): a document of TTML, whose times are those of the track, and
 * which is shown no longer than its sample.
 */
final class TtmlSamples {
  /** Of a day there are less than a hundred thousand. */
  private static final double MOST_SECONDS = 1e9;

  private TtmlSamples() {}

  static void read(TextSample sample, CueSheet into) {
    long zeroMs = sample.inMs() - sample.ownInMs();
    for (var paragraph : TtmlDocument.read(sample.bytes())) {
      requireTimes(paragraph);
      into.addPlain(
          Math.max(sample.inMs(), zeroMs + Math.round(paragraph.in() * 1_000)),
          Math.min(sample.outMs(), zeroMs + Math.round(paragraph.out() * 1_000)),
          paragraph.text());
    }
  }

  private static void requireTimes(Paragraph it) {
    boolean isSound = it.in() <= it.out() && it.out() < MOST_SECONDS;
    if (!isSound) {
      throw new MalformedInputException(
          "bad-time", "A paragraph from %s to %s".formatted(it.in(), it.out()));
    }
  }
}

package clipdesk.transcript.heard;

import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.text.PlainText;
import java.util.List;

/** A document of TTML that is a piece of something longer: its times count as they stand. */
public final class TtmlDocument {
  private TtmlDocument() {}

  /**
   * A paragraph that says when it is shown.
   *
   * @param in in seconds
   * @param out in seconds
   * @param text with line ends where the document has breaks
   */
  public record Paragraph(double in, double out, String text) {}

  /**
   * @throws MalformedInputException {@code not-utf-8}; {@code bad-form} if it is no TTML
   */
  public static List<Paragraph> read(byte[] bytes) {
    return TtmlCues.asTheyStand(PlainText.decode(bytes)).stream()
        .map(cue -> new Paragraph(cue.in(), cue.out(), cue.parts().getFirst().text()))
        .toList();
  }
}

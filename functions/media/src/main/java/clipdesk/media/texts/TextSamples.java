package clipdesk.media.texts;

import clipdesk.cutter.TextSample;

/** How the texts of one kind of track lie in its samples. */
interface TextSamples {
  /**
   * Takes what a sample says, for the time that it is shown.
   *
   * @throws clipdesk.cutter.refusals.MalformedMasterException if it breaks its own rules
   * @throws clipdesk.transcript.refusals.RefusedInputException the same of the text inside, or if
   *     it is more than is taken
   */
  void read(TextSample sample, CueSheet into);

  /**
   * @param format of a track that {@link clipdesk.cutter.MasterTexts} reads
   */
  static TextSamples of(String format) {
    return switch (format) {
      case "tx3g" -> TimedTextSamples::read;
      case "wvtt" -> WebVttSamples::read;
      default -> TtmlSamples::read;
    };
  }
}

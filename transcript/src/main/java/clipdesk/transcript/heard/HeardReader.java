package clipdesk.transcript.heard;

import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.refusals.UnsupportedInputException;
import clipdesk.transcript.text.PlainText;

/** Reads words of any form. */
public final class HeardReader {
  public static final int MAX_BYTES = 16 << 20;

  private HeardReader() {}

  /**
   * @param durationMs of the sound: times are brought inside of it
   * @throws MalformedInputException {@code not-utf-8}; {@code bad-form} if the file breaks off or
   *     breaks its form's rules; {@code bad-time} with the items whose times cannot be
   * @throws UnsupportedInputException {@code unknown-form}, {@code too-large} over {@link
   *     #MAX_BYTES}, {@code too-many-words} over {@link WordList#MAX_WORDS}
   */
  public static Heard read(byte[] bytes, int durationMs) {
    if (bytes.length > MAX_BYTES) {
      throw new UnsupportedInputException(
          "too-large", "%d bytes, at most %d are taken".formatted(bytes.length, MAX_BYTES));
    }
    var text = PlainText.decode(bytes);
    var start = text.stripLeading();
    var list = new WordList();
    var form = read(text, start, list);
    return new Heard(form, list.inOrder(durationMs));
  }

  private static Heard.Form read(String text, String start, WordList list) {
    if (start.startsWith("{") || start.startsWith("[")) {
      return JsonWords.read(start, list);
    }
    if (start.startsWith("WEBVTT")) {
      CueReader.read(text).forEach(cue -> cue.share(list));
      return Heard.Form.VTT;
    }
    if (start.startsWith("<")) {
      TtmlCues.read(start).forEach(cue -> cue.share(list));
      return Heard.Form.TTML;
    }
    if (CtmWords.isCtm(start)) {
      CtmWords.read(start, list);
      return Heard.Form.CTM;
    }
    if (text.contains("-->")) {
      CueReader.read(text).forEach(cue -> cue.share(list));
      return Heard.Form.SRT;
    }
    throw new UnsupportedInputException(
        "unknown-form",
        "Read are words of Amazon Transcribe, whisper and Vosk, CTM, WebVTT, SRT and TTML");
  }
}

package clipdesk.media.clips;

import clipdesk.common.json.RequestBody;
import java.util.OptionalLong;

/**
 * Words of a transcript as a range of a request names them.
 *
 * @param pointer to it in the request, for whoever has to refuse it
 * @param fromWord the first
 * @param toWord the one after the last
 */
public record AskedQuote(String pointer, String language, int revision, int fromWord, int toWord) {
  private static final int MAX_LANGUAGE = 35;

  /** Broken rules are left in the body, and make it any quote at all. */
  static AskedQuote read(RequestBody range) {
    var quote = range.object("quote");
    var read =
        new AskedQuote(
            range.pointer("quote"),
            quote.text("language", 1, MAX_LANGUAGE),
            number(quote, "revision", 1),
            number(quote, "fromWord", 0),
            number(quote, "toWord", 0));
    if (!range.refused("quote") && read.fromWord >= read.toWord) {
      range.refuse(
          "quote",
          read.fromWord == read.toWord ? "empty" : "reversed",
          "The last word must not lie before the first");
    }
    return read;
  }

  private static int number(RequestBody quote, String name, int min) {
    OptionalLong number = quote.number(name, min, Integer.MAX_VALUE);
    if (number.isEmpty() && !quote.refused(name)) {
      quote.refuse(name, "missing", "Is required");
    }
    return (int) number.orElse(min);
  }
}

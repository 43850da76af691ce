package clipdesk.transcript.testing;

import java.util.List;
import java.util.Random;

/** Texts that nobody wrote, of everything that readers of text have stumbled over. */
public final class RandomTexts {
  private static final List<String> PIECES =
      List.of(
          "Ana Sample",
          "Council Spokesperson",
          "Jon Smyth, WXYZ",
          "Q.",
          "A:",
          "M. Dupont. – ",
          ": ",
          " ",
          " ",
          " ",
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          "\u000b",
          "\u2028",
          "\u00a0",
          "\u202f",
          "\u00ad",
          "\u200b",
          "\ufeff",
          "word",
          "that that",
          "l’OTAN",
          "пам’ять",
          "é",
          "e\u0301",
          "5%",
          "€152",
          "10:30",
          ". ",
          "? ",
          "! ",
          "… ",
          ", ",
          "–",
          "[inaudible]",
          "(laughter)",
          "(the Fund)",
          "[",
          ")",
          "* * *",
          "End of conference",
          "שלום",
          "\ud83d\ude00",
          "\"",
          "«",
          "»",
          "Mr.",
          "U.S.",
          "ПАНІ ЗРАЗОК: ");

  private RandomTexts() {}

  public static String of(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (var left = 1 + random.nextInt(80); left > 0; left--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}

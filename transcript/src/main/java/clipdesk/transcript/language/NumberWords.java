package clipdesk.transcript.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures as they are spoken, so that "12" and "twelve" are the same words. Written and heard
 * figures are spelled by the same rules: it matters that both sides agree, not that a grammarian
 * would.
 */
public final class NumberWords {
  private static final long MOST = 999_999_999_999L;
  private static final int YEARS_FROM = 1100;
  private static final int YEARS_TO = 2099;

  private enum Tongue {
    EN(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            + " fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "hundred thousand million billion percent"),
    FR(
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
            + " seize dixsept dixhuit dixneuf",
        "vingt trente quarante cinquante soixante soixantedix quatrevingt quatrevingtdix",
        "cent mille million milliard pourcent"),
    UK(
        "нуль один два три чотири пять шість сім вісім девять десять одинадцять дванадцять"
            + " тринадцять чотирнадцять пятнадцять шістнадцять сімнадцять вісімнадцять"
            + " девятнадцять",
        "двадцять тридцять сорок пятдесят шістдесят сімдесят вісімдесят девяносто",
        "сто тисяча мільйон мільярд відсотків");

    private final String[] small;
    private final String[] tens;
    private final String[] large;

    Tongue(String small, String tens, String large) {
      this.small = small.split(" ", -1);
      this.tens = tens.split(" ", -1);
      this.large = large.split(" ", -1);
    }
  }

  private NumberWords() {}

  /** Words of a figure with its sign, or nothing if the word is none. */
  public static List<String> spell(String word, String language) {
    var digits = new StringBuilder();
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      if (Character.isDigit(c)) {
        digits.append((char) ('0' + Character.digit(c, 10)));
      } else if (Character.isLetter(c)) {
        return List.of();
      }
    }
    if (digits.isEmpty() || digits.length() > 12) {
      return List.of();
    }
    var tongue = tongue(language);
    var words = new ArrayList<String>();
    if (word.matches("\\d+[.,]\\d{1,2}%?|\\d+[.:]\\d{2}")) {
      for (var part : word.replace("%", "").split("[.,:]", -1)) {
        spell(Long.parseLong(part), tongue, words);
      }
    } else {
      year(Long.parseLong(digits.toString()), digits.length() == word.length(), tongue, words);
    }
    if (word.endsWith("%")) {
      words.add(tongue.large[4]);
    }
    return words;
  }

  private static Tongue tongue(String language) {
    return switch (language) {
      case "fr" -> Tongue.FR;
      case "uk" -> Tongue.UK;
      default -> Tongue.EN;
    };
  }

  /** "twenty thirty-five": English reads years in two halves. */
  private static void year(long number, boolean bare, Tongue tongue, List<String> words) {
    var halves = bare && tongue == Tongue.EN && number >= YEARS_FROM && number <= YEARS_TO;
    if (halves && number % 100 > 9) {
      spell(number / 100, tongue, words);
      spell(number % 100, tongue, words);
    } else {
      spell(Math.min(number, MOST), tongue, words);
    }
  }

  private static void spell(long number, Tongue tongue, List<String> words) {
    if (number < tongue.small.length) {
      words.add(tongue.small[(int) number]);
    } else if (number < 100) {
      words.add(tongue.tens[(int) number / 10 - 2]);
      rest(number % 10, tongue, words);
    } else if (number < 1_000) {
      if (number >= 200 || tongue == Tongue.EN) {
        spell(number / 100, tongue, words);
      }
      words.add(tongue.large[0]);
      rest(number % 100, tongue, words);
    } else {
      var step = number < 1_000_000 ? 1 : number < 1_000_000_000 ? 2 : 3;
      var unit = (long) Math.pow(1_000, step);
      if (number >= 2 * unit || tongue == Tongue.EN || step > 1) {
        spell(number / unit, tongue, words);
      }
      words.add(tongue.large[step]);
      rest(number % unit, tongue, words);
    }
  }

  private static void rest(long number, Tongue tongue, List<String> words) {
    if (number > 0) {
      spell(number, tongue, words);
    }
  }
}

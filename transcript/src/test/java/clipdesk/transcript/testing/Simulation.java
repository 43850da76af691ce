package clipdesk.transcript.testing;

import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.heard.HeardWord;
import clipdesk.transcript.parse.ScriptParser;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.timing.Activity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * A conference of which everything is known: words of a made-up language with the frequencies and
 * lengths of a real one, when each was spoken, an official text that was edited by rule, and what a
 * recogniser with a given share of errors would have heard.
 *
 * @param trueIn when each word of the script was spoken, −1 if it was not
 * @param trueOut when it ended
 * @param wasHeard whether it was spoken as written and heard as spoken
 * @param recogniserIn its start as the recogniser put it, −1 if it did not hear it
 */
public record Simulation(
    Script script,
    Heard heard,
    Activity activity,
    int durationMs,
    int[] trueIn,
    int[] trueOut,
    boolean[] wasHeard,
    int[] recogniserIn) {
  private static final int UNKNOWN = -1;

  /** What is spoken, in its order; {@code written} is its number in the text, or unknown. */
  private record Spoken(String word, int written, boolean asWritten, int inMs, int outMs) {}

  /**
   * @param errors share of the spoken words that the recogniser has wrong: half of them heard as
   *     another word, a quarter not at all, a quarter of words that nobody said
   */
  public static Simulation of(long seed, String language, int words, double errors) {
    return new Maker(new Random(seed), language, errors).make(words);
  }

  private static final class Maker {
    private static final double UNSPOKEN_SENTENCES = 0.02;
    private static final double FILLERS = 0.03;
    private static final double OTHER_WORDS = 0.01;
    private static final int JITTER_MS = 60;

    /** Recognisers count in windows of the sound: of 10 ms (Amazon Transcribe) to 30. */
    private static final int RECOGNISER_STEP_MS = 10;

    private static final int MS_BETWEEN_DROPOUTS = 240_000;

    private final Random random;
    private final String language;
    private final double errors;
    private final List<String> lexicon = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Spoken> spoken = new ArrayList<>();
    private int written;
    private int clock = 1_500;

    Maker(Random random, String language, double errors) {
      this.random = random;
      this.language = language;
      this.errors = errors;
      while (lexicon.size() < 4_000) {
        lexicon.add(newWord(lexicon.size() < 60 ? 1 : 1 + random.nextInt(4)));
      }
    }

    private String newWord(int syllables) {
      var uk = language.equals("uk");
      var consonants = uk ? "бвгджзклмнпрстхчш" : "bcdfghklmnprstvw";
      var vowels = uk ? "аеиіоуєяю" : language.equals("fr") ? "aeiouéèê" : "aeiou";
      var word = new StringBuilder();
      for (var i = 0; i < syllables; i++) {
        word.append(consonants.charAt(random.nextInt(consonants.length())));
        word.append(vowels.charAt(random.nextInt(vowels.length())));
        if (random.nextInt(3) == 0) {
          word.append(consonants.charAt(random.nextInt(consonants.length())));
        }
      }
      return word.toString();
    }

    /** Zipf: the n-th word is as frequent as 1/n. */
    private String word() {
      var rank = (int) StrictMath.exp(random.nextDouble() * StrictMath.log(lexicon.size())) - 1;
      var word = lexicon.get(rank);
      var elided = language.equals("fr") && "aeiouéèê".indexOf(word.charAt(0)) < 0;
      return elided && random.nextInt(20) == 0 ? "l’" + word.substring(1) : word;
    }

    Simulation make(int words) {
      for (var turn = 0; written < words; turn++) {
        text.append(turn % 2 == 0 ? "Ana Sample, Spokesperson\n\n" : "Jon Smyth, WXYZ\n\n");
        clock += 400 + random.nextInt(800);
        for (var sentences = 2 + random.nextInt(turn % 2 == 0 ? 20 : 4);
            sentences > 0;
            sentences--) {
          sentence();
        }
        text.append("\n\n");
      }
      var script =
          ScriptParser.parse(OfficialText.of(text.toString()), language, List.of(), List.of());
      if (script.words().size() != written) {
        throw new IllegalStateException(script.words().size() + " words of " + written);
      }
      return simulate(script, clock + 2_000);
    }

    private void sentence() {
      var unspoken = random.nextDouble() < UNSPOKEN_SENTENCES;
      var length = 5 + random.nextInt(18);
      for (var i = 0; i < length; i++) {
        var word = word();
        if (!unspoken && random.nextDouble() < FILLERS) {
          speak(random.nextBoolean() ? "er" : word(), UNKNOWN, false);
        }
        if (!unspoken) {
          var other = random.nextDouble() < OTHER_WORDS;
          speak(other ? word() : word, written, !other);
        }
        text.append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
        text.append(i + 1 == length ? ". " : " ");
        written++;
      }
      if (!unspoken) {
        clock += 250 + random.nextInt(700);
      }
    }

    private void speak(String word, int number, boolean asWritten) {
      var length = (int) (word.length() * 60 * (0.7 + 0.6 * random.nextDouble())) + 40;
      spoken.add(new Spoken(word, number, asWritten, clock, clock + length));
      clock += length + (random.nextInt(6) == 0 ? 100 + random.nextInt(200) : 0);
    }

    private Simulation simulate(Script script, int durationMs) {
      var trueIn = filled();
      var trueOut = filled();
      var recogniserIn = filled();
      var wasHeard = new boolean[written];
      var speech = new BitSet();
      var heard = new ArrayList<HeardWord>();
      var deafUntil = 0;
      var nextDropout = random.nextInt(MS_BETWEEN_DROPOUTS);
      for (var it : spoken) {
        speech.set(
            it.inMs() / Activity.STEP_MS, (it.outMs() + Activity.STEP_MS - 1) / Activity.STEP_MS);
        if (it.inMs() >= nextDropout) {
          deafUntil = it.inMs() + 2_000 + random.nextInt(18_000);
          nextDropout += MS_BETWEEN_DROPOUTS;
        }
        var said = it.inMs() < deafUntil ? Optional.<String>empty() : heard(it.word());
        said.ifPresent(word -> heard.add(jittered(word, it.inMs(), it.outMs())));
        if (it.written() != UNKNOWN) {
          trueIn[it.written()] = it.inMs();
          trueOut[it.written()] = it.outMs();
          wasHeard[it.written()] = it.asWritten() && said.filter(it.word()::equals).isPresent();
          recogniserIn[it.written()] = said.isPresent() ? heard.getLast().inMs() : UNKNOWN;
        }
        if (it.inMs() >= deafUntil && random.nextDouble() < errors / 4) {
          heard.add(jittered(word(), it.outMs(), it.outMs() + 150));
        }
      }
      heard.sort(Comparator.comparingInt(HeardWord::inMs));
      return new Simulation(
          script,
          new Heard(Heard.Form.WHISPER, heard),
          new Activity(speech, durationMs),
          durationMs,
          trueIn,
          trueOut,
          wasHeard,
          recogniserIn);
    }

    private Optional<String> heard(String word) {
      var dice = random.nextDouble() / errors;
      if (dice < 0.25) {
        return Optional.empty();
      }
      if (dice < 0.5) {
        return Optional.of(word());
      }
      return Optional.of(dice < 0.75 ? misspelled(word) : word);
    }

    private String misspelled(String word) {
      var at = random.nextInt(word.length());
      return word.substring(0, at)
          + lexicon.get(random.nextInt(60)).charAt(0)
          + word.substring(at + 1);
    }

    private HeardWord jittered(String word, int inMs, int outMs) {
      var in = Math.max(0, jittered(inMs));
      var out = Math.max(in + 2 * RECOGNISER_STEP_MS, jittered(outMs));
      return new HeardWord(word, in, out, OptionalDouble.empty(), Optional.empty());
    }

    private int jittered(int ms) {
      var put = ms + random.nextGaussian() * JITTER_MS;
      return (int) Math.round(put / RECOGNISER_STEP_MS) * RECOGNISER_STEP_MS;
    }

    private int[] filled() {
      var times = new int[written];
      Arrays.fill(times, UNKNOWN);
      return times;
    }
  }
}

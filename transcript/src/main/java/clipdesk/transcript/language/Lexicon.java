package clipdesk.transcript.language;

import java.util.Set;

/** Small closed lists, asked by key; see the files beside this class. */
public final class Lexicon {
  private static final Set<String> TITLES = Lists.read("titles.txt");
  private static final Set<String> PARTICLES = Lists.read("particles.txt");
  private static final Set<String> COMPLEMENTS = Lists.read("complements.txt");
  private static final Set<String> NO_NAMES = Lists.read("no-names.txt");

  private Lexicon() {}

  /** {@code Mr}, {@code Mme}, {@code пан}. */
  public static boolean isTitle(String word) {
    return TITLES.contains(Folding.key(word));
  }

  /** A part of a name that may be written small. */
  public static boolean isParticle(String word) {
    return PARTICLES.contains(Folding.key(word));
  }

  /** Ties a complement to a role: {@code Minister of Finance}. */
  public static boolean bindsComplement(String word) {
    var key = Folding.key(word);
    return COMPLEMENTS.contains(key);
  }

  /** Begins a sentence and never a name. */
  public static boolean beginsNoName(String word) {
    return NO_NAMES.contains(Folding.key(word));
  }
}

package clipdesk.transcript.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the role in the words of a label: a head ({@code Minister}), what stands before it ({@code
 * Prime}) and its complement ({@code of Finance}); what is left is a name or nothing.
 */
public final class Roles {
  /** Words {@code [from, to)} of the label are the role. */
  public record Found(int from, int to) {
    int length() {
      return to - from;
    }
  }

  private record Head(List<String> keys, boolean alone) {}

  private static final int MOST_MODIFIERS = 3;
  private static final int MOST_COMPLEMENT = 9;
  private static final List<String> ADJECTIVES = List.of("ої", "ього", "ого", "их");
  private static final List<String> GENITIVES = List.of("ої", "ього", "ого", "их", "и", "і", "ї");

  /** By their first word, the longest first: "prime minister of" before "prime". */
  private final Map<String, List<Head>> heads;

  private Roles(Map<String, List<Head>> heads) {
    this.heads = heads;
  }

  /** The common list, and the roles that the catalogue names beside its speakers. */
  public static Roles with(Collection<String> ofTheCatalogue) {
    var heads = new ArrayList<Head>();
    for (var entry : Lists.read("roles.txt")) {
      var alone = entry.startsWith("= ");
      heads.add(new Head(List.of(entry.substring(alone ? 2 : 0).split(" ", -1)), alone));
    }
    for (var role : ofTheCatalogue) {
      heads.add(new Head(List.of(Folding.phrase(role).split(" ", -1)), /* alone= */ false));
    }
    heads.sort(Comparator.comparingInt((Head head) -> head.keys.size()).reversed());
    return new Roles(heads.stream().collect(Collectors.groupingBy(head -> head.keys.getFirst())));
  }

  /** Whether a role's head stands anywhere in the words. */
  public boolean occurIn(List<String> words) {
    return head(keys(words), /* alone= */ false).isPresent();
  }

  /** The role in the words, if a role and at most a name are all that they are. */
  public Optional<Found> find(List<String> words) {
    var keys = keys(words);
    return head(keys, /* alone= */ true)
        .or(() -> head(keys, /* alone= */ false))
        .flatMap(head -> extend(words, head));
  }

  /** The longest head in the words, the first of those that are equally long. */
  private Optional<Found> head(List<String> keys, boolean alone) {
    var best = Optional.<Found>empty();
    for (var at = 0; at < keys.size(); at++) {
      for (var head : heads.getOrDefault(keys.get(at), List.of())) {
        var to = at + head.keys.size();
        if (head.alone == alone
            && to <= keys.size()
            && (!alone || head.keys.size() == keys.size())
            && head.keys.size() > best.map(Found::length).orElse(0)
            && keys.subList(at, to).equals(head.keys)) {
          best = Optional.of(new Found(at, to));
        }
      }
    }
    return best;
  }

  private static Optional<Found> extend(List<String> words, Found head) {
    if (head.from > MOST_MODIFIERS || !startsLikeALabel(words, head.from)) {
      return Optional.empty();
    }
    var nameAt = nameAfter(words, head.to);
    var complement = words.subList(head.to, nameAt);
    return complement.size() <= MOST_COMPLEMENT && isComplement(complement)
        ? Optional.of(new Found(0, nameAt))
        : Optional.empty();
  }

  /** Modifiers are written large, or small after a first word that is: "Haute représentante". */
  private static boolean startsLikeALabel(List<String> words, int to) {
    for (var i = 0; i < to; i++) {
      var word = words.get(i);
      if (Character.isDigit(word.charAt(0)) || (!isCapital(word) && !isJoined(word))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isJoined(String word) {
    return Lexicon.bindsComplement(word) || word.contains("-");
  }

  /** Where the name begins that follows role and complement; the end if there is none. */
  private static int nameAfter(List<String> words, int from) {
    var end = words.size();
    if (from == end) {
      return end;
    }
    var cyrillic = words.getLast().charAt(0) >= '\u0400';
    if (!cyrillic && isCapital(words.get(from)) && !bindsAnything(words.get(from))) {
      return from;
    }
    var parts = partsOfNames(words, from);
    if (parts.size() < 2) {
      return end;
    }
    var start = parts.getLast();
    if (start > from && bindsAnything(words.get(start - 1))) {
      // "of the United States" has no name in it; the noun of "de l’Union" is in there.
      var hasItsNoun = isElided(words.get(start - 1));
      return parts.size() == 2 && !hasItsNoun ? end : parts.get(1);
    }
    return cyrillic ? afterGenitives(words, start) : start;
  }

  /**
   * Where what can be parts of a name begins, from the last one back: "Muster", "van der Muster".
   */
  private static List<Integer> partsOfNames(List<String> words, int from) {
    var parts = new ArrayList<Integer>();
    var start = words.size();
    while (start > from && isPartOfName(words.get(start - 1))) {
      start--;
      while (start > from && isParticleBefore(words.get(start - 1), words.get(start))) {
        start--;
      }
      parts.add(start);
    }
    return parts;
  }

  private static boolean isPartOfName(String word) {
    return isElided(word)
        ? word.charAt(0) == 'd' && Character.isUpperCase(word.charAt(2))
        : isCapital(word) && !Lexicon.bindsComplement(word);
  }

  /** What ties a complement is part of a name only where another particle is large: "de La". */
  private static boolean isParticleBefore(String word, String next) {
    return Lexicon.isParticle(word)
        && (!Lexicon.bindsComplement(word) || isCapital(word) || Lexicon.isParticle(next));
  }

  /**
   * Ukrainian ties a complement by the genitive alone, and writes it large where it is a name:
   * "Речниця Ради Олена Зразок", "Голова Верховної Ради". What ends like one is no first name.
   */
  private static int afterGenitives(List<String> words, int from) {
    var at = from;
    while (at < words.size() && GENITIVES.stream().anyMatch(words.get(at)::endsWith)) {
      at += ADJECTIVES.stream().anyMatch(words.get(at)::endsWith) ? 2 : 1;
    }
    return words.size() - at < 2 ? words.size() : at;
  }

  private static boolean bindsAnything(String word) {
    return Lexicon.bindsComplement(word) || isElided(word);
  }

  private static boolean isElided(String word) {
    return word.length() > 2
        && Folding.isApostrophe(word.charAt(1))
        && "dlDL".indexOf(word.charAt(0)) >= 0;
  }

  /** Nothing, or words tied by a particle, or by a genitive, which Ukrainian writes small. */
  private static boolean isComplement(List<String> words) {
    if (words.isEmpty()) {
      return true;
    }
    var first = words.getFirst();
    return first.charAt(0) >= '\u0400' || bindsAnything(first);
  }

  private static boolean isCapital(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }

  private static List<String> keys(List<String> words) {
    return words.stream().map(Folding::key).toList();
  }
}

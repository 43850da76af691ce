package clipdesk.transcript.search;

import java.util.List;

/** What somebody asks for: passages that answer all of its terms. */
public record Asked(List<Term> terms) {
  public Asked {
    terms = List.copyOf(terms);
  }

  /**
   * A term.
   *
   * @param without whether passages that have it are not wanted
   */
  public record Term(Wanted wanted, boolean without) {}

  /** What a term asks for. */
  public sealed interface Wanted {}

  /** A word in any of its forms. */
  public record Word(String text) implements Wanted {}

  /** Words as they are written, one after the other. */
  public record Phrase(List<String> words) implements Wanted {
    public Phrase {
      words = List.copyOf(words);
    }
  }

  /** Words that begin so. */
  public record Beginning(String text) implements Wanted {}
}

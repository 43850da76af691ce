package clipdesk.transcript.revision;

import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.Turn;
import clipdesk.transcript.script.WordRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Questions and their answers. A questioner is a speaker with an outlet. An exchange goes from a
 * questioner's turn to the next questioner's, without the turn of whoever gives that one the floor;
 * what the same questioner asks again belongs to it.
 */
public final class Exchanges {
  /** Whoever hands on to the next says no more words than that. */
  private static final int MOST_TO_HAND_ON = 60;

  private Exchanges() {}

  /**
   * @param question words of the first turn
   * @param answer words of all that follows; empty if nobody answers
   */
  public record Exchange(
      String questioner, List<String> answering, WordRange question, WordRange answer) {
    public Exchange {
      answering = List.copyOf(answering);
    }
  }

  public static List<Exchange> of(Script script) {
    var questioners = new HashSet<String>();
    script.speakers().stream()
        .filter(it -> it.outlet().isPresent())
        .map(Speaker::id)
        .forEach(questioners::add);
    var exchanges = new ArrayList<Exchange>();
    var turns = script.turns();
    for (var first = 0; first < turns.size(); ) {
      if (!isOneOf(questioners, turns.get(first))) {
        first++;
        continue;
      }
      var next = first + 1;
      while (next < turns.size() && !isAnother(questioners, turns.get(next), turns.get(first))) {
        next++;
      }
      var end = next < turns.size() && handsOn(turns, first, next, questioners) ? next - 1 : next;
      exchanges.add(exchange(turns.subList(first, end)));
      first = next;
    }
    return exchanges;
  }

  private static boolean isOneOf(Set<String> questioners, Turn turn) {
    return turn.speaker().filter(questioners::contains).isPresent();
  }

  private static boolean isAnother(Set<String> questioners, Turn turn, Turn first) {
    return isOneOf(questioners, turn) && !turn.speaker().equals(first.speaker());
  }

  /** Whether the last turn before the next questioner is short and by nobody who answers. */
  private static boolean handsOn(List<Turn> turns, int first, int next, Set<String> questioners) {
    var last = turns.get(next - 1);
    return next - 1 > first
        && !isOneOf(questioners, last)
        && last.toWord() - last.fromWord() <= MOST_TO_HAND_ON
        && turns.subList(first + 1, next - 1).stream()
            .filter(it -> !isOneOf(questioners, it))
            .map(Turn::speaker)
            .anyMatch(it -> !it.equals(last.speaker()));
  }

  private static Exchange exchange(List<Turn> turns) {
    var question = turns.getFirst();
    var answering = new ArrayList<String>();
    for (var turn : turns.subList(1, turns.size())) {
      turn.speaker()
          .filter(it -> !question.speaker().get().equals(it) && !answering.contains(it))
          .ifPresent(answering::add);
    }
    return new Exchange(
        question.speaker().orElseThrow(),
        answering,
        new WordRange(question.fromWord(), question.toWord()),
        new WordRange(question.toWord(), turns.getLast().toWord()));
  }
}

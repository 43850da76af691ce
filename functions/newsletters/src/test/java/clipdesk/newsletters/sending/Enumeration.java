package clipdesk.newsletters.sending;

import clipdesk.newsletters.sending.ScriptedLuck.Answer;
import clipdesk.newsletters.sending.ScriptedLuck.Events;
import clipdesk.newsletters.sending.ScriptedLuck.Script;
import java.util.ArrayList;
import java.util.List;

/**
 * A campaign of two people under every combination, once each: of the call of a port before or
 * after which somebody is killed, messages that come once or twice, an answer of SES that comes or
 * gets lost, and events that come, get lost, are late or come twice. Of one that starts by itself
 * there are those that its start has to do with.
 */
final class Enumeration {
  private final int part;
  private final int of;
  private int scripts;
  private int combinations;
  private final List<String> failures = new ArrayList<>();

  private Enumeration(int part, int of) {
    this.part = part;
    this.of = of;
  }

  /** Every so many-th combination, from this one on. */
  static Enumeration of(int part, int of) {
    var all = new Enumeration(part, of);
    for (boolean redelivered : new boolean[] {false, true}) {
      for (var answer : Answer.values()) {
        for (var events : Events.values()) {
          all.killed(new Script(-1, false, redelivered, answer, events, /* scheduled= */ false));
        }
      }
      all.killed(
          new Script(-1, false, redelivered, Answer.COMES, Events.COME, /* scheduled= */ true));
    }
    return all;
  }

  int combinations() {
    return combinations;
  }

  /** Scripts that end in what must not be, each with its history. */
  List<String> failures() {
    return failures;
  }

  private void killed(Script script) {
    int calls = run(script);
    for (int call = 0; call < calls; call++) {
      for (boolean after : new boolean[] {false, true}) {
        if (scripts++ % of == part) {
          run(script.killed(call, after));
        }
      }
    }
  }

  private int run(Script script) {
    var luck = new ScriptedLuck(script);
    var outcome = Simulation.byScript(luck);
    combinations++;
    if (!outcome.isSound()) {
      failures.add("%s: %s%n%s".formatted(script, outcome.violations(), outcome.history()));
    }
    return luck.calls();
  }
}

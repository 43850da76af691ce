import clipdesk.transcript.parse.ScriptParser;
import clipdesk.transcript.testing.RandomTalk;
import clipdesk.transcript.text.OfficialText;
import java.util.List;

/**
 * How many random official texts, so many of each form and language, are read to the turn, speaker,
 * outlet and role as they were made.
 */
record Parsed(int texts, int exact, int withLosses) {
  private static final int OF_EACH = 300;

  static Parsed of(long seed, List<String> languages) {
    var texts = 0;
    var exact = 0;
    var withLosses = 0;
    for (var language : languages) {
      for (var form : RandomTalk.Form.values()) {
        for (var round = 0; round < OF_EACH; round++) {
          var talk = RandomTalk.of(seed * OF_EACH + round, language, form);
          var official = OfficialText.of(talk.text());
          var script = ScriptParser.parse(official, language, List.of(), List.of());
          texts++;
          exact += talk.isReadAs(script) ? 1 : 0;
          withLosses += RandomTalk.lost(script) > 0 ? 1 : 0;
        }
      }
    }
    return new Parsed(texts, exact, withLosses);
  }

  double exactPercent() {
    return 100.0 * exact / texts;
  }
}

package clipdesk.transcript.timing;

import clipdesk.transcript.json.JsonTree;
import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.timing.Activity.Stretch;
import java.util.BitSet;
import java.util.List;
import java.util.StringJoiner;

/** Activity as it is kept: how many steps are quiet, how many are not, and so on. */
public final class ActivityJson {
  private static final int SCHEMA = 1;

  private ActivityJson() {}

  public static String write(Activity activity) {
    var steps = new StringJoiner(",");
    var end = 0;
    for (Stretch speech : activity.speechIn(0, activity.durationMs())) {
      steps.add(String.valueOf((speech.inMs() - end) / Activity.STEP_MS));
      steps.add(String.valueOf(Math.ceilDiv(speech.ms(), Activity.STEP_MS)));
      end = speech.outMs();
    }
    return "{\"schema\":%d,\"durationMs\":%d,\"steps\":[%s]}"
        .formatted(SCHEMA, activity.durationMs(), steps);
  }

  /**
   * @throws MalformedInputException if it is none, or one that was not written here
   */
  public static Activity read(String text) {
    var values = JsonTree.readAll(text);
    var json = values.size() == 1 ? values.getFirst() : new JsonTree("");
    if (json.number("schema").orElse(0) != SCHEMA) {
      throw malformed("its schema is not " + SCHEMA);
    }
    var durationMs = json.number("durationMs").orElse(-1);
    if (!(durationMs >= 0 && durationMs <= Integer.MAX_VALUE)) {
      throw malformed("it has no duration");
    }
    return new Activity(speech(json.list("steps").orElse(List.of()), durationMs), (int) durationMs);
  }

  private static BitSet speech(List<JsonTree> steps, double durationMs) {
    var speech = new BitSet();
    var at = 0L;
    for (var i = 0; i < steps.size(); i++) {
      var next = at + (steps.get(i).value() instanceof Double length ? length.longValue() : -1);
      if (next < at || next > Math.ceil(durationMs / Activity.STEP_MS)) {
        throw malformed("step %d leads out of it".formatted(i));
      }
      speech.set((int) at, (int) next, i % 2 == 1);
      at = next;
    }
    return speech;
  }

  private static MalformedInputException malformed(String why) {
    return new MalformedInputException("bad-activity", "This is no activity: " + why);
  }
}

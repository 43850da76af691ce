import clipdesk.transcript.cues.SubtitleCue;
import java.util.List;

/** How many cues break which bound without being listed for it. */
record Cued(int cues, int wide, int brief, int lengthy, int overlapping) {
  static Cued of(List<SubtitleCue> cues, List<Integer> listed) {
    var wide = 0;
    var brief = 0;
    var lengthy = 0;
    var overlapping = 0;
    for (var i = 0; i < cues.size(); i++) {
      var cue = cues.get(i);
      var ms = cue.outMs() - cue.inMs();
      overlapping += i > 0 && cues.get(i - 1).outMs() > cue.inMs() ? 1 : 0;
      if (!listed.contains(i)) {
        var tooWide = cue.lines().stream().anyMatch(it -> it.length() > 42);
        wide += tooWide || cue.lines().size() > 2 ? 1 : 0;
        brief += ms < 833 ? 1 : 0;
        lengthy += ms > 7_000 ? 1 : 0;
      }
    }
    return new Cued(cues.size(), wide, brief, lengthy, overlapping);
  }
}

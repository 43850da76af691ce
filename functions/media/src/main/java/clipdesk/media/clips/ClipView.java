package clipdesk.media.clips;

import java.util.LinkedHashMap;
import java.util.Map;

/** A clip as callers see it. */
final class ClipView {
  private ClipView() {}

  /**
   * @param words the caller's own
   */
  static Map<String, Object> of(AskedClip request, ClipState state, OwnWords words) {
    var view = new LinkedHashMap<String, Object>();
    view.put("clipId", request.id().text());
    view.put("videoId", request.videoId());
    view.put("masterVersion", request.masterVersion());
    view.put("profile", request.profile().split("@", 2)[0]);
    view.put("tracks", request.tracks());
    view.put("range", range(request));
    view.put("status", state.status());
    view.putAll(state.members());
    words.label().ifPresent(it -> view.put("label", it));
    words.quote().ifPresent(it -> view.put("quote", it.members()));
    return view;
  }

  private static Map<String, Object> range(AskedClip request) {
    var range = request.range();
    var rate = request.rate();
    long inMs = rate.millisOf(range.in());
    long outMs = rate.millisOf(range.out());
    var view = new LinkedHashMap<String, Object>();
    view.put("in", Map.of("ms", inMs, "frame", range.in()));
    view.put("out", Map.of("ms", outMs, "frame", range.out()));
    view.put("frameRate", Map.of("num", rate.num(), "den", rate.den()));
    view.put("frames", range.frames());
    view.put("durationMs", outMs - inMs);
    return view;
  }
}

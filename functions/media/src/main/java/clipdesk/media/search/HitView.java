package clipdesk.media.search;

import clipdesk.common.localisation.Language;
import clipdesk.transcript.revision.Moments;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.search.Hit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hits as callers get them: with all that a quote of the sentence needs. */
final class HitView {
  private HitView() {}

  static Map<String, Object> of(SearchSpoken.Results results, Language language) {
    var page = new LinkedHashMap<String, Object>();
    page.put("items", results.hits().stream().map(it -> hit(it, language)).toList());
    results.next().ifPresent(it -> page.put("nextCursor", it.text()));
    if (results.incomplete()) {
      page.put("incomplete", true);
    }
    return page;
  }

  private static Map<String, Object> hit(SearchSpoken.Shown shown, Language language) {
    var hit = shown.hit();
    var revision = hit.revision();
    var view = new LinkedHashMap<String, Object>();
    view.put("videoId", shown.video().videoId());
    view.put("title", shown.video().description().title().in(language));
    view.put("date", shown.video().description().date().toString());
    view.put("language", revision.language());
    view.put("revision", revision.number());
    view.put("timing", revision.timing().label());
    hit.speaker().ifPresent(it -> view.put("speaker", speaker(it)));
    view.put("sentence", sentence(hit));
    view.put("match", hit.matched().stream().map(it -> List.of(it.from(), it.to())).toList());
    var sentence = hit.sentence();
    view.put("how", new Moments(revision).how(sentence.fromWord(), sentence.toWord()));
    return view;
  }

  private static Map<String, Object> sentence(Hit hit) {
    var revision = hit.revision();
    var sentence = hit.sentence();
    var script = revision.script();
    var view = new LinkedHashMap<String, Object>();
    view.put("text", sentence.span().of(script.official().text()));
    view.put("words", List.of(sentence.fromWord(), sentence.toWord()));
    var start = sentence.span().start();
    var spans = script.words().subList(sentence.fromWord(), sentence.toWord());
    view.put("offset", spans.stream().map(it -> it.start() - start).toList());
    view.put("length", spans.stream().map(it -> it.length()).toList());
    var moments = new Moments(revision);
    moments
        .spoken(sentence.fromWord(), sentence.toWord())
        .ifPresent(
            spoken -> {
              view.put("in", moment(moments.inMs(spoken), moments.in(spoken)));
              view.put("out", moment(moments.outMs(spoken), moments.out(spoken)));
            });
    return view;
  }

  private static Map<String, Object> moment(int ms, long frame) {
    return Map.of("ms", ms, "frame", frame);
  }

  private static Map<String, Object> speaker(Speaker speaker) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", speaker.id());
    speaker.name().ifPresent(it -> view.put("name", it));
    speaker.role().ifPresent(it -> view.put("role", it));
    speaker.outlet().ifPresent(it -> view.put("outlet", it));
    if (!speaker.alsoWritten().isEmpty()) {
      view.put("alsoWritten", speaker.alsoWritten());
    }
    return view;
  }
}

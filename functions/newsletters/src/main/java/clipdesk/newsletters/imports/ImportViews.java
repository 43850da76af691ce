package clipdesk.newsletters.imports;

import clipdesk.common.json.Json;
import clipdesk.common.web.EntityTags;
import clipdesk.newsletters.imports.SubscriberImport.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** An import as its editor sees it. */
final class ImportViews {
  private ImportViews() {}

  static Map<String, Object> of(SubscriberImport it) {
    var view = new LinkedHashMap<String, Object>();
    view.put("importId", it.id());
    view.put("state", it.state().text());
    view.put("topics", it.wish().topics());
    view.put("language", it.wish().language().tag());
    view.put("withoutProof", it.wish().ask() ? ImportController.ASK : ImportController.REFUSE);
    view.put("createdAt", Json.instant(it.createdAt()));
    view.put("checked", progress(it.checked()));
    view.put("applied", progress(it.applied()));
    it.refusal()
        .ifPresent(why -> view.put("refusal", Map.of("code", why.code(), "line", why.line())));
    view.put("problems", it.problems().stream().map(ImportViews::problem).toList());
    view.put("etag", EntityTags.of(it.version()));
    return view;
  }

  private static Map<String, Object> progress(Progress progress) {
    var view = new LinkedHashMap<String, Object>();
    view.put("lines", progress.lines());
    for (var verdict : Verdict.values()) {
      view.put(verdict.text(), progress.count(verdict));
    }
    return view;
  }

  private static Map<String, Object> problem(Problem problem) {
    var view = new LinkedHashMap<String, Object>();
    view.put("line", problem.line());
    view.put("verdict", problem.verdict().text());
    if (!problem.column().isEmpty()) {
      view.put("column", problem.column());
    }
    view.put("code", problem.code());
    return view;
  }
}

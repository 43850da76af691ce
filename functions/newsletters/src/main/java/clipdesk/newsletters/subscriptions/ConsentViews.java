package clipdesk.newsletters.subscriptions;

import clipdesk.common.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** A consent as whoever it is about is shown it. */
public final class ConsentViews {
  private ConsentViews() {}

  public static Map<String, Object> of(Consent consent) {
    var view = new LinkedHashMap<String, Object>();
    view.put("at", Json.instant(consent.at()));
    view.put("action", consent.action().text());
    view.put("source", consent.source());
    view.put("topics", consent.topics());
    consent.language().ifPresent(it -> view.put("language", it.tag()));
    consent
        .shown()
        .ifPresent(
            shown -> {
              view.put("textVersion", shown.version());
              view.put("textLanguage", shown.language().tag());
              view.put("textHash", shown.hash());
            });
    consent.proof().ifPresent(it -> view.put("proof", it));
    consent.campaignId().ifPresent(it -> view.put("campaignId", it));
    return view;
  }
}

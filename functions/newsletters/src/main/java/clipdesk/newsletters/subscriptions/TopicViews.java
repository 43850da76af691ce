package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import java.util.LinkedHashMap;
import java.util.Map;

/** A topic as whoever may follow it is shown it. */
public final class TopicViews {
  private TopicViews() {}

  public static Map<String, Object> of(Topic topic, Language language) {
    var view = new LinkedHashMap<String, Object>();
    view.put("topic", topic.id());
    view.put("name", topic.name(language));
    view.put("description", topic.description(language));
    view.put("consentText", topic.consent().in(language));
    view.put("consentTextVersion", topic.consent().version());
    return view;
  }
}

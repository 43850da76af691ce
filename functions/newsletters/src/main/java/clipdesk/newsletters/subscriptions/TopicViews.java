package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import clipdesk.common.web.EntityTags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A topic as whoever may follow it is shown it, and as editors are. */
public final class TopicViews {
  static final String OPEN = "open";
  static final String RETIRED = "retired";

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

  /** With what a change has to name. */
  static Map<String, Object> ofEditors(Topic topic) {
    var view = new LinkedHashMap<String, Object>();
    view.put("topic", topic.id());
    view.put("state", topic.open() ? OPEN : RETIRED);
    view.put("names", inAll(topic::name));
    view.put("descriptions", inAll(topic::description));
    view.put("consentTexts", inAll(topic.consent()::in));
    view.put("consentTextVersion", topic.consent().version());
    view.put("etag", EntityTags.of(topic.version()));
    return view;
  }

  private static Map<String, String> inAll(Function<Language, String> text) {
    return List.of(Language.values()).stream().collect(Collectors.toMap(Language::tag, text));
  }
}

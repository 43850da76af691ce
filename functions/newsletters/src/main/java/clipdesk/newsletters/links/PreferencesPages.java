package clipdesk.newsletters.links;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.OfReaders;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.Standing;
import clipdesk.newsletters.subscriptions.Topic;
import clipdesk.newsletters.subscriptions.Topics;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Map;

/** The page of all choices. */
@OfReaders
@Singleton
final class PreferencesPages {
  private final Pages pages;
  private final PreferencesAnswers answers;
  private final Preferences preferences;
  private final Topics topics;

  PreferencesPages(
      Pages pages, PreferencesAnswers answers, Preferences preferences, Topics topics) {
    this.pages = pages;
    this.answers = answers;
    this.preferences = preferences;
    this.topics = topics;
  }

  /**
   * @param told what was done or not, as HTML; empty if nothing was
   */
  HttpResponse<String> page(String subscriberId, String told) {
    var standing = answers.standing(subscriberId);
    var language = standing.language();
    var parts = new ArrayList<String>();
    parts.add(told);
    if (standing.status().equals(Standing.SUPPRESSED)) {
      parts.add(pages.undeliverable(language));
    }
    answers
        .address(subscriberId)
        .ifPresent(it -> parts.add(pages.says(language, "preferences.for", it)));
    if (preferences.undoable(subscriberId).isPresent()) {
      parts.add(pages.says(language, "undo.text"));
      parts.add(pages.button(language, "undo", "undo.button", "plain", ""));
    }
    parts.add(choices(standing));
    if (!standing.on().isEmpty()) {
      parts.add(pages.button(language, "unsubscribe-all", "all.button", "plain", ""));
    }
    parts.add(why(answers.why(subscriberId, standing), language));
    parts.add(rights(language));
    return pages.page(language, "preferences.title", parts.toArray(String[]::new));
  }

  /** What is on after a change. */
  String saved(String subscriberId) {
    var standing = answers.standing(subscriberId);
    var language = standing.language();
    return standing.on().isEmpty()
        ? pages.notice(language, "preferences.nothing")
        : pages.notice(language, "preferences.saved", topics.names(standing.on(), language));
  }

  private String choices(Standing standing) {
    var language = standing.language();
    var form = new StringBuilder("<form method=\"post\"><fieldset><legend>");
    form.append(pages.text(language, "preferences.topics")).append("</legend>");
    answers.choices(standing).forEach(it -> form.append(choice(it, standing)));
    form.append("</fieldset><fieldset><legend>");
    form.append(pages.text(language, "preferences.language")).append("</legend>");
    for (var spoken : Language.values()) {
      form.append(
          "<label class=\"choice\"><input type=\"radio\" name=\"language\" value=\"%s\"%s><b lang=\"%s\">%s</b></label>"
              .formatted(
                  spoken.tag(),
                  spoken == language ? " checked" : "",
                  spoken.tag(),
                  PageFrame.NAMES.get(spoken)));
    }
    return form.append("</fieldset><button name=\"action\" value=\"save\">")
        .append(pages.text(language, "preferences.save"))
        .append("</button></form>")
        .toString();
  }

  private String choice(Topic topic, Standing standing) {
    var language = standing.language();
    var id = "t-" + topic.id();
    return """
    <div class="choice"><input type="checkbox" name="topic" value="%s" id="%s" aria-describedby="%s-d"%s>\
    <div><label for="%s"><b>%s</b></label><span id="%s-d">%s %s</span>\
    <input type="hidden" name="shown" value="%s=%s"></div></div>\
    """
        .formatted(
            topic.id(),
            id,
            id,
            standing.on(topic.id()) ? " checked" : "",
            id,
            Pages.escaped(topic.name(language)),
            id,
            Pages.escaped(topic.description(language)),
            pages.text(language, "consent.lead", topic.consent().in(language)),
            topic.id(),
            Pages.escaped(topic.consent().version()));
  }

  private String why(Map<String, Consent> why, Language language) {
    var lines = new StringBuilder();
    why.forEach(
        (topic, consent) ->
            lines.append(
                "<dt>%s</dt><dd>%s</dd>"
                    .formatted(
                        Pages.escaped(topics.name(topic, language)),
                        pages.text(
                            language,
                            "why.line",
                            Dates.inWords(consent.at(), language),
                            source(consent.source(), language),
                            consent.shown().map(Consent.ShownText::version).orElse("–"),
                            consent
                                .shown()
                                .map(it -> PageFrame.NAMES.get(it.language()))
                                .orElse("–")))));
    return "<details><summary>%s</summary>%s<p class=\"small\">%s</p></details>"
        .formatted(
            pages.text(language, "why.title"),
            lines.isEmpty() ? pages.says(language, "why.none") : "<dl>" + lines + "</dl>",
            pages.text(language, "why.note"));
  }

  private String source(String source, Language language) {
    var key = "source." + source;
    return pages.speaksOf(key) ? pages.raw(language, key) : source;
  }

  private String rights(Language language) {
    return "<h2>%s</h2>%s<p><a class=\"go\" href=\"?copy=json\" download>%s</a></p><h2>%s</h2>%s%s"
        .formatted(
            pages.text(language, "copy.title"),
            pages.says(language, "copy.text"),
            pages.text(language, "copy.link"),
            pages.text(language, "erase.title"),
            pages.says(language, "erase.text"),
            pages.button(language, "erase", "erase.button", "plain", ""));
  }
}

package clipdesk.media.ingest;

import clipdesk.common.json.RequestBody;
import clipdesk.common.json.Rfc3339;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.catalogue.Named;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of {@code video.json} that need nothing but itself. Broken ones stay in the body. */
final class DescriptionRules {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int MAX_NAME = 64;
  private static final int MAX_TEXT = 300;
  private static final int MAX_DESCRIPTION = 5000;
  private static final int MAX_FILE = 200;
  private static final int MAX_ITEMS = 100;
  private static final int MAX_TRACKS = 64;

  private final RequestBody body;

  DescriptionRules(RequestBody body) {
    this.body = body;
  }

  /**
   * @param videoId the name of the folder
   */
  void check(String videoId) {
    if (body.number("schema", 1, 1).isEmpty() && !body.refused("schema")) {
      body.refuse("schema", "missing", "Must be 1");
    }
    if (!body.text("videoId", 1, MAX_NAME).equals(videoId) && !body.refused("videoId")) {
      body.refuse("videoId", "not-the-folder", "Must be the name of the folder: " + videoId);
    }
    facts();
    release();
    files();
    var tracks = new HashSet<Long>();
    for (var audio : body.optionalObjects("audio", MAX_TRACKS)) {
      var index = audio.number("index", 0, MAX_TRACKS);
      if (index.isEmpty() && !audio.refused("index")) {
        audio.refuse("index", "missing", "Is required");
      }
      if (index.isPresent() && !tracks.add(index.getAsLong())) {
        audio.refuse("index", "duplicate", "Another item tells of this track");
      }
      languageTag(audio, "language", audio.text("language", 1, MAX_NAME));
      name(audio, "role", audio.optionalText("role", 1, MAX_NAME).orElse("original"));
    }
  }

  private void facts() {
    localised(body, "title", MAX_TEXT);
    if (body.has("description")) {
      var texts = body.object("description");
      if (!body.refused("description")) {
        for (var language : Language.values()) {
          texts.lines(language.tag(), 1, MAX_DESCRIPTION);
        }
      }
    }
    var event = body.object("event");
    name(event, "id", event.text("id", 1, MAX_NAME));
    localised(event, "name", MAX_TEXT);
    date(body.text("date", 1, MAX_NAME));
    var place = body.object("place");
    localised(place, "city", MAX_TEXT);
    var country = place.text("country", 1, MAX_NAME);
    if (!place.refused("country") && !COUNTRIES.contains(country)) {
      place.refuse("country", "unknown-country", "Use ISO 3166-1 alpha-2, such as BE");
    }
    for (var speaker : body.optionalObjects("speakers", MAX_ITEMS)) {
      name(speaker, "id", speaker.text("id", 1, MAX_NAME));
      localised(speaker, "name", MAX_TEXT);
      if (speaker.has("role")) {
        localised(speaker, "role", MAX_TEXT);
      }
      speaker.optionalTexts("aliases", MAX_ITEMS, MAX_TEXT);
    }
    var languages = body.texts("languages", MAX_TRACKS, MAX_NAME);
    for (int i = 0; i < languages.size(); i++) {
      languageTag(body, "languages/" + i, languages.get(i));
    }
    var terms = body.object("terms");
    name(terms, "id", terms.text("id", 1, MAX_NAME));
    terms.text("credit", 1, MAX_TEXT);
  }

  /** What takes material back must never be misread: a wrong type here refuses the description. */
  private void release() {
    body.optionalText("embargoUntil", 1, MAX_NAME)
        .ifPresent(it -> instant(body, "embargoUntil", it));
    body.optionalFlag("announce");
    body.optionalFlag("legalBlock");
    body.optionalObject("withdrawn")
        .ifPresent(
            withdrawn -> {
              instant(withdrawn, "at", withdrawn.text("at", 1, MAX_NAME));
              withdrawn.optionalText("reason", 0, MAX_TEXT);
            });
  }

  private void files() {
    var master = body.object("master");
    file(master);
    var sha256 = master.optionalText("sha256", 1, MAX_NAME);
    if (sha256.filter(it -> !SHA256.matcher(it).matches()).isPresent()) {
      master.refuse("sha256", "malformed", "Must be 64 of 0-9 and a-f");
    }
    var names = new HashSet<String>();
    for (var rendition : body.objects("renditions", MAX_ITEMS)) {
      var name = rendition.text("name", 1, MAX_NAME);
      name(rendition, "name", name);
      if (!names.add(name) && !rendition.refused("name")) {
        rendition.refuse("name", "duplicate", "Another rendition has this name");
      }
      file(rendition);
    }
    if (body.optionalText("preview", 1, MAX_NAME).filter(it -> !names.contains(it)).isPresent()) {
      body.refuse("preview", "unknown-rendition", "Must be the name of a rendition");
    }
  }

  /** A file name must stay inside the video's folder. */
  private static void file(RequestBody owner) {
    var file = owner.text("file", 1, MAX_FILE);
    boolean safe =
        !file.startsWith("/")
            && !file.contains("\\")
            && !file.equals("video.json")
            && List.of(file.split("/", -1)).stream()
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.contains(".."));
    if (!safe && !owner.refused("file")) {
      owner.refuse("file", "unsafe-name", "Must be a file in the folder of the video");
    }
  }

  private static void localised(RequestBody owner, String name, int max) {
    var texts = owner.object(name);
    if (!owner.refused(name)) {
      for (var language : Language.values()) {
        texts.text(language.tag(), 1, max);
      }
    }
  }

  private static void name(RequestBody owner, String member, String value) {
    if (!owner.refused(member) && !Named.isId(value)) {
      owner.refuse(member, "malformed", "Must be of a-z, 0-9 and -, not - first");
    }
  }

  /** BCP 47, well-formed. */
  private static void languageTag(RequestBody owner, String member, String tag) {
    if (owner.refused(member)) {
      return;
    }
    try {
      new Locale.Builder().setLanguageTag(tag);
    } catch (IllformedLocaleException e) {
      owner.refuse(member, "malformed", "Must be a language tag of BCP 47, such as en");
    }
  }

  private void date(String text) {
    boolean day = Rfc3339.date(text).filter(it -> it.getYear() > 0).isPresent();
    if (!body.refused("date") && !day) {
      body.refuse("date", "malformed", "Must be a day as YYYY-MM-DD, from 0001-01-01");
    }
  }

  private static void instant(RequestBody owner, String member, String text) {
    if (!owner.refused(member) && Rfc3339.instant(text).isEmpty()) {
      owner.refuse(
          member,
          "malformed",
          "Must be an instant of the years 0001 to 9999, such as 2026-02-12T15:00:00Z or"
              + " 2026-02-12T16:00:00+01:00");
    }
  }
}

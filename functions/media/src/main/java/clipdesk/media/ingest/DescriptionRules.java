package clipdesk.media.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of {@code video.json} that need nothing but itself. */
final class DescriptionRules {
  private static final Set<String> MEMBERS =
      Set.of(
          "schema",
          "videoId",
          "title",
          "event",
          "date",
          "place",
          "speakers",
          "languages",
          "terms",
          "embargoUntil",
          "announce",
          "master",
          "renditions",
          "preview",
          "audio",
          "withdrawn",
          "legalBlock",
          "description",
          "poster",
          "subtitles");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final List<String> LANGUAGES = List.of("en", "fr", "uk");
  private static final Pattern LANGUAGE_TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  private final Map<String, Object> description;
  private final Findings findings;

  DescriptionRules(Map<String, Object> description, Findings findings) {
    this.description = description;
    this.findings = findings;
  }

  void check(String videoId) {
    description.keySet().stream()
        .filter(name -> !MEMBERS.contains(name))
        .forEach(name -> findings.add("/" + name, "unknown-field"));
    if (!Integer.valueOf(1).equals(description.get("schema"))) {
      findings.add("/schema", "unknown-schema");
    }
    if (!videoId.equals(description.get("videoId"))) {
      findings.add("/videoId", "not-the-folder");
    }
    localised(description, "title", "");
    localised(object(description, "event", ""), "name", "/event");
    date();
    var place = object(description, "place", "");
    localised(place, "city", "/place");
    if (!COUNTRIES.contains(String.valueOf(place.get("country")))) {
      findings.add("/place/country", "unknown-country");
    }
    speakers();
    languages();
    object(description, "terms", "");
    instant("embargoUntil");
    files();
  }

  /** A file name that stays inside the video's folder. */
  static boolean safe(Object name) {
    return name instanceof String text
        && !text.isEmpty()
        && !text.startsWith("/")
        && !text.contains("..")
        && !text.equals("video.json");
  }

  private void date() {
    try {
      LocalDate.parse(String.valueOf(description.get("date")));
    } catch (DateTimeException e) {
      findings.add("/date", "malformed");
    }
  }

  private void instant(String name) {
    if (description.get(name) == null) {
      return;
    }
    try {
      Instant.parse(String.valueOf(description.get(name)));
    } catch (DateTimeException e) {
      findings.add("/" + name, "malformed");
    }
  }

  private void speakers() {
    if (description.get("speakers") instanceof List<?> speakers) {
      for (int i = 0; i < speakers.size(); i++) {
        if (speakers.get(i) instanceof Map<?, ?> speaker) {
          localised(speaker, "name", "/speakers/" + i);
        } else {
          findings.add("/speakers/" + i, "wrong-type");
        }
      }
    }
  }

  private void languages() {
    boolean good =
        description.get("languages") instanceof List<?> tags
            && !tags.isEmpty()
            && tags.stream()
                .allMatch(
                    tag -> tag instanceof String text && LANGUAGE_TAG.matcher(text).matches());
    if (!good) {
      findings.add("/languages", "malformed");
    }
  }

  private void files() {
    var master = object(description, "master", "");
    if (!safe(master.get("file"))) {
      findings.add("/master/file", master.get("file") == null ? "missing" : "unsafe-name");
    }
    if (description.get("renditions") instanceof List<?> renditions) {
      for (int i = 0; i < renditions.size(); i++) {
        boolean good =
            renditions.get(i) instanceof Map<?, ?> rendition
                && rendition.get("name") instanceof String
                && safe(rendition.get("file"));
        if (!good) {
          findings.add("/renditions/" + i, "malformed");
        }
      }
    } else if (description.get("renditions") != null) {
      findings.add("/renditions", "wrong-type");
    }
  }

  private void localised(Map<?, ?> owner, String name, String pointer) {
    var texts = object(owner, name, pointer);
    for (var language : texts.isEmpty() ? List.<String>of() : LANGUAGES) {
      if (!(texts.get(language) instanceof String text) || text.isBlank()) {
        findings.add(pointer + "/" + name + "/" + language, "missing");
      }
    }
  }

  private Map<?, ?> object(Map<?, ?> owner, String name, String pointer) {
    if (owner.get(name) instanceof Map<?, ?> object && !object.isEmpty()) {
      return object;
    }
    findings.add(pointer + "/" + name, owner.get(name) == null ? "missing" : "wrong-type");
    return Map.of();
  }
}

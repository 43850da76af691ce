package clipdesk.contracts.catalogue;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Members;
import clipdesk.common.json.Rfc3339;
import clipdesk.common.json.UnreadableException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code video.json}: what an uploader says of a video, once it has broken no rule. The ingest puts
 * it into the row of the video.
 *
 * @param description for people; it may have lines
 * @param date of the recording, where it took place
 * @param languages that are spoken, tags of BCP 47
 */
public record VideoDescription(
    String videoId,
    Localised title,
    Optional<Localised> description,
    Named event,
    LocalDate date,
    Place place,
    List<Speaker> speakers,
    List<String> languages,
    Terms terms,
    Restrictions restrictions,
    DescribedFiles files) {
  /**
   * Where it was recorded.
   *
   * @param country ISO 3166-1 alpha-2
   */
  public record Place(Localised city, String country) {
    public Place {
      requireNonNull(city);
      requireNonNull(country);
    }

    private Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      members.put("city", city.members());
      members.put("country", country);
      return members;
    }

    private static Place of(Members place) {
      return new Place(Localised.of(place.object("city")), place.filledText("country"));
    }
  }

  /** Under which terms it is given away, and whom to name. */
  public record Terms(String id, String credit) {
    public Terms {
      requireNonNull(id);
      requireNonNull(credit);
    }

    private Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      members.put("id", id);
      members.put("credit", credit);
      return members;
    }

    private static Terms of(Members terms) {
      return new Terms(terms.filledText("id"), terms.filledText("credit"));
    }
  }

  public VideoDescription {
    requireNonNull(videoId);
    requireNonNull(title);
    requireNonNull(description);
    requireNonNull(event);
    requireNonNull(date);
    requireNonNull(place);
    speakers = List.copyOf(speakers);
    languages = List.copyOf(languages);
    requireNonNull(terms);
    requireNonNull(restrictions);
    requireNonNull(files);
  }

  /** In the order in which they are written. */
  public Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("schema", 1);
    members.put("videoId", videoId);
    members.put("title", title.members());
    description.ifPresent(it -> members.put("description", it.members()));
    members.put("event", event.members());
    members.put("date", date.toString());
    members.put("place", place.members());
    members.put("speakers", speakers.stream().map(Speaker::members).toList());
    members.put("languages", languages);
    members.put("terms", terms.members());
    members.putAll(restrictions.members());
    members.putAll(files.members());
    return members;
  }

  /**
   * Reads a description; whether it keeps the rules for uploaders is not asked here.
   *
   * @throws UnreadableException if it is none
   */
  public static VideoDescription of(Members members) {
    members.requireVersion("schema", 1);
    return new VideoDescription(
        members.text("videoId", it -> Optional.of(it).filter(MasterKeys::isVideoId)),
        Localised.of(members.object("title")),
        members.optionalObject("description").map(Localised::of),
        Named.of(members.object("event")),
        members.text("date", Rfc3339::date),
        Place.of(members.object("place")),
        members.optionalObjects("speakers").stream().map(Speaker::of).toList(),
        members.texts("languages"),
        Terms.of(members.object("terms")),
        Restrictions.of(members),
        DescribedFiles.of(members));
  }
}

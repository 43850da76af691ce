package clipdesk.media.transcripts;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far what was brought of one kind has been looked at, so that an event that comes late or
 * twice changes nothing, and of a file and an editor the one who came last counts.
 *
 * @param until when it was brought, in whole seconds as S3 says it; what is older is passed over
 * @param version of the file that was taken or refused at that instant; none of an editor
 * @param refused why it could not be read
 */
record Seen(Instant until, Optional<String> version, Optional<Refusal> refused) {
  /** As a problem says it, in a code and a sentence. */
  record Refusal(String code, String detail) {
    Refusal {
      requireNonNull(code);
      requireNonNull(detail);
    }

    /** The first broken rule: all of them are told to whoever tries the same at the API. */
    static Refusal of(ProblemException problem) {
      var errors = (List<?>) problem.members().getOrDefault("errors", List.of());
      return errors.stream()
          .map(FieldError.class::cast)
          .findFirst()
          .map(it -> new Refusal(it.code(), it.detail().orElse("")))
          .orElseThrow(() -> problem);
    }

    Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      members.put("code", code);
      members.put("detail", detail);
      return members;
    }
  }

  Seen {
    requireNonNull(until);
    requireNonNull(version);
    requireNonNull(refused);
  }

  static Seen byEditor(Instant now) {
    return new Seen(now.truncatedTo(ChronoUnit.SECONDS), Optional.empty(), Optional.empty());
  }

  /** Of a file that was taken. */
  static Seen of(BroughtFile file) {
    return new Seen(file.modified(), Optional.of(file.version()), Optional.empty());
  }

  Seen refused(Refusal refusal) {
    return new Seen(until, version, Optional.of(refusal));
  }

  boolean isBad() {
    return refused.isPresent();
  }

  /** Whether a file came after all that was looked at; in the same second each other one did. */
  boolean isBefore(BroughtFile file) {
    return until.isBefore(file.modified())
        || (until.equals(file.modified()) && !version.equals(Optional.of(file.version())));
  }

  /** Whether it was refused, or an editor took the transcript away that it was for. */
  boolean settles(BroughtFile file) {
    return isBad()
        ? version.equals(Optional.of(file.version()))
        : version.isEmpty() && !until.isBefore(file.modified());
  }

  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("until", Json.instant(until));
    version.ifPresent(it -> members.put("version", it));
    refused.ifPresent(it -> members.put("refused", it.members()));
    return members;
  }

  static Seen of(Members members) {
    return new Seen(
        members.instant("until"),
        members.optionalText("version"),
        members
            .optionalObject("refused")
            .map(it -> new Refusal(it.filledText("code"), it.text("detail"))));
  }
}

package clipdesk.newsletters.campaigns;

import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what an editor names in a path. */
final class Editors {
  /** Longer ones do not fit into a key. */
  private static final Pattern ID = Pattern.compile("[0-9a-f]{26}");

  private Editors() {}

  static Campaign campaign(Campaigns campaigns, String id) {
    return known(campaigns, id).orElseThrow(Editors::gone);
  }

  /** The same of one that may be named elsewhere. */
  static Optional<Campaign> known(Campaigns campaigns, String id) {
    return Optional.of(id).filter(it -> ID.matcher(it).matches()).flatMap(campaigns::find);
  }

  /** Of a letter that is asked for by its tag. */
  static Language language(String tag) {
    return Language.ofTag(tag)
        .orElseThrow(
            () -> ProblemException.invalid("query:lang", "unknown-value", "Use fr, en or uk"));
  }

  static ProblemException gone() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such campaign");
  }
}

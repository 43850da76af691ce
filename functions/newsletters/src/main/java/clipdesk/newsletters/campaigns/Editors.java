package clipdesk.newsletters.campaigns;

import clipdesk.common.identity.Caller;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an editor may ask for, and nobody else. */
final class Editors {
  /** Longer ones do not fit into a key. */
  private static final Pattern ID = Pattern.compile("[0-9a-f]{26}");

  private Editors() {}

  static void require(Caller caller) {
    if (!caller.editor()) {
      throw new ProblemException(ProblemType.FORBIDDEN, "Only editors may do this");
    }
  }

  static Campaign campaign(Campaigns campaigns, String id) {
    return Optional.of(id)
        .filter(it -> ID.matcher(it).matches())
        .flatMap(campaigns::find)
        .orElseThrow(Editors::gone);
  }

  static ProblemException gone() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such campaign");
  }
}

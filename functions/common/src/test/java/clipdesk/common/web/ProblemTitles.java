package clipdesk.common.web;

import clipdesk.common.localisation.Messages;
import java.util.Set;

/** Opens the message files of this package to tests of others. */
public final class ProblemTitles {
  private ProblemTitles() {}

  public static Set<String> keys() {
    return new Messages(ProblemAnswers.class, "problems").keys();
  }
}

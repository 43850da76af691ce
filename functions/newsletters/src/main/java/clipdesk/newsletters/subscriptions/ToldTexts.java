package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.subscriptions.Consent.ShownText;
import java.util.Optional;

/** Consent texts that others showed, as lists of theirs say; each is kept for ever. */
public interface ToldTexts {
  /** The version of each of them: they have none of ours. */
  String VERSION = "told";

  /** Keeps the words, and says by what they are found. */
  ShownText keep(String words, Language language);

  Optional<String> find(ShownText text);
}

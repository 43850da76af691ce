package clipdesk.newsletters.subscriptions;

import clipdesk.common.digests.Sha256;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.subscriptions.Consent.ShownText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Texts in memory. */
public final class InMemoryToldTexts implements ToldTexts {
  private final Map<String, String> words = new ConcurrentHashMap<>();

  @Override
  public ShownText keep(String text, Language language) {
    words.put(Sha256.hex(text), text);
    return new ShownText(VERSION, language, Sha256.hex(text));
  }

  @Override
  public Optional<String> find(ShownText text) {
    return Optional.ofNullable(words.get(text.hash()));
  }
}

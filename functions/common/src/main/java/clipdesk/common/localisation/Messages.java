package clipdesk.common.localisation;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Texts in the three languages, read from {@code NAME_fr.properties}, {@code NAME_en.properties}
 * and {@code NAME_uk.properties} (UTF-8) beside a class. All three have the same keys; a missing
 * one is an error at construction, so that the build fails and no reader ever meets it.
 */
public final class Messages {
  private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

  public Messages(Class<?> owner, String name) {
    for (var language : Language.values()) {
      texts.put(language, read(owner, name + "_" + language.tag() + ".properties"));
    }
    Set<Object> expected = texts.get(Language.EN).keySet();
    texts.forEach(
        (language, properties) -> {
          if (!properties.keySet().equals(expected)) {
            throw new IllegalStateException(
                "Keys of %s differ between en and %s".formatted(name, language.tag()));
          }
        });
  }

  /**
   * @throws IllegalArgumentException if no text has this key
   */
  public String text(Language language, String key, Object... arguments) {
    var text = texts.get(language).getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("No text has the key " + key);
    }
    return arguments.length == 0
        ? text
        : new MessageFormat(text, Locale.of(language.tag())).format(arguments);
  }

  /** The keys, equal in all three languages. */
  public Set<String> keys() {
    return texts.get(Language.EN).stringPropertyNames();
  }

  private static Properties read(Class<?> owner, String file) {
    try (InputStream in =
        requireNonNull(owner.getResourceAsStream(file), () -> "No text file " + file)) {
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}

package clipdesk.common.mail;

import clipdesk.common.localisation.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Mails and pages as people get them, kept for a browser: {@code web/tests/looks.spec.ts} opens
 * each of {@code target/looks}.
 */
public final class Looks {
  private static final Path FOLDER = Path.of("target", "looks");

  private Looks() {}

  /**
   * @param kind what it is, by one word or a few with hyphens
   */
  public static void keep(String kind, Language language, String html) {
    write(kind + "-" + language.tag() + ".html", html);
  }

  /** The same of a page, with the policy that it comes under. */
  public static void keep(String kind, Language language, String html, String policy) {
    keep(kind, language, html);
    write(kind + "-" + language.tag() + ".policy", policy);
  }

  private static void write(String name, String text) {
    try {
      Files.writeString(Files.createDirectories(FOLDER).resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package clipdesk.accounts.password;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * The passwords that breaches brought up most, in lower case: the list that Django ships, out of
 * Have I Been Pwned ({@code bin/breached-passwords} fetches it). Read when first asked and kept as
 * one text that is searched: a third of a megabyte, made in some milliseconds, which a set is not.
 */
final class BreachedPasswords {
  private static final String LINES = read();

  private BreachedPasswords() {}

  /**
   * @param password in lower case
   */
  static boolean contain(String password) {
    return LINES.contains("\n" + password + "\n");
  }

  private static String read() {
    var file = "breached-passwords.txt.gz";
    try (var in = requireNonNull(BreachedPasswords.class.getResourceAsStream(file), "No " + file);
        var text = new GZIPInputStream(in)) {
      return "\n" + new String(text.readAllBytes(), StandardCharsets.UTF_8) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package clipdesk.accounts.password;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that everybody tries first and passwords out of breaches, found also behind capitals,
 * digits and symbols at the ends and letters written as figures: {@code P4ssword123!} is {@code
 * password}, {@code 1q2w3e4r5T!!} is {@code 1q2w3e4r5t}.
 */
final class CommonPasswords {
  private static final int SHORTEST_WORD = 4;
  private static final Set<String> WORDS = read();

  private CommonPasswords() {}

  static boolean contain(String password) {
    var lower = password.toLowerCase(Locale.ROOT);
    return Stream.of(lower, withoutSymbols(lower), base(lower), base(plain(lower)))
        .distinct()
        .filter(it -> it.length() >= SHORTEST_WORD)
        .anyMatch(it -> WORDS.contains(it) || BreachedPasswords.contain(it));
  }

  private static String withoutSymbols(String text) {
    return text.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
  }

  /** Without digits and symbols at both ends. */
  private static String base(String text) {
    return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
  }

  private static String plain(String text) {
    var base = text.replaceAll("[^\\p{L}\\p{N}@$!]+$|[\\d!]+$", "");
    return base.replace('4', 'a')
        .replace('@', 'a')
        .replace('3', 'e')
        .replace('1', 'i')
        .replace('!', 'i')
        .replace('0', 'o')
        .replace('5', 's')
        .replace('$', 's')
        .replace('7', 't');
  }

  private static Set<String> read() {
    var file = "common-passwords.txt";
    try (var in = requireNonNull(CommonPasswords.class.getResourceAsStream(file), "No " + file);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> line.length() >= SHORTEST_WORD)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

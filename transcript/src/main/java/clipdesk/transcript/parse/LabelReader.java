package clipdesk.transcript.parse;

import clipdesk.transcript.language.Lexicon;
import clipdesk.transcript.language.Roles;
import clipdesk.transcript.text.Blanks;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the words of a label, if that is what they can be: role first, then the name's capitals.
 */
final class LabelReader {
  static final int MAX_LABEL = 80;
  private static final int MAX_NAME_WORDS = 5;
  private static final int MAX_OUTLET_WORDS = 8;

  private static final String TIME = "\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d+)?";
  private static final Pattern TIMED =
      Pattern.compile("^[\\[(]?" + TIME + "[\\])]?\\s+(.+)$|^(.+?)\\s+[\\[(]?" + TIME + "[\\])]?$");
  private static final Pattern BRACKETED = Pattern.compile("^(.+?) ?\\(([^()]+)\\)$");
  private static final Pattern PARTED = Pattern.compile("^(.+?)(?:,| [–—|-] )(.+)$");
  private static final Pattern NAME_WORD =
      Pattern.compile("(?:\\p{Ll}{1,3}['’ʼ-])?\\p{Lu}[\\p{L}\\p{M}'’ʼ.\\u2010\\u2011-]*");

  /** A point after a whole word; "St. Example Post" and "U.S. Radio" are outlets. */
  private static final Pattern SENTENCE_END = Pattern.compile("[\\p{L}\\d]{4}\\.(?:\\s|$)|\\.$");

  private final Roles roles;

  LabelReader(Roles roles) {
    this.roles = roles;
  }

  /** The label in the words, or nothing if they can be none. */
  Optional<Label> read(String raw) {
    var traits = EnumSet.noneOf(Label.Trait.class);
    var text = tidy(raw);
    if (!text.equals(raw)) {
      traits.add(Label.Trait.SPACING);
    }
    var timed = TIMED.matcher(text);
    if (timed.matches()) {
      traits.add(Label.Trait.TIMED);
      text = timed.group(1) == null ? timed.group(2) : timed.group(1);
    }
    var bracketed = BRACKETED.matcher(text);
    if (bracketed.matches()) {
      return Notes.isStageDirection(bracketed.group(2))
          ? read(bracketed.group(1), Optional.empty(), traits)
          : read(bracketed.group(1), Optional.of(bracketed.group(2)), traits);
    }
    var parted = PARTED.matcher(text);
    return parted.matches()
        ? read(parted.group(1).strip(), Optional.of(parted.group(2).strip()), traits)
        : read(text, Optional.empty(), traits);
  }

  /** One blank between words and none before a comma. */
  private static String tidy(String raw) {
    var tidy = new StringBuilder(raw.length());
    for (var i = 0; i < raw.length(); i++) {
      var c = raw.charAt(i);
      if (Blanks.isIgnorable(c)) {
        continue;
      }
      var blank = !tidy.isEmpty() && tidy.charAt(tidy.length() - 1) == ' ';
      if (Blanks.isBlank(c)) {
        tidy.append(blank ? "" : " ");
      } else {
        if (c == ',' && blank) {
          tidy.setLength(tidy.length() - 1);
        }
        tidy.append(c);
      }
    }
    return tidy.toString().strip();
  }

  private Optional<Label> read(String who, Optional<String> rest, Set<Label.Trait> traits) {
    var words = List.of(who.split(" ", -1));
    if (words.size() > 1 && Lexicon.isTitle(withoutPoint(words.getFirst()))) {
      traits.add(Label.Trait.TITLE);
      words = words.subList(1, words.size());
    }
    var found = roles.find(words);
    var role = found.map(it -> role(who, it));
    var named = found.map(Roles.Found::to).orElse(0);
    var titled = traits.contains(Label.Trait.TITLE) || role.isPresent();
    var nameWords = words.subList(named, words.size());
    if (isCapitals(nameWords.isEmpty() ? words : nameWords)) {
      traits.add(Label.Trait.CAPITALS);
    }
    if (nameWords.isEmpty()) {
      return read(Optional.empty(), role, rest, traits);
    }
    var alone = titled || traits.contains(Label.Trait.CAPITALS);
    var family = traits.contains(Label.Trait.TITLE) && Lexicon.isParticle(nameWords.getFirst());
    if (!isName(family ? withoutParticles(nameWords) : nameWords, alone ? 1 : 2)) {
      return Optional.empty();
    }
    var surname = withoutParticles(nameWords).size() == 1 && role.isEmpty() && titled;
    var name = surname ? who : String.join(" ", nameWords);
    return read(Optional.of(name), role, rest, traits);
  }

  private static List<String> withoutParticles(List<String> words) {
    return words.stream().filter(it -> !Lexicon.isParticle(it)).toList();
  }

  private String role(String who, Roles.Found found) {
    var words = List.of(who.split(" ", -1));
    var skipped = words.size() - (Lexicon.isTitle(withoutPoint(words.getFirst())) ? 1 : 0);
    var untitled = words.subList(words.size() - skipped, words.size());
    var role = String.join(" ", untitled.subList(found.from(), found.to()));
    return role.replaceFirst("(?i)^(?:the |le |la |l['’])", "");
  }

  private Optional<Label> read(
      Optional<String> name,
      Optional<String> role,
      Optional<String> rest,
      Set<Label.Trait> traits) {
    if (rest.isEmpty()) {
      return Optional.of(new Label(name, role, Optional.empty(), traits));
    }
    var words = List.of(rest.get().split("[ ,]+", -1));
    if (role.isEmpty() && roles.find(words).filter(it -> it.to() == words.size()).isPresent()) {
      return Optional.of(new Label(name, rest, Optional.empty(), traits));
    }
    if (name.isEmpty() && !rest.get().contains(",") && isPerson(words, role)) {
      traits.add(Label.Trait.ROLE_BEFORE_NAME);
      return Optional.of(new Label(rest, role, Optional.empty(), traits));
    }
    if (!isOutlet(rest.get())) {
      return Optional.empty();
    }
    if (rest.get().contains(",")) {
      traits.add(Label.Trait.TWO_COMMAS);
    }
    if (roles.occurIn(words)) {
      traits.add(Label.Trait.DOUBTFUL_OUTLET);
    }
    return Optional.of(new Label(name, role, rest, traits));
  }

  private boolean isPerson(List<String> words, Optional<String> role) {
    return role.isPresent() && words.size() <= 3 && isName(words, 2) && !isCapitals(words);
  }

  static boolean isName(List<String> words, int atLeast) {
    if (words.size() < atLeast || words.size() > MAX_NAME_WORDS) {
      return false;
    }
    var first = words.getFirst();
    var last = words.getLast();
    return !Lexicon.beginsNoName(first)
        && NAME_WORD.matcher(last).matches()
        && words.stream().allMatch(it -> NAME_WORD.matcher(it).matches() || Lexicon.isParticle(it))
        && words.stream().noneMatch(it -> Lexicon.isTitle(withoutPoint(it)));
  }

  private static boolean isOutlet(String text) {
    var words = List.of(text.split("[ ,]+", -1));
    var first = text.codePointAt(0);
    var marked =
        Character.isUpperCase(first) || Character.isDigit(first) || "\"«“„'’".indexOf(first) >= 0;
    return words.size() <= MAX_OUTLET_WORDS
        && (marked || (words.size() == 1 && text.indexOf('.') > 0))
        && !SENTENCE_END.matcher(text).find()
        && text.chars().noneMatch(c -> "?!;:…[]".indexOf(c) >= 0)
        && words.stream().noneMatch(it -> Lexicon.isTitle(withoutPoint(it)) && it.endsWith("."));
  }

  private static boolean isCapitals(List<String> words) {
    var letters = String.join("", words).codePoints().filter(Character::isLetter).toArray();
    return letters.length > 2 && words.stream().allMatch(LabelReader::isWithoutSmall);
  }

  private static boolean isWithoutSmall(String word) {
    return Lexicon.isParticle(word) || word.codePoints().noneMatch(Character::isLowerCase);
  }

  private static String withoutPoint(String word) {
    return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
  }
}

package clipdesk.newsletters.campaigns;

import clipdesk.common.localisation.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;

/** What an editor may have forgotten. It keeps nobody from sending. */
final class DraftWarnings {
  /** From here on a sentence more may be refused. */
  private static final double NEARLY = 0.9;

  private static final Parser PARSER = Parser.builder().build();

  private DraftWarnings() {}

  /**
   * @param languages that it is about
   */
  record Warning(String code, List<Language> languages) {}

  /**
   * @param bytes of the mail in each language
   */
  static List<Warning> of(Content content, Map<Language, Integer> bytes) {
    var warnings = new ArrayList<Warning>();
    var all = Language.values();
    for (int i = 0; i < all.length; i++) {
      if (bytes.get(all[i]) > NEARLY * DraftRules.MOST_BYTES) {
        warnings.add(new Warning("nearly-too-long", List.of(all[i])));
      }
      if (!hasLink(text(content, all[i], "bodyMarkdown"))) {
        warnings.add(new Warning("no-link", List.of(all[i])));
      }
      for (int j = i + 1; j < all.length; j++) {
        for (var part : List.of("subject", "bodyMarkdown")) {
          if (text(content, all[i], part).equals(text(content, all[j], part))) {
            var code = part.equals("subject") ? "same-subject" : "same-text";
            warnings.add(new Warning(code, List.of(all[i], all[j])));
          }
        }
      }
    }
    return warnings;
  }

  static List<Map<String, Object>> views(Content content, Map<Language, Integer> bytes) {
    return of(content, bytes).stream().map(DraftWarnings::view).toList();
  }

  private static Map<String, Object> view(Warning warning) {
    return Map.of(
        "code", warning.code(),
        "languages", warning.languages().stream().map(Language::tag).toList());
  }

  private static String text(Content content, Language language, String part) {
    return ((String) ((Map<?, ?>) content.texts().get(language.tag())).get(part)).strip();
  }

  private static boolean hasLink(String markdown) {
    var links = new Links();
    PARSER.parse(markdown).accept(links);
    return links.found;
  }

  private static final class Links extends AbstractVisitor {
    private boolean found;

    @Override
    public void visit(Link link) {
      found = true;
    }
  }
}

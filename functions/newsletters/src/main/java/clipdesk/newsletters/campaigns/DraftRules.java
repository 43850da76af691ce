package clipdesk.newsletters.campaigns;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.mailing.ContentRules;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a draft must keep to be mailed at all: said when it is written, not when it is sent. */
@OfEditors
@Singleton
final class DraftRules {
  /** Gmail shows no more of a mail than some 102 kB of HTML. */
  static final int MOST_BYTES = 100_000;

  /** As long as any address, and any token. */
  private static final EmailAddress SOMEBODY =
      new EmailAddress("x".repeat(64) + "@" + "x".repeat(55) + ".example");

  private static final String TOKEN = "x".repeat(125);

  private final WriteLetters letters;
  private final ListMail mail;
  private final ContentRules rules;

  DraftRules(WriteLetters letters, NewslettersConfig config) {
    this.letters = letters;
    this.mail = new ListMail(config);
    this.rules = new ContentRules(config.webOrigin());
  }

  /**
   * The texts of a request; a broken one is recorded there.
   *
   * @throws ProblemException {@code content-incomplete} if a language is missing
   */
  static Content content(RequestBody members) {
    var all = members.object("content");
    var content = new LinkedHashMap<String, Object>();
    var gaps = new ArrayList<FieldError>();
    for (var language : Language.values()) {
      Optional<RequestBody> texts = all.optionalObject(language.tag());
      if (texts.isEmpty()) {
        gaps.add(new FieldError("/content/" + language.tag(), "missing"));
      } else {
        content.put(
            language.tag(),
            Map.of(
                "subject", texts.get().text("subject", 1, 150),
                "preheader", texts.get().optionalText("preheader", 0, 150).orElse(""),
                "bodyMarkdown", texts.get().verbatim("bodyMarkdown")));
      }
    }
    if (!gaps.isEmpty() && !members.refused("content")) {
      throw new ProblemException(ProblemType.CONTENT_INCOMPLETE, "A language is missing")
          .with("errors", List.copyOf(gaps));
    }
    return new Content(content);
  }

  /** Refuses what breaks a rule: in a text, or of a language as a whole. */
  void check(RequestBody members, Campaign draft, Content content) {
    for (var language : Language.values()) {
      var pointer = "content/" + language.tag();
      if (!content.texts().containsKey(language.tag()) || members.refused(pointer)) {
        continue;
      }
      rules
          .broken(content.in(language).bodyMarkdown())
          .forEach(it -> members.refuse(pointer + "/bodyMarkdown", it.code(), it.detail()));
      // A topic that is none makes no header.
      int bytes = members.refused("topic") ? 0 : bytes(draft, content, language);
      if (bytes > MOST_BYTES) {
        members.refuse(
            pointer,
            "too-long",
            "The mail has %d bytes as sent, and may have %d".formatted(bytes, MOST_BYTES));
      }
    }
  }

  /** How long the mail of each language is as sent, to whom it is longest. */
  Map<Language, Integer> bytes(Campaign draft, Content content) {
    var bytes = new EnumMap<Language, Integer>(Language.class);
    for (var language : Language.values()) {
      bytes.put(language, bytes(draft, content, language));
    }
    return bytes;
  }

  private int bytes(Campaign draft, Content content, Language language) {
    var letter = letters.letter(draft, content, language);
    return mail.bytes(draft, letter, language, SOMEBODY, TOKEN, /* mark= */ "").length;
  }
}

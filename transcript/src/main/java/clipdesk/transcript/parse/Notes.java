package clipdesk.transcript.parse;

import clipdesk.transcript.language.Folding;
import clipdesk.transcript.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Brackets that nobody spoke. Square ones are the transcriber's own always; round ones only if they
 * hold a stage direction: {@code (the Fund)} is spoken, {@code (laughter)} is not.
 */
final class Notes {
  private static final int MAX_NOTE = 200;
  private static final Pattern BRACKETS =
      Pattern.compile("\\[[^\\[\\]]{1," + MAX_NOTE + "}]|\\([^()]{1," + MAX_NOTE + "}\\)");
  private static final Pattern STAGE_DIRECTION =
      Pattern.compile(
          "(?:(?:general |loud )?(?:laughter|applause|laughs|chuckles|crosstalk|cross"
              + " talk|pause|silence|noise|music)|(?:\\w+"
              + " )?(?:inaudible|unintelligible|indistinct|off mic|off microphone|no audio)(?:"
              + " \\w+){0,2}|(?:speaking|speaks|in|via|through|as|by)(?: the| an?)?"
              + " (?:interpret\\w*|translat\\w*|english|french|ukrainian|german|spanish|foreign"
              + " language).*|interpretation|interpreted|translated|sic|(?:quelques"
              + " )?(?:rires|applaudissements|silence|bruit|brouhaha|musique|sourires)|inaudible|hors"
              + " micro|(?:via|par|en)"
              + " (?:interprétation|linterprète|interprète|anglais|français|ukrainien|allemand|espagnol).*"
              + "|traduction|interprétation|exclamations.*|(?:загальний"
              + " )?(?:сміх|оплески|пауза|тиша|шум|музика)|нерозбірливо|нечутно|без"
              + " мікрофона|(?:через|за допомогою) перекладача|переклад|(?:говорить"
              + " )?(?:англійською|французькою|українською|німецькою|іспанською)(?: мовою)?)");

  private Notes() {}

  /** Spans of brackets, with the brackets, that are no speech. */
  static List<Span> find(String text, Span paragraph) {
    var notes = new ArrayList<Span>();
    var brackets = BRACKETS.matcher(text).region(paragraph.start(), paragraph.end());
    while (brackets.find()) {
      var span = new Span(brackets.start(), brackets.end());
      var inside = text.substring(span.start() + 1, span.end() - 1);
      if (text.charAt(span.start()) == '[' || isStageDirection(inside)) {
        notes.add(span);
      }
    }
    return notes;
  }

  static boolean isStageDirection(String inside) {
    return STAGE_DIRECTION.matcher(Folding.phrase(inside)).matches();
  }
}

package clipdesk.transcript.script;

import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.text.Span;
import java.util.List;

/**
 * An official text, read.
 *
 * @param matter what stands on the page before and after the speech, outside of every turn
 * @param words of all turns, in the order of the text; numbers of words are indexes into it
 * @param unspoken words that an editor says were never said
 * @param pins starts of words that an editor set, in the order of the words
 */
public record Script(
    OfficialText official,
    String language,
    List<Speaker> speakers,
    List<Turn> turns,
    List<Paragraph> matter,
    List<Span> words,
    List<WordRange> unspoken,
    List<Pin> pins,
    List<Finding> findings) {
  public Script {
    speakers = List.copyOf(speakers);
    turns = List.copyOf(turns);
    matter = List.copyOf(matter);
    words = List.copyOf(words);
    unspoken = List.copyOf(unspoken);
    pins = List.copyOf(pins);
    findings = List.copyOf(findings);
  }

  public String word(int number) {
    return words.get(number).of(official.text());
  }
}

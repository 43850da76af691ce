package clipdesk.transcript.script;

import clipdesk.transcript.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * What one speaker says at a stretch.
 *
 * @param label where the speaker is named, absent in a turn without a label
 * @param speaker the id of a {@link Speaker}, absent where the text names nobody
 * @param suggestion the id of the speaker that an editor may mean; never shown to readers
 */
public record Turn(
    Optional<Span> label,
    Optional<String> speaker,
    Optional<String> suggestion,
    List<Paragraph> paragraphs) {
  public Turn {
    paragraphs = List.copyOf(paragraphs);
  }

  public boolean isLabelled() {
    return label.isPresent();
  }

  /** The first of its words; of a turn that is inaudible throughout, where one would be. */
  public int fromWord() {
    return sentences().getFirst().fromWord();
  }

  /** The word after its last. */
  public int toWord() {
    return sentences().getLast().toWord();
  }

  public List<Sentence> sentences() {
    return paragraphs.stream().flatMap(paragraph -> paragraph.sentences().stream()).toList();
  }
}

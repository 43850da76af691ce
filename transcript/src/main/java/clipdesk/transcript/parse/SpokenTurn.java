package clipdesk.transcript.parse;

import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Sentence;
import java.util.List;
import java.util.Optional;

/** A turn while its speaker is still being found. */
record SpokenTurn(Optional<LabelLine> label, List<Paragraph> paragraphs) {
  List<Sentence> sentences() {
    return paragraphs.stream().flatMap(paragraph -> paragraph.sentences().stream()).toList();
  }

  int fromWord() {
    return sentences().getFirst().fromWord();
  }

  int toWord() {
    return sentences().getLast().toWord();
  }
}

package clipdesk.transcript.parse;

import clipdesk.transcript.edits.LineKind;
import clipdesk.transcript.language.FunctionWords;
import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Paragraph.Kind;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts the text at its labels, and takes off what only stands on the page around the speech. */
final class Regions {
  /** A block of lines: speech still as a span, all other kinds as they will stay. */
  private record Block(Optional<Kind> kind, List<Span> lines) {
    Span span() {
      return new Span(lines.getFirst().start(), lines.getLast().end());
    }
  }

  /** A label and what follows it, or what stands before the first one. */
  record Region(Optional<LabelLine> label, List<Block> blocks, Layout layout) {
    /** Its paragraphs; brackets are speech where the turn holds nothing else. */
    List<Paragraph> read(Passages passages) {
      var silent = blocks.stream().allMatch(block -> block.kind().isPresent());
      var paragraphs = new ArrayList<Paragraph>();
      for (var block : blocks) {
        var bracketed = silent && label.isPresent() && layout.isInBrackets(block.span());
        if (block.kind().isPresent() && !bracketed) {
          paragraphs.add(Paragraph.unspoken(block.kind().get(), block.span()));
        } else {
          layout.paragraphs(block.lines()).stream().map(passages::speech).forEach(paragraphs::add);
        }
      }
      return paragraphs;
    }
  }

  /** The whole text in its order. */
  record Cut(List<Paragraph> before, List<Region> turns, List<Paragraph> after) {}

  private final OfficialText official;
  private final Map<Integer, LineKind> told;
  private final Layout layout;
  private final Optional<String> detected;
  private final String said;

  Regions(OfficialText official, Map<Integer, LineKind> told, String language) {
    this.official = official;
    this.told = told;
    this.layout = new Layout(official);
    this.detected = FunctionWords.language(official.text());
    this.said = language;
  }

  boolean isOtherLanguage() {
    return FunctionWords.knows(said) && !language().equals(said);
  }

  /** That of most of the text where it can be told, else what it is said to be. */
  String language() {
    return detected.orElse(said);
  }

  Cut cut(List<LabelLine> labels) {
    var firstLabel = labels.isEmpty() ? official.lines().size() : labels.getFirst().line();
    var head = blocks(0, firstLabel, Optional.empty(), Kind.MATTER_BEFORE);
    var before = new ArrayList<Paragraph>();
    while (!head.isEmpty() && isAroundSpeech(head.getFirst()) && hasMore(head, labels)) {
      before.add(unspoken(head.removeFirst(), Kind.MATTER_BEFORE));
    }
    var regions = new ArrayList<Region>();
    if (head.stream().anyMatch(block -> block.kind().isEmpty())) {
      regions.add(new Region(Optional.empty(), head, layout));
    } else {
      head.forEach(block -> before.add(unspoken(block, Kind.MATTER_BEFORE)));
    }
    for (var i = 0; i < labels.size(); i++) {
      var to = i + 1 < labels.size() ? labels.get(i + 1).line() : official.lines().size();
      var label = labels.get(i);
      regions.add(
          new Region(
              Optional.of(label),
              blocks(label.line() + 1, to, rest(label), Kind.MATTER_AFTER),
              layout));
    }
    return new Cut(before, regions, regions.isEmpty() ? List.of() : after(regions.getLast()));
  }

  /** The first speech of the last turn stays, whatever it looks like. */
  private List<Paragraph> after(Region last) {
    var blocks = last.blocks();
    var firstSpeech = 0;
    while (firstSpeech < blocks.size() && blocks.get(firstSpeech).kind().isPresent()) {
      firstSpeech++;
    }
    var after = new ArrayList<Paragraph>();
    while (blocks.size() > firstSpeech + 1 && isAroundSpeech(blocks.getLast())) {
      after.addFirst(unspoken(blocks.removeLast(), Kind.MATTER_AFTER));
    }
    return after;
  }

  private static boolean hasMore(List<Block> head, List<LabelLine> labels) {
    return !labels.isEmpty() || head.stream().skip(1).anyMatch(block -> block.kind().isEmpty());
  }

  private boolean isAroundSpeech(Block block) {
    return block.kind().isPresent()
        || block.lines().stream().allMatch(layout::isCard)
        || FunctionWords.language(block.span().of(official.text()))
            .filter(language -> !language.equals(language()))
            .isPresent();
  }

  private static Paragraph unspoken(Block block, Kind matter) {
    return Paragraph.unspoken(block.kind().orElse(matter), block.span());
  }

  private Optional<Span> rest(LabelLine label) {
    var end = official.lines().get(label.line()).end();
    return label.textStart() < end
        ? Optional.of(new Span(label.textStart(), end))
        : Optional.empty();
  }

  private List<Block> blocks(int from, int to, Optional<Span> rest, Kind matter) {
    var blocks = new ArrayList<Block>();
    var open = new ArrayList<Span>();
    rest.ifPresent(open::add);
    for (var line = from; line < to; line++) {
      var span = official.lines().get(line);
      var kind = span.length() == 0 ? Optional.<Kind>empty() : kind(line, span, matter);
      if (span.length() == 0 || kind.isPresent()) {
        close(blocks, open);
      }
      if (kind.isPresent()) {
        blocks.add(new Block(kind, List.of(span)));
      } else if (span.length() > 0) {
        open.add(span);
      }
    }
    close(blocks, open);
    return blocks;
  }

  private Optional<Kind> kind(int line, Span span, Kind matter) {
    var kind = told.get(line);
    if (kind == LineKind.MATTER) {
      return Optional.of(matter);
    }
    var remark = kind == LineKind.REMARK || (kind == null && layout.isRemark(span));
    return remark ? Optional.of(Kind.REMARK) : Optional.empty();
  }

  private static void close(List<Block> blocks, List<Span> open) {
    if (!open.isEmpty()) {
      blocks.add(new Block(Optional.empty(), List.copyOf(open)));
      open.clear();
    }
  }
}

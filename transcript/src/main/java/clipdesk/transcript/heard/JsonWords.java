package clipdesk.transcript.heard;

import clipdesk.transcript.json.JsonTree;
import clipdesk.transcript.refusals.UnsupportedInputException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The JSON of recognisers. Words without times are not words that were heard. */
final class JsonWords {
  private static final double MS = 1_000;

  private final WordList list;
  private int index;

  private JsonWords(WordList list) {
    this.list = list;
  }

  static Heard.Form read(String json, WordList list) {
    var trees = JsonTree.readAll(json);
    return new JsonWords(list).read(trees);
  }

  private Heard.Form read(List<JsonTree> trees) {
    var first = trees.getFirst();
    var transcribe = first.get("results").flatMap(it -> it.list("items"));
    if (transcribe.isPresent()) {
      transcribe.get().forEach(this::addOfTranscribe);
      return Heard.Form.TRANSCRIBE;
    }
    var segments = first.list("segments").or(() -> first.list("transcription"));
    if (segments.isPresent()) {
      segments.get().forEach(this::addSegment);
      return Heard.Form.WHISPER;
    }
    var words = first.list("words").or(() -> first.list("word_segments"));
    if (words.isPresent()) {
      words.get().forEach(this::addWord);
      return Heard.Form.WHISPER;
    }
    var normal =
        first.items().filter(items -> items.stream().allMatch(it -> it.get("inMs").isPresent()));
    if (normal.isPresent() && !normal.get().isEmpty()) {
      normal.get().forEach(this::addNormal);
      return Heard.Form.LIST;
    }
    var results =
        Stream.concat(trees.stream(), first.items().stream().flatMap(List::stream))
            .map(it -> it.list("result"))
            .flatMap(Optional::stream)
            .toList();
    if (results.isEmpty()) {
      throw new UnsupportedInputException("unknown-form", "This JSON holds no words with times");
    }
    results.forEach(result -> result.forEach(this::addWord));
    return Heard.Form.VOSK;
  }

  /** Punctuation has no times; its content stands first among the alternatives. */
  private void addOfTranscribe(JsonTree item) {
    var best = item.list("alternatives").filter(it -> !it.isEmpty()).map(List::getFirst);
    add(
        best.flatMap(it -> it.text("content")),
        item.number("start_time"),
        item.number("end_time"),
        best.map(it -> it.number("confidence")).orElse(OptionalDouble.empty()),
        item.text("speaker_label"));
  }

  /** A segment of whisper's kin: words, or one text for all of it. */
  private void addSegment(JsonTree segment) {
    var words = segment.list("words");
    if (words.isPresent()) {
      words.get().forEach(this::addWord);
      return;
    }
    var offsets = segment.get("offsets");
    add(
        segment.text("text"),
        offsets.map(it -> scaled(it.number("from"))).orElseGet(() -> segment.number("start")),
        offsets.map(it -> scaled(it.number("to"))).orElseGet(() -> segment.number("end")),
        OptionalDouble.empty(),
        segment.text("speaker"));
  }

  private void addWord(JsonTree word) {
    add(
        word.text("word", "text"),
        word.number("start"),
        word.number("end"),
        word.number("probability", "score", "conf", "confidence"),
        word.text("speaker"));
  }

  private void addNormal(JsonTree word) {
    add(
        word.text("text"),
        scaled(word.number("inMs")),
        scaled(word.number("outMs")),
        word.number("confidence"),
        word.text("speaker"));
  }

  private void add(
      Optional<String> text,
      OptionalDouble in,
      OptionalDouble out,
      OptionalDouble confidence,
      Optional<String> speaker) {
    if (text.isPresent() && in.isPresent() && out.isPresent()) {
      list.add(index, text.get(), in.getAsDouble(), out.getAsDouble(), confidence, speaker);
    }
    index++;
  }

  private static OptionalDouble scaled(OptionalDouble ms) {
    return ms.isPresent() ? OptionalDouble.of(ms.getAsDouble() / MS) : ms;
  }
}

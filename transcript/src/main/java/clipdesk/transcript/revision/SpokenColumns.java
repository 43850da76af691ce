package clipdesk.transcript.revision;

import clipdesk.transcript.quote.QuoteRule;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.timing.Activity.Stretch;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The words of sentences and the pauses around them as readers get them: a list a property, and
 * instead of where something begins how far that is from the end of the one before. Most of these
 * are 1 or 0 and pack well; adding up gives the places back.
 */
final class SpokenColumns {
  private final JsonGenerator json;
  private final Revision revision;
  private final WordTimes times;

  SpokenColumns(JsonGenerator json, Revision revision) {
    this.json = json;
    this.revision = revision;
    this.times = revision.times();
  }

  /**
   * @param sentences that stand together, in order
   */
  void write(List<Sentence> sentences) throws IOException {
    var from = sentences.isEmpty() ? 0 : sentences.getFirst().fromWord();
    var to = sentences.isEmpty() ? 0 : sentences.getLast().toWord();
    var spoken = spoken(from, to);
    json.writeObjectFieldStart("words");
    json.writeNumberField("from", from);
    letters(sentences);
    times(spoken);
    certainty(from, to);
    json.writeEndObject();
    json.writeObjectFieldStart("pauses");
    times(pausesNear(spoken));
    json.writeEndObject();
  }

  /** From the beginning of each sentence on. */
  private void letters(List<Sentence> sentences) throws IOException {
    var skips = new ArrayList<Integer>();
    var lengths = new ArrayList<Integer>();
    for (var sentence : sentences) {
      var end = sentence.span().start();
      for (var word : revision.script().words().subList(sentence.fromWord(), sentence.toWord())) {
        skips.add(word.start() - end);
        lengths.add(word.length());
        end = word.end();
      }
    }
    column("skip", skips.size(), skips::get);
    column("length", lengths.size(), lengths::get);
  }

  private void times(List<Stretch> all) throws IOException {
    column(
        "waitMs", all.size(), it -> all.get(it).inMs() - (it == 0 ? 0 : all.get(it - 1).outMs()));
    column("durMs", all.size(), it -> all.get(it).ms());
  }

  private void certainty(int from, int to) throws IOException {
    var how = new StringBuilder();
    json.writeArrayFieldStart("uncertaintyMs");
    for (var word = from; word < to; word++) {
      how.append(times.how(word).name());
      if (times.how(word) == How.I || times.how(word) == How.E) {
        json.writeNumber(times.uncertainty(word));
      }
    }
    json.writeEndArray();
    json.writeStringField("how", how.toString());
  }

  /** When words are spoken; one without a time takes none, where the one before ends. */
  private List<Stretch> spoken(int from, int to) {
    var spoken = new ArrayList<Stretch>();
    var end = 0;
    for (var word = from; word < to; word++) {
      var in = times.hasTime(word) ? times.in(word) : end;
      end = times.hasTime(word) ? times.out(word) : end;
      spoken.add(new Stretch(in, end));
    }
    return spoken;
  }

  /** Those in which a quote of these words could begin or end. */
  private List<Stretch> pausesNear(List<Stretch> spoken) {
    var timed = spoken.stream().filter(it -> it.ms() > 0).toList();
    if (timed.isEmpty()) {
      return List.of();
    }
    var from = timed.getFirst().inMs() - QuoteRule.NEAR_MS;
    var to = timed.getLast().outMs() + QuoteRule.NEAR_MS;
    return revision.pauses().stream().filter(it -> it.outMs() >= from && it.inMs() <= to).toList();
  }

  private void column(String name, int size, IntUnaryOperator value) throws IOException {
    json.writeArrayFieldStart(name);
    for (var item = 0; item < size; item++) {
      json.writeNumber(value.applyAsInt(item));
    }
    json.writeEndArray();
  }
}

package clipdesk.transcript.heard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A cue of a subtitle file. Only its edges are times: its words share what lies between by their
 * letters, except where the file has times inside.
 */
record Cue(int index, double in, double out, List<Part> parts, Optional<String> speaker) {
  /** Text from a time on, in seconds. */
  record Part(double in, String text) {}

  void share(WordList list) {
    for (var i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      var end = i + 1 < parts.size() ? parts.get(i + 1).in() : out;
      list.add(index, part.text(), part.in(), end, OptionalDouble.empty(), speaker);
    }
  }
}

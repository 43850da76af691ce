package clipdesk.transcript.cues;

import java.util.List;

/** One line or two of at most {@value CueMaker#MAX_LINE} characters, of about the same length. */
final class Lines {
  private Lines() {}

  /** The lines, or none if the pieces do not fit into two. */
  static List<String> of(List<Piece> pieces) {
    var whole = length(pieces, 0, pieces.size());
    if (whole <= CueMaker.MAX_LINE) {
      return List.of(join(pieces, 0, pieces.size()));
    }
    if (whole > 2 * CueMaker.MAX_LINE + 1) {
      return List.of();
    }
    var best = -1;
    var longest = Integer.MAX_VALUE;
    for (var at = 1; at < pieces.size(); at++) {
      var longer = Math.max(length(pieces, 0, at), length(pieces, at, pieces.size()));
      if (longer <= CueMaker.MAX_LINE && longer < longest) {
        longest = longer;
        best = at;
      }
    }
    return best < 0 ? List.of() : List.of(join(pieces, 0, best), join(pieces, best, pieces.size()));
  }

  private static int length(List<Piece> pieces, int from, int to) {
    var length = to - from - 1;
    for (var piece : pieces.subList(from, to)) {
      length += piece.text().length();
    }
    return length;
  }

  private static String join(List<Piece> pieces, int from, int to) {
    return String.join(" ", pieces.subList(from, to).stream().map(Piece::text).toList());
  }
}

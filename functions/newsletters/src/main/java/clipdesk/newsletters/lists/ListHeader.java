package clipdesk.newsletters.lists;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where in a line a column stands; columns that nobody knows are passed over. */
final class ListHeader {
  private static final int LONGEST = 10_000;
  private static final char COMMA = ',';

  /** As spreadsheets write where the comma divides whole numbers from their fractions. */
  private static final char SEMICOLON = ';';

  private final Map<Column, Integer> places = new EnumMap<>(Column.class);
  private final int width;

  private ListHeader(int width) {
    this.width = width;
  }

  /**
   * @throws RefusedListException {@code no-header}, or {@code column-twice}
   */
  static ListHeader of(List<String> titles) {
    var header = new ListHeader(titles.size());
    for (int i = 0; i < titles.size(); i++) {
      var column = Column.of(titles.get(i));
      if (column.isPresent() && header.places.put(column.get(), i) != null) {
        throw new RefusedListException("column-twice", 1);
      }
    }
    if (!header.places.containsKey(Column.EMAIL)) {
      throw new RefusedListException("no-header", 1);
    }
    return header;
  }

  /** What divides cells, by the first line, which is left to be read. */
  static char separator(BufferedReader text) throws IOException {
    text.mark(LONGEST);
    char found = COMMA;
    for (int i = 0; i < LONGEST; i++) {
      int c = text.read();
      if (c == SEMICOLON) {
        found = SEMICOLON;
      }
      if (c < 0 || c == '\n' || c == '\r' || c == COMMA || c == SEMICOLON) {
        break;
      }
    }
    text.reset();
    return found;
  }

  boolean fits(List<String> cells) {
    return cells.size() == width;
  }

  /** Empty if there is no such column, or nothing in it. */
  Optional<String> cell(Column column, List<String> cells) {
    return Optional.ofNullable(places.get(column))
        .map(cells::get)
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }
}

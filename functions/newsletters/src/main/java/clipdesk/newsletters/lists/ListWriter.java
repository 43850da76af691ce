package clipdesk.newsletters.lists;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** A piece of a list in memory. */
public final class ListWriter {
  /** Without it spreadsheets do not take a file for UTF-8. */
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** What a list begins with. */
  public void header() {
    bytes.writeBytes(BYTE_ORDER_MARK);
    record(Arrays.stream(Column.values()).map(Column::title).toList());
  }

  /**
   * @param cells what is known of somebody
   */
  public void line(Map<Column, String> cells) {
    record(
        Arrays.stream(Column.values())
            .map(it -> Cells.written(cells.getOrDefault(it, "")))
            .toList());
  }

  private void record(Iterable<String> cells) {
    try (var csv = CsvWriter.builder().build(bytes, StandardCharsets.UTF_8)) {
      csv.writeRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int size() {
    return bytes.size();
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }
}
